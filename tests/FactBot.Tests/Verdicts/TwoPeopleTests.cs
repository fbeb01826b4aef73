using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;

namespace FactBot.Tests.Verdicts;

/// <summary>What nobody decides alone: a verdict without agreement, a correction, a retraction.</summary>
public class TwoPeopleTests
{
    [Fact]
    public async Task A_decision_without_agreement_waits_on_the_card_for_a_second_person()
    {
        await using var desk = await DisputedAsync();
        Assert.Contains("second person", (await DecidesAsync(desk, desk.Ada)).Answer());
        await desk.SettleAsync();
        Assert.Empty(desk.Chat.In(TestDesk.Verdicts));
        Assert.Contains("second person", (await desk.RunAsync(desk.Ada, "verdict approve", ("claim", "1"))).Refusal());
        (await desk.PressesAsync(desk.Ben, desk.CardOf(1).Card.Buttons.Single(b => b.Label.ToString() == "Approve decision"))).Answer();
        var claim = await desk.ClaimAsync(1);
        Assert.Equal((Stage.Published, desk.Ada.Id, desk.Ben.Id), (claim.Stage, claim.Verdict!.PublishedBy, claim.Verdict.ApprovedBy));
        Assert.Equal("It is clear", claim.Verdict.DecidedFor);
        Assert.Contains("is **Mixed**", (await desk.NoticesAsync(1))[^1].Message.Text!.ToString());
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_decision_can_be_dropped_and_a_new_round_drops_it()
    {
        await using var desk = await DisputedAsync();
        await DecidesAsync(desk, desk.Ada);
        Assert.Contains("disputed as before", (await desk.RunAsync(desk.Hal, "drop correction", ("claim", "1"))).Answer());
        (await desk.RunAsync(desk.Ben, "verdict approve", ("claim", "1"))).Refusal();
        await DecidesAsync(desk, desk.Ada);
        await desk.AssignsAsync(desk.Eli);
        Assert.Null((await desk.ClaimAsync(1)).Proposal);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_retraction_is_confirmed_and_then_approved_by_a_second_person()
    {
        await using var desk = await PublishedAsync();
        var asked = await desk.RunAsync(desk.Ada, "verdict retract", ("claim", "1"), ("reason", "The source was forged"));
        Assert.Contains("Retract the verdict on #1", asked.Answer());
        var confirm = Assert.Single(asked.Buttons);
        Assert.Equal(Stage.Published, (await desk.ClaimAsync(1)).Stage);
        (await desk.PressesAsync(desk.Hal, confirm)).Refusal();
        Assert.Contains("waits for a second person", (await desk.PressesAsync(desk.Ada, confirm)).Answer());
        Assert.Contains("done already", (await desk.PressesAsync(desk.Ada, confirm)).Refusal());
        (await desk.RunAsync(desk.Ada, "verdict approve", ("claim", "1"))).Refusal();
        Assert.Equal(Stage.Published, (await desk.ClaimAsync(1)).Stage);
        (await desk.RunAsync(desk.Chi, "verdict approve", ("claim", "1"))).Answer();
        var claim = await desk.ClaimAsync(1);
        Assert.Equal((Stage.Retracted, "The source was forged", desk.Ada.Id), (claim.Stage, claim.Verdict!.RetractedFor, claim.Verdict.RetractedBy));
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_confirmation_of_an_earlier_version_retracts_nothing()
    {
        await using var desk = await PublishedAsync();
        var confirm = (await desk.RunAsync(desk.Ada, "verdict retract", ("claim", "1"), ("reason", "Wrong"))).Buttons.Single();
        await desk.CorrectsAsync(desk.Hal);
        (await desk.RunAsync(desk.Ben, "verdict approve", ("claim", "1"))).Answer();
        Assert.Contains("not the one you were asked about", (await desk.PressesAsync(desk.Ada, confirm)).Refusal());
    }

    [Fact]
    public async Task A_correction_that_changes_nothing_is_refused()
    {
        await using var desk = await PublishedAsync();
        var form = (await desk.RunAsync(desk.Ada, "verdict correct", ("claim", "1"))).Form!;
        var same = form.Fields.Where(f => f.Value is not null).Select(f => (f.Name, f.Value!)).Append(("reason", "A word"));
        Assert.Contains("says already", (await desk.FillAsync(desk.Ada, form, [.. same])).Refusal());
        Assert.Null((await desk.ClaimAsync(1)).Proposal);
    }

    [Fact]
    public async Task A_team_can_switch_it_off()
    {
        await using var desk = await DisputedAsync();
        (await desk.RunAsync(desk.Ada, "settings", ("rule", "two-people"), ("value", "off"))).Answer();
        (await DecidesAsync(desk, desk.Ada)).Answer();
        (await desk.CorrectsAsync(desk.Ada, rating: "false")).Answer();
        Assert.Equal(2, (await desk.ClaimAsync(1)).Verdicts.Count);
        var confirm = (await desk.RunAsync(desk.Ada, "verdict retract", ("claim", "1"), ("reason", "Wrong"))).Buttons.Single();
        (await desk.PressesAsync(desk.Ada, confirm)).Answer();
        Assert.Equal(Stage.Retracted, (await desk.ClaimAsync(1)).Stage);
        await desk.AssertReplayAsync();
    }

    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    public async Task Nobody_carries_a_claim_of_their_own_to_a_verdict_without_agreement(string twoPeople)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "two-people"), ("value", twoPeople));
        await desk.SubmitsAsync(desk.Ada);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.AddsSourceAsync(desk.Ada);
        await desk.VoteAllAsync("true", "false", "mixed");
        Assert.Contains("second person", (await DecidesAsync(desk, desk.Ada)).Answer());
        (await desk.RunAsync(desk.Ada, "verdict approve", ("claim", "1"))).Refusal();
        Assert.Empty((await desk.ClaimAsync(1)).Verdicts);
        await desk.RunAsync(desk.Hal, "drop correction", ("claim", "1"));
        if (twoPeople == "on")
        {
            await DecidesAsync(desk, desk.Hal);
            Assert.Contains("submitted #1", (await desk.RunAsync(desk.Ada, "verdict approve", ("claim", "1"))).Refusal());
        }
    }

