using FactBot.Chat;
using FactBot.Domain.Teams;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Teams;

public class SetupTests
{
    [Fact]
    public async Task The_guide_finds_what_the_server_has_and_leads_to_a_desk_that_works()
    {
        await using var desk = await TestDesk.BareAsync();
        desk.Chat.Channels.AddRange([new(new(90), "general"), new(TestDesk.Review, "review"), new(TestDesk.Verdicts, "Verdicts"), new(TestDesk.DigestChannel, "fact-digest")]);
        desk.Chat.Roles.AddRange([new(TestDesk.Reviewers, "Fact-checkers"), new(TestDesk.Editors, "Editors")]);

        var channels = (await desk.RunAsync(desk.Ada, "setup")).Card!;
        Assert.Contains($"**Reviews**: {TestDesk.Review}", channels.Text!.ToString());
        Assert.Equal(3, channels.Menus.Count);
        var roles = (await desk.PressesAsync(desk.Ada, Assert.Single(channels.Buttons))).Card!;
        Assert.Contains($"**Editors**: {TestDesk.Editors}", roles.Text!.ToString());
        var form = (await desk.PressesAsync(desk.Ada, roles.Buttons[^1])).Form!;
        Assert.Equal("09:00", form.Fields[1].Value);

        var done = await desk.FillAsync(desk.Ada, form, ("zone", "europe/kyiv"), ("time", "8:30"), ("scale", "simple"), ("quorum", "2"));
        Assert.Equal("FactBot is set up", done.Card!.Title.ToString());
        Assert.Contains("/claim submit", string.Join('\n', Surface.TextsOf(done)));
        var team = await desk.LookAsync(db => db.Teams.SingleAsync());
        Assert.Equal(("Europe/Kyiv", new TimeOnly(8, 30), "simple", 2), (team.Zone, team.Digests.Time, team.Scale, team.Rules.Quorum));
        await desk.AssertReplayAsync();

        await desk.SettleAsync();
        Assert.Contains("FactBot works here now", Assert.Single(desk.Chat.In(TestDesk.Review)).Message.Text!.ToString());
        Assert.Equal(0, await desk.LookAsync(db => db.SetupDrafts.CountAsync()));
        (await desk.SubmitsAsync(desk.Fay)).Answer();
    }

