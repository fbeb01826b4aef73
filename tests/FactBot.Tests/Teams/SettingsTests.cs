using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Teams;

namespace FactBot.Tests.Teams;

public class SettingsTests
{
    [Fact]
    public async Task All_rules_are_shown_with_their_value_meaning_and_bounds()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var card = (await desk.RunAsync(desk.Ada, "settings")).Card!;
        var team = await desk.LookAsync(db => Task.FromResult(db.Teams.Single()));
        Assert.All(Settings.All, s => Assert.Contains($"**{s.Key}: {s.Read(team)}** · {s.Meaning} ({s.Bounds})", card.Text!.ToString()));
    }

    [Theory]
    [InlineData("quorum", "0")]
    [InlineData("quorum", "10")]
    [InlineData("quorum", "three")]
    [InlineData("agreement", "half")]
    [InlineData("sources", "4")]
    [InlineData("hours", "721")]
    [InlineData("hold", "25")]
    [InlineData("shelf-life", "-1")]
    [InlineData("triage", "perhaps")]
    [InlineData("quiet-hours", "26:00-07:00")]
    [InlineData("scale", "nowhere")]
    [InlineData("colour", "blue")]
    public async Task A_value_out_of_its_bounds_is_refused_and_the_rule_stays(string rule, string value)
    {
        await using var desk = await TestDesk.SetUpAsync();
        var before = (await desk.RunAsync(desk.Ada, "settings")).Card!.Text!.ToString();
        Assert.Contains(rule switch { "colour" => "There is no setting", "quiet-hours" => "no time of the day", _ => rule }, (await desk.RunAsync(desk.Ada, "settings", ("rule", rule), ("value", value))).Refusal());
        Assert.Equal(before, (await desk.RunAsync(desk.Ada, "settings")).Card!.Text!.ToString());
    }

    [Fact]
    public async Task A_smaller_quorum_counts_for_rounds_that_open_from_now_on()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        Assert.Contains("What was decided before stays", (await desk.RunAsync(desk.Ada, "settings", ("rule", "quorum"), ("value", "2"))).Answer());
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true", "2");
        await desk.VotesAsync(desk.Chi, "true", "2");
        Assert.Equal([Stage.Agreed, Stage.Agreed], [(await desk.ClaimAsync(1)).Stage, (await desk.ClaimAsync(2)).Stage]);
        await desk.AssertReplayAsync();
    }

    [Theory]
    [InlineData("breaking", 4)]
    [InlineData("normal", 48)]
    [InlineData("slow", 168)]
    public async Task The_priority_says_which_hours_a_reviewer_has(string priority, int hours)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.RunAsync(desk.Ada, "claim priority", ("claim", "1"), ("priority", priority));
        await desk.AssignsAsync(desk.Ben);
        Assert.Equal(desk.Clock.GetUtcNow().AddHours(hours), (await desk.ClaimAsync(1)).Due);
    }
}
