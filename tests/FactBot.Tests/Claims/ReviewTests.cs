using FactBot.Chat;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Verdicts;

namespace FactBot.Tests.Claims;

public class ReviewTests
{
    [Fact]
    public async Task A_claim_goes_from_submission_to_a_published_verdict()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.AssignsAsync(desk.Ben);
        await desk.AssignsAsync(desk.Chi);
        await desk.AssignsAsync(desk.Dee);
        await desk.AddsSourceAsync(desk.Ben);
        await desk.VotesAsync(desk.Ben, "false");
        await desk.VotesAsync(desk.Chi, "false");
        var last = await desk.VotesAsync(desk.Dee, "mixed");
        Assert.Contains("agree on **False**", last.Answer());

        (await desk.PublishesAsync()).Answer();

        var claim = await desk.ClaimAsync(1);
        Assert.Equal(Stage.Published, claim.Stage);
        Assert.Equal("false", claim.Verdict!.Rating);
        Assert.Equal("mixed", Assert.Single(claim.Verdict.Dissents).Rating);
        Assert.Equal("https://example.org/report", Assert.Single(claim.Verdict.Sources).Url);
        Assert.Equal(3, claim.Ballots.Count);
    }

    [Fact]
    public async Task Only_an_editor_triages()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        Assert.Contains("Only editors", (await desk.RunAsync(desk.Ben, "triage", ("claim", "1"), ("action", "accept"))).Refusal());
        Assert.Equal(Stage.Submitted, (await desk.ClaimAsync(1)).Stage);
    }

    [Fact]
    public async Task A_rejection_needs_a_reason_and_asks_for_it()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        var form = (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "reject"))).Form!;
        Assert.Contains("reason", (await desk.FillAsync(desk.Ada, form, ("reason", " "))).Refusal());
        (await desk.FillAsync(desk.Ada, form, ("reason", "An opinion"))).Answer();

        var claim = await desk.ClaimAsync(1);
        Assert.Equal(Stage.Rejected, claim.Stage);
        Assert.Equal("An opinion", claim.RejectedFor);
        Assert.Contains("rejected", (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"))).Refusal());
    }

    [Fact]
    public async Task A_duplicate_points_to_a_claim_that_is_none_itself()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SubmitsAsync(desk.Fay);
        await desk.SubmitsAsync(desk.Fay);
        (string, string)[] Duplicate(string claim, string of) => [("claim", claim), ("action", "duplicate"), ("of", of)];

        Assert.Contains("itself", (await desk.RunAsync(desk.Ada, "triage", Duplicate("2", "2"))).Refusal());
        (await desk.RunAsync(desk.Ada, "triage", Duplicate("2", "#1"))).Answer();
        Assert.Contains("give #1", (await desk.RunAsync(desk.Ada, "triage", Duplicate("3", "2"))).Refusal());
        Assert.Equal(1, (await desk.ClaimAsync(2)).DuplicateOf);
        Assert.Equal(Stage.Submitted, (await desk.ClaimAsync(3)).Stage);

        (await desk.RunAsync(desk.Ada, "triage", Duplicate("1", "3"))).Answer();
        Assert.Equal(3, (await desk.ClaimAsync(2)).DuplicateOf);
    }

    [Fact]
    public async Task Nobody_reviews_a_claim_of_their_own()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Ben);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.AddsSourceAsync(desk.Chi);

        Assert.Contains("of their own", (await desk.VotesAsync(desk.Ben, "true")).Refusal());
        Assert.Contains("of their own", (await desk.RunAsync(desk.Ben, "take", ("claim", "1"))).Refusal());
        Assert.Contains("of their own", (await desk.AssignsAsync(desk.Ben)).Refusal());
        var claim = await desk.ClaimAsync(1);
        Assert.Empty(claim.Ballots);
        Assert.Empty(claim.Assignments);
    }

    [Fact]
    public async Task Nobody_votes_before_there_is_a_source()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync(hasSource: false);
        Assert.Contains("needs a source", (await desk.VotesAsync(desk.Ben, "true")).Refusal());
        await desk.AddsSourceAsync(desk.Ben);
        (await desk.VotesAsync(desk.Ben, "true")).Answer();
    }

    [Fact]
    public async Task Voting_again_replaces_the_ballot_and_keeps_the_earlier_one()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Ben, "false");

        var claim = await desk.ClaimAsync(1);
        Assert.Equal("false", Assert.Single(claim.BallotsOfRound).Rating);
        Assert.Equal(["true", "false"], claim.Ballots.OrderBy(b => b.Id).Select(b => b.Rating));
    }

    [Fact]
    public async Task No_vote_is_taken_once_the_round_has_closed()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Chi, "true");
        await desk.VotesAsync(desk.Dee, "true");

        Assert.Contains("has closed", (await desk.VotesAsync(desk.Eli, "false")).Refusal());
        Assert.Contains("has closed", (await desk.VotesAsync(desk.Ben, "false")).Refusal());
        Assert.Equal(3, (await desk.ClaimAsync(1)).Ballots.Count);
    }

    [Fact]
    public async Task A_sealed_rating_is_shown_to_nobody_before_the_round_closes()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        var reply = await desk.VotesAsync(desk.Ben, "unverifiable");
        await desk.SettleAsync();
        var shown = await desk.RunAsync(desk.Ada, "claim show", ("claim", "1"));
        var audit = await desk.LookAsync(db => Task.FromResult(db.Audit.Select(e => e.Action + e.Subject).ToList()));

        string[] surfaces =
        [
            reply.Answer(), .. TextsOf(shown.Card!), .. TextsOf(Assert.Single(desk.Chat.In(TestDesk.Review)).Card), .. audit,
        ];
        Assert.Contains(surfaces, s => s.Contains("1 of 3 votes in", StringComparison.Ordinal));
        Assert.DoesNotContain(surfaces, s => s.Contains("unverifiable", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(surfaces, s => s.Contains("Ben read", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Divided_votes_make_a_dispute_and_another_reviewer_opens_a_new_round()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Chi, "false");
        await desk.VotesAsync(desk.Dee, "mixed");
        Assert.Equal(Stage.Disputed, (await desk.ClaimAsync(1)).Stage);

        Assert.Contains("has voted", (await desk.AssignsAsync(desk.Ben)).Refusal());
        (await desk.AssignsAsync(desk.Eli)).Answer();
        var claim = await desk.ClaimAsync(1);
        Assert.Equal(Stage.Open, claim.Stage);
        Assert.Equal(2, claim.Round);
        Assert.Equal(4, claim.OpenAssignments.Count());
        Assert.Equal(3, claim.Ballots.Count);

        await desk.VotesAsync(desk.Ben, "mixed");
        await desk.VotesAsync(desk.Chi, "mixed");
        await desk.VotesAsync(desk.Eli, "mixed");
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        await desk.VotesAsync(desk.Dee, "true");
        claim = await desk.ClaimAsync(1);
        Assert.Equal(Stage.Agreed, claim.Stage);
        Assert.Equal("mixed", claim.AgreedRating);
    }

    [Fact]
    public async Task Dissent_is_that_of_the_round_that_decided_and_each_person_s_once()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Chi, "false");
        await desk.VotesAsync(desk.Dee, "mixed");
        await desk.AssignsAsync(desk.Eli);
        await desk.VotesAsync(desk.Eli, "mixed");
        await desk.VotesAsync(desk.Ben, "false");
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Dee, "mixed");
        await desk.RunAsync(desk.Ada, "release", ("claim", "1"), ("reviewer", $"{desk.Chi.Id}"));
        (await desk.PublishesAsync()).Answer();
        Assert.Equal("true", Assert.Single((await desk.ClaimAsync(1)).Verdict!.Dissents).Rating);
    }

    [Fact]
    public async Task An_editor_decides_a_dispute_alone_only_with_a_rating_and_a_reason()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Chi, "false");
        await desk.VotesAsync(desk.Dee, "mixed");

        Assert.Contains("divided", (await desk.PublishesAsync()).Refusal());
        Assert.Contains("give **reason** too", (await desk.PublishesAsync("1", ("rating", "mixed"))).Refusal());
        Assert.Contains("second person", (await desk.PublishesAsync("1", ("rating", "mixed"), ("reason", "The report is clear"))).Answer());
        (await desk.RunAsync(desk.Ben, "verdict approve", ("claim", "1"))).Answer();
        var verdict = (await desk.ClaimAsync(1)).Verdict!;
        Assert.Equal("The report is clear", verdict.DecidedFor);
        Assert.Equal(["false", "true"], verdict.Dissents.Select(d => d.Rating).Order());
    }

    [Fact]
    public async Task An_editor_cannot_publish_another_rating_than_the_agreed_one()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Chi, "true");
        Assert.Contains("votes are not all in", (await desk.PublishesAsync()).Refusal());
        await desk.VotesAsync(desk.Dee, "true");
        Assert.Contains("agreed on another rating", (await desk.PublishesAsync("1", ("rating", "false"), ("reason", "I say so"))).Refusal());
        Assert.Equal(Stage.Agreed, (await desk.ClaimAsync(1)).Stage);
    }

    [Fact]
    public async Task The_card_s_vote_button_opens_a_form_with_rating_confidence_and_reason()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        var form = (await desk.RunAsync(desk.Ben, "vote", ("claim", "#1"))).Form!;
        Assert.Equal(["rating", "confidence", "reason"], form.Fields.Select(f => f.Name));
        Assert.Equal(8, form.Fields[0].Choices.Count);
        (await desk.FillAsync(desk.Ben, form, ("rating", "mostly-false"), ("confidence", "low"), ("reason", "Two pages differ"))).Answer();
        Assert.Equal("mostly-false", Assert.Single((await desk.ClaimAsync(1)).Ballots).Rating);
    }

    [Fact]
    public async Task A_refused_form_gives_back_what_was_written()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        var form = (await desk.RunAsync(desk.Ben, "vote", ("claim", "1"))).Form!;
        var reason = "A reason that took a good while to write, with its sources and all.";
        var reply = await desk.FillAsync(desk.Ben, form, ("rating", "nonsense"), ("confidence", "low"), ("reason", reason));
        Assert.Contains("no rating", reply.Refusal());
        Assert.Contains(reason, reply.File!.Text);
    }

    [Fact]
    public async Task Only_a_reviewer_can_be_assigned_and_only_once()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        Assert.Contains("no reviewer", (await desk.AssignsAsync(desk.Fay)).Refusal());
        (await desk.AssignsAsync(desk.Ben)).Answer();
        Assert.Contains("already assigned", (await desk.AssignsAsync(desk.Ben)).Refusal());
        var assignment = Assert.Single((await desk.ClaimAsync(1)).Assignments);
        Assert.Equal(AssignmentState.Open, assignment.State);
        Assert.Equal(desk.Clock.GetUtcNow().AddHours(48), assignment.Due);
    }

    [Fact]
    public async Task The_queue_shows_ones_own_assignments_until_the_vote_is_in()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        Assert.Contains("Nothing waits", (await desk.RunAsync(desk.Ben, "queue")).Answer());
        await desk.RunAsync(desk.Ben, "take", ("claim", "1"));
        Assert.Contains("#1", (await desk.RunAsync(desk.Ben, "queue")).Card!.Text!.ToString());
        Assert.Contains("Nothing waits", (await desk.RunAsync(desk.Chi, "queue")).Answer());
        await desk.VotesAsync(desk.Ben, "true");
        Assert.Contains("Nothing waits", (await desk.RunAsync(desk.Ben, "queue")).Answer());
    }

    private static IEnumerable<string> TextsOf(FactBot.Chat.Card card) =>
        [$"{card.Title}", $"{card.Text}", $"{card.Footer}", .. card.Fields.Select(f => $"{f.Name} {f.Value}")];
}