    [Theory]
    [InlineData("101", "101", "103")]
    [InlineData("101", "102", "101")]
    [InlineData("101", "102", "102")]
    [InlineData("101", "101", "101")]
    public async Task One_channel_for_several_things_is_asked_about(string review, string verdicts, string digest)
    {
        await using var desk = await TestDesk.BareAsync();
        var asked = await desk.RunAsync(
            desk.Ada, "setup", ("review", review), ("verdicts", verdicts), ("digest", digest), ("reviewers", "201"), ("editors", "202"), ("zone", "America/Argentina/Buenos_Aires"), ("time", "09:00"));
        Assert.Contains("Is that what you want?", asked.Answer());
        Assert.Equal(0, await desk.LookAsync(db => db.Teams.CountAsync()));
        Assert.Contains("⚠", (await desk.PressesAsync(desk.Ada, asked.Buttons[1])).Card!.Text!.ToString());

        Assert.Contains("is set up", (await desk.PressesAsync(desk.Ada, asked.Buttons[0])).Answer());
        var team = await desk.LookAsync(db => db.Teams.SingleAsync());
        Assert.Equal((review, verdicts, digest, "America/Argentina/Buenos_Aires"), ($"{team.ReviewChannel.Value}", $"{team.VerdictChannel.Value}", $"{team.DigestChannel.Value}", team.Zone));
        Assert.Equal(0, await desk.LookAsync(db => db.SetupDrafts.CountAsync()));
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task What_is_missing_is_created_once_or_it_says_where_to_allow_that()
    {
        await using var desk = await TestDesk.BareAsync();
        var channels = (await desk.RunAsync(desk.Ada, "setup")).Card!;
        Assert.Contains("not chosen yet", channels.Text!.ToString());
        var create = Assert.Single(channels.Buttons);
        Assert.Contains("**Manage Channels** (in the server’s settings, under Roles, FactBot, Permissions)", (await desk.PressesAsync(desk.Ada, create)).Card!.Text!.ToString());
        Assert.Empty(desk.Chat.Channels);

        desk.Chat.MayCreate = true;
        var made = (await desk.PressesAsync(desk.Ada, create)).Card!;
        Assert.Equal(["fact-review", "fact-verdicts", "fact-digest"], desk.Chat.Channels.Select(c => c.Name));
        await desk.PressesAsync(desk.Ada, create);
        Assert.Equal(3, desk.Chat.Channels.Count);

        desk.Chat.MayCreate = false;
        var roles = (await desk.PressesAsync(desk.Ada, Assert.Single(made.Buttons))).Card!;
        Assert.Contains("**Manage Roles**", (await desk.PressesAsync(desk.Ada, roles.Buttons[1])).Card!.Text!.ToString());
        desk.Chat.MayCreate = true;
        Assert.Contains("Next: times and rules", string.Join('\n', Surface.TextsOf((await desk.PressesAsync(desk.Ada, roles.Buttons[1])).Card!)));
        Assert.Equal(["Reviewer", "Editor"], desk.Chat.Roles.Select(r => r.Name));
    }

    [Fact]
    public async Task Each_choice_is_kept_and_what_lacks_permission_or_makes_no_sense_is_said_at_once()
    {
        await using var desk = await TestDesk.BareAsync();
        desk.Chat.States[TestDesk.Review] = new(IsThere: true, ["Create Public Threads", "Embed Links"]);
        var card = await ChooseAsync(desk, SetupGuide.Channels, "review", "101");
        Assert.Contains($"**Reviews**: {TestDesk.Review}", card.Text!.ToString());
        Assert.Contains("Create Public Threads, Embed Links", card.Text!.ToString());
        Assert.Contains("under Permissions", card.Text!.ToString());
        await ChooseAsync(desk, SetupGuide.Channels, "verdicts", "102");
        card = await ChooseAsync(desk, SetupGuide.Channels, "digest", "103");
        Assert.Contains($"**Reviews**: {TestDesk.Review}", card.Text!.ToString());
        Assert.Contains("Next: roles", string.Join('\n', Surface.TextsOf(card)));

        await ChooseAsync(desk, SetupGuide.Roles, "reviewers", "201");
        Assert.Contains("two roles", (await ChooseAsync(desk, SetupGuide.Roles, "editors", "201")).Text!.ToString());
        Assert.Contains("cannot be everyone", (await ChooseAsync(desk, SetupGuide.Roles, "editors", $"{desk.Team}")).Text!.ToString());
        await ChooseAsync(desk, SetupGuide.Roles, "editors", "202");

        var form = (await desk.RunAsync(desk.Ada, "setup", ("step", SetupGuide.Rules))).Form!;
        var refused = await desk.FillAsync(desk.Ada, form, ("zone", "Kyiv"), ("time", "09:00"), ("scale", "default"), ("quorum", "3"));
        Assert.Contains("Europe/Kyiv", refused.Refusal());
        var done = await desk.FillAsync(desk.Ada, form, ("zone", "Europe/Kyiv"), ("time", "09:00"), ("scale", "default"), ("quorum", "3"));
        Assert.Equal(CardTone.Trouble, done.Card!.Tone);
        Assert.Equal("desk doctor", Assert.Single(done.Card.Buttons).Command);
    }

    [Fact]
    public async Task A_desk_that_is_set_up_begins_the_guide_with_what_it_has_and_nothing_changes_before_the_end()
    {
        await using var desk = await TestDesk.SetUpAsync();
        Assert.Contains($"**Digest**: {TestDesk.DigestChannel}", (await desk.RunAsync(desk.Ada, "setup")).Card!.Text!.ToString());
        await ChooseAsync(desk, SetupGuide.Channels, "digest", "199");
        Assert.Equal(TestDesk.DigestChannel, await desk.LookAsync(db => db.Teams.Select(t => t.DigestChannel).SingleAsync()));
        Assert.Contains("Only", (await desk.RunAsync(desk.Ben, "setup")).Refusal());
    }

    private static async Task<Card> ChooseAsync(TestDesk desk, string step, string option, string value) =>
        (await desk.RunAsync(desk.Ada, "setup", ("step", step), (option, value))).Card!;
}
