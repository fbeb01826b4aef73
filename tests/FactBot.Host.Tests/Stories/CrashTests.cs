namespace FactBot.Host.Tests.Stories;

/// <summary>The bot ends between sending something and noting that it is sent.</summary>
public class CrashTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("slow")]
    [InlineData("loseResponse")]
    [InlineData("http500")]
    public async Task A_digest_whose_sending_is_cut_off_is_there_once(string fault)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Ada.AsksAsync("help");
        await newsroom.Client.AdvanceAsync(Nine - TimeSpan.FromMinutes(5) - newsroom.Now);
        await newsroom.FaultAsync(fault, count: 2, ms: 600_000);
        newsroom.Leap(Nine - newsroom.Now);
        await Newsroom.UntilAsync(async () => (await newsroom.TrafficAsync()).Any(t => t["fault"] is not null));

        await newsroom.Client.RestartAsync();
        await newsroom.FaultAsync(fault, count: 0);
        await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(3));
        Assert.Single(await newsroom.ReadAsync("digest"));
        Assert.Equal(0, newsroom.Database.Count("SELECT count(*) FROM Posts WHERE Kind = 'Digest' AND Shown <> Wanted"));
    }

    [Fact]
    public async Task Sessions_are_counted_over_restarts()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Ada.AsksAsync("help");
        for (var i = 0; i < 3; i++)
        {
            await newsroom.Client.RestartAsync();
            await newsroom.Ada.AsksAsync("help");
        }

        Assert.Equal(4, newsroom.Database.CountRows()["Identifies"]);
    }
}
