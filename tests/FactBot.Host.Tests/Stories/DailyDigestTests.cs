namespace FactBot.Host.Tests.Stories;

public class DailyDigestTests
{
    [Fact]
    public async Task The_digest_comes_by_itself_once_for_each_morning_also_across_a_restart()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        Assert.Empty(await newsroom.ReadAsync("digest"));

        await newsroom.Client.AdvanceAsync(TimeSpan.FromHours(21) - TimeSpan.FromMinutes(1));
        Assert.Empty(await newsroom.ReadAsync("digest"));
        await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("Waiting for triage (1)", Assert.Single(await newsroom.ReadAsync("digest")).Text, StringComparison.Ordinal);

        await newsroom.Client.RestartAsync();
        await newsroom.Client.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.Single(await newsroom.ReadAsync("digest"));
        await newsroom.Client.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(2, (await newsroom.ReadAsync("digest")).Count);
        Assert.True((bool?)(await newsroom.Client.GetAsync("stage/bot"))["connected"]);
    }

    [Fact]
    public async Task In_an_hour_that_comes_twice_the_digest_comes_once_also_across_a_restart()
    {
        await using var newsroom = await Newsroom.OpenAsync(at: new DateTimeOffset(2026, 10, 24, 22, 0, 0, TimeSpan.Zero));
        await newsroom.Ada.AsksAsync(
            "setup", ("review", "review"), ("verdicts", "verdicts"), ("digest", "digest"), ("reviewers", "reviewer"),
            ("editors", "editor"), ("zone", "Europe/Berlin"), ("time", "02:30"));
        foreach (var time in (string[])["00:35", "01:15", "01:35", "04:00"])
        {
            var at = DateTimeOffset.Parse($"2026-10-25T{time}Z", System.Globalization.CultureInfo.InvariantCulture);
            await newsroom.Client.AdvanceAsync(at - newsroom.Now);
            Assert.Single(await newsroom.ReadAsync("digest"));
            await newsroom.Client.RestartAsync();
        }
    }

    [Fact]
    public async Task An_editor_posts_one_at_once_and_others_may_not()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        Assert.Contains("Only editors", (await newsroom.Ben.AsksAsync("digest now")).Text, StringComparison.Ordinal);
        Assert.Contains("goes out", (await newsroom.Ada.AsksAsync("digest now")).Text, StringComparison.Ordinal);
        Assert.Contains("A quiet day", Assert.Single(await newsroom.ReadAsync("digest")).Text, StringComparison.Ordinal);
    }
}
