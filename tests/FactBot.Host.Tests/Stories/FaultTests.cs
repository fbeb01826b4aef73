namespace FactBot.Host.Tests.Stories;

public class FaultTests
{
    [Fact]
    public async Task A_dropped_connection_heals_and_no_command_is_lost()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        await newsroom.FaultAsync("disconnect");
        Assert.Contains("Claim #2", (await newsroom.Fay.SubmitsAsync("The tram has 15 stops.")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_told_that_it_failed_and_tries_again_gets_the_answer_and_it_is_done_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Ada.AsksAsync("help");
        await newsroom.FaultAsync("rateLimit", ms: 10_000);
        Assert.Equal("failed", (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Outcome);
        newsroom.Leap(TimeSpan.FromMinutes(1));
        Assert.Contains("Claim #1 is submitted", (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Text, StringComparison.Ordinal);
        Assert.Contains("1 in all", (await newsroom.Fay.AsksAsync("claim list")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_comes_again_is_done_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        await newsroom.FaultAsync("replayEvents", count: 3);
        await newsroom.FaultAsync("disconnect");
        Assert.Contains("1 in all", (await newsroom.Fay.AsksAsync("claim list")).Text, StringComparison.Ordinal);
        await newsroom.CardAsync(1);
    }

    [Fact]
    public async Task Five_new_sessions_in_a_day_make_one_digest()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            await newsroom.Ada.AsksAsync("help");
            await newsroom.FaultAsync("invalidSession");
            await newsroom.Client.AdvanceAsync(TimeSpan.FromHours(5));
        }

        Assert.Single(await newsroom.ReadAsync("digest"));
    }

    [Theory]
    [InlineData("http500")]
    [InlineData("loseResponse")]
    public async Task Failing_calls_leave_one_card_and_lose_nothing(string fault)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        await newsroom.FaultAsync(fault, count: 3);
        await newsroom.Ada.AsksAsync("claim list");
        await newsroom.Fay.SubmitsAsync("The tram has 15 stops.");
        await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(1));
        await newsroom.CardAsync(1);
        await newsroom.CardAsync(2);
        Assert.Equal(2, (await newsroom.ReadAsync("review")).Count);
    }
}