    [Fact]
    public async Task What_is_public_can_be_corrected_and_retracted_while_its_claim_is_reviewed_again()
    {
        await using var desk = await PublishedAsync();
        (await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "1"), ("reason", "A new source"))).Answer();
        (await desk.VotesAsync(desk.Eli, "false")).Answer();
        (await desk.CorrectsAsync(desk.Ada)).Answer();
        (await desk.RunAsync(desk.Ben, "verdict approve", ("claim", "1"))).Answer();
        await desk.SettleAsync();
        Assert.Equal(["#1 · Corrected", "#1 · Mixed"], Titles(desk));
        Assert.DoesNotContain((await desk.ClaimAsync(1)).Verdict!.Dissents, d => d.Reason.Contains("Eli", StringComparison.Ordinal));
        (await desk.RetractsAsync()).Answer();
        await desk.SettleAsync();
        Assert.Equal(["#1 · Corrected", "#1 · Retracted"], Titles(desk));
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        Assert.Single((await desk.ClaimAsync(1)).BallotsOfRound);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_retraction_over_a_held_version_takes_back_the_one_that_is_public()
    {
        await using var desk = await PublishedAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "hold"), ("value", "2"));
        await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "1"), ("reason", "A new source"));
        await desk.VoteAllAsync("false");
        (await desk.PublishesAsync()).Answer();
        (await desk.RetractsAsync()).Answer();
        desk.Clock.Advance(TimeSpan.FromHours(5));
        await desk.SettleAsync();
        Assert.Equal(["#1 · Retracted"], Titles(desk));
        Assert.Null((await desk.ClaimAsync(1)).Standing);
        await desk.AssertReplayAsync();
    }

    /// <summary>Each that would change the claim, by an editor who keeps out of it.</summary>
    [Fact]
    public async Task Whoever_keeps_out_of_a_claim_changes_nothing_of_it()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        (await desk.RunAsync(desk.Hal, "recuse", ("claim", "1"))).Answer();
        await RefusedAsync(desk, ("claim topics", [("topics", "trams")]), ("claim priority", [("priority", "slow")]), ("evidence strike", [("source", "1"), ("reason", "A copy")]),
            ("evidence add", [("url", "https://example.net/x"), ("stance", "context")]), ("assign", [("reviewer", $"{desk.Ben.Id}")]), ("assign-auto", [("count", "1")]), ("claim want", []));
        await desk.VoteAllAsync("true", "false", "mixed");
        await RefusedAsync(desk, ("assign", [("reviewer", $"{desk.Eli.Id}")]), ("claim reopen", [("reason", "Again")]));
        (await DecidesAsync(desk, desk.Hal)).Refusal();
        await DecidesAsync(desk, desk.Ada);
        await RefusedAsync(desk, ("verdict approve", []), ("drop correction", []));
        (await desk.RunAsync(desk.Ben, "verdict approve", ("claim", "1"))).Answer();
        await RefusedAsync(desk, ("verdict recheck", []), ("verdict retract", [("reason", "Wrong")]), ("claim reopen", [("reason", "Again")]));
        (await desk.CorrectsAsync(desk.Hal, rating: "false")).Refusal();
    }

    private static async Task RefusedAsync(TestDesk desk, params (string Command, (string, string)[] Options)[] works)
    {
        foreach (var (command, options) in works)
        {
            Assert.Contains("keep out of #1", (await desk.RunAsync(desk.Hal, command, [("claim", "1"), .. options])).Refusal());
        }
    }

    private static async Task<TestDesk> DisputedAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("true", "false", "mixed");
        await desk.SettleAsync();
        return desk;
    }

    private static async Task<TestDesk> PublishedAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        (await desk.PublishesAsync()).Answer();
        await desk.SettleAsync();
        return desk;
    }

    private static Task<Reply> DecidesAsync(TestDesk desk, Person editor) => desk.FillAsync(
        editor, new Form($"Verdict", "verdict publish", [("claim", "1"), ("rating", "mixed")], []), ("summary", "So."), ("explanation", "We looked."), ("reason", "It is clear"));

    private static List<string> Titles(TestDesk desk) => [.. desk.Chat.In(TestDesk.Verdicts).Select(m => $"{m.Card.Title}")];
}
