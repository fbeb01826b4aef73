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
