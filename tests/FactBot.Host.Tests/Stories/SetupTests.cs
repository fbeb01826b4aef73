using System.Text.Json.Nodes;
using FactBot.Sandbox.Demo;

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
    public async Task The_guide_leads_from_nothing_to_a_test_message()
    {
        await using var newsroom = await Newsroom.OpenAsync(isBare: true);
        var channels = await newsroom.Ada.AsksAsync("setup");
        Assert.Contains("step 1 of 3", channels.Text, StringComparison.Ordinal);
        var roles = await newsroom.Ada.PressesAsync("Next: roles", channels);
        Assert.Contains("step 2 of 3", roles.Text, StringComparison.Ordinal);
        var form = await newsroom.Ada.PressesAsync("Next: times and rules", roles);
        var done = await newsroom.Ada.FillsAsync(form, ("zone", "Europe/Kyiv"), ("time", "09:00"), ("scale", "default"), ("quorum", "3"));
        Assert.Contains("FactBot is set up", done.Text, StringComparison.Ordinal);
        await Newsroom.UntilAsync(async () => (await newsroom.ReadAsync("review")).Any(m => m.Text.Contains("FactBot works here now", StringComparison.Ordinal)));
        Assert.Contains("Claim #1", (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_lacks_is_created_once_the_bot_may()
    {
        await using var newsroom = await Newsroom.OpenAsync(isBare: true);
        await newsroom.Client.PostAsync("stage/guilds", new JsonObject { ["name"] = "Harbour desk" });
        var asked = new Answer([]);
        // The bot registers its commands in a guild once it hears of it.
        await Newsroom.UntilAsync(async () => (asked = new Answer(await newsroom.Client.PostAsync(
            "people/Ada/commands", new JsonObject { ["guild"] = "Harbour desk", ["channel"] = "harbour-newsroom", ["command"] = "setup" }))).IsReply);
        var refused = await newsroom.Ada.PressesAsync("Create what is missing", asked);
        Assert.Contains("Manage Channels", refused.Text, StringComparison.Ordinal);
        await newsroom.Client.PostAsync("stage/permissions", new JsonObject
        {
            ["guild"] = "Harbour desk",
            ["role"] = "FactBot",
            ["allow"] = new JsonArray("MANAGE_CHANNELS", "MANAGE_ROLES"),
        });
        var made = await newsroom.Ada.PressesAsync("Create what is missing", refused);
        Assert.DoesNotContain("not chosen yet", made.Text, StringComparison.Ordinal);
        Assert.Contains("Next: roles", made.Message!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            [("fact-review", 201), ("fact-verdicts", 201), ("fact-digest", 201)],
            (await newsroom.TrafficAsync()).Where(t => (string?)t["method"] == "POST" && ((string?)t["path"])!.EndsWith("/channels", StringComparison.Ordinal) && (int?)t["status"] == 201)
                .Select(t => ((string)t["request"]!["name"]!, (int)t["status"]!)));
    }

    [Fact]
    public async Task One_own_data_comes_as_a_file_and_is_gone_when_one_is_forgotten()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        await newsroom.Ben.VotesAsync(1, "true");
        var data = await newsroom.Ben.AsksAsync("me data");
        Assert.Equal("my-data.json", (string?)data.Message!["attachments"]![0]!["filename"]);
        var sure = await newsroom.Ben.PressesAsync("Erase it", await newsroom.Ben.AsksAsync("me forget"));
        Assert.Contains("You are forgotten here", sure.Text, StringComparison.Ordinal);
        await Newsroom.UntilAsync(async () => (await newsroom.CardAsync(1)).Text.Contains("a former member", StringComparison.Ordinal));
        Assert.Contains("/me forget", (await newsroom.Ben.AsksAsync("privacy")).Text, StringComparison.Ordinal);
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
