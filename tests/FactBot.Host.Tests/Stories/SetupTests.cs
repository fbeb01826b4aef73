namespace FactBot.Host.Tests.Stories;

public class SetupTests
{
    [Fact]
    public async Task Before_setup_a_command_says_so_and_who_may_run_it_and_afterwards_it_works()
    {
        await using var newsroom = await Newsroom.OpenAsync(isBare: true);
        var early = await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        Assert.Contains("not set up here yet", early.Text, StringComparison.Ordinal);
        Assert.Contains("manage this server", early.Text, StringComparison.Ordinal);
        Assert.True(early.IsEphemeral);

        (string, string)[] setup =
        [
            ("review", "review"), ("verdicts", "verdicts"), ("digest", "digest"), ("reviewers", "reviewer"),
            ("editors", "editor"), ("zone", "Europe/Kyiv"), ("time", "09:00"),
        ];
        Assert.Contains("manage the server", (await newsroom.Ben.AsksAsync("setup", setup)).Text, StringComparison.Ordinal);
        Assert.Contains("no time zone", (await newsroom.Ada.AsksAsync("setup", [.. setup[..5], ("zone", "Kyiv/Europe"), setup[6]])).Text, StringComparison.Ordinal);
        Assert.Contains("The desk is set up", (await newsroom.Ada.AsksAsync("setup", setup)).Text, StringComparison.Ordinal);
        Assert.Contains("Claim #1", (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_each_the_commands_they_may_use()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        Assert.DoesNotContain("/triage", (await newsroom.Fay.AsksAsync("help")).Text, StringComparison.Ordinal);
        Assert.Contains("/triage", (await newsroom.Ada.AsksAsync("help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_are_registered_by_one_overwrite_and_not_again_after_a_restart()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Ada.AsksAsync("help");
        await newsroom.Client.RestartAsync();
        await newsroom.Ada.AsksAsync("help");
        Assert.Single(await newsroom.TrafficAsync(), t =>
            (string?)t["method"] == "PUT" && ((string?)t["path"])!.EndsWith("/commands", StringComparison.Ordinal));
    }
}
