namespace FactBot.Discord.Tests;

public sealed class BackoffTests
{
    [Fact]
    public void Without_a_failure_there_is_no_wait() => Assert.Equal(TimeSpan.Zero, Backoff.Delay(0));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(7, 60)]
    [InlineData(1_000_000, 60)]
    public void Each_failure_doubles_the_wait_up_to_a_minute_and_chance_shortens_it(int failures, int seconds)
    {
        var waits = Enumerable.Range(0, 200).Select(_ => Backoff.Delay(failures).TotalSeconds).ToList();
        Assert.All(waits, wait => Assert.InRange(wait, seconds / 2.0, seconds));
        Assert.True(waits.Distinct().Count() > 100, "the waits do not differ");
    }
}
