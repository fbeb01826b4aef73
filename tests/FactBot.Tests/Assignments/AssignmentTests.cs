using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;

namespace FactBot.Tests.Assignments;

public class AssignmentTests
{
    [Fact]
    public async Task A_declined_assignment_leaves_the_queue_and_its_reason_is_on_the_card()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Chi);
        Assert.Contains("**reason**", (await desk.RunAsync(desk.Chi, "decline", ("claim", "1"))).Refusal());
        (await desk.RunAsync(desk.Chi, "decline", ("claim", "1"), ("reason", "I am on a train"))).Answer();
        Assert.Contains("Nothing waits", (await desk.RunAsync(desk.Chi, "queue")).Answer());
        await desk.SettleAsync();
        Assert.Contains(Surface.TextsOf(desk.CardOf(1)), t => t.Contains("I am on a train", StringComparison.Ordinal));
        Assert.Contains("You have no duty", (await desk.RunAsync(desk.Chi, "decline", ("claim", "1"), ("reason", "Again"))).Refusal());
        (await desk.AssignsAsync(desk.Chi)).Answer();
    }

    [Fact]
    public async Task An_assignment_goes_to_a_colleague_with_its_due_time_who_is_told()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Chi);
        var due = (await desk.ClaimAsync(1)).Due;
        desk.Clock.Advance(TimeSpan.FromHours(5));
        (await desk.RunAsync(desk.Chi, "hand-over", ("claim", "1"), ("to", $"{desk.Dee.Id}"))).Answer();
        var assignment = Assert.Single((await desk.ClaimAsync(1)).OpenAssignments);
        Assert.Equal((desk.Dee.Id, due), (assignment.Reviewer, assignment.Due));
        Assert.Equal([desk.Dee.Id], (await desk.NoticesAsync(1))[^1].Message.Pings);
    }

    [Fact]
    public async Task An_assignment_that_goes_to_somebody_away_comes_with_a_warning()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Chi);
        await desk.RunAsync(desk.Dee, "me away", ("until", "2d"));
        Assert.Contains("They are away until", (await desk.RunAsync(desk.Chi, "hand-over", ("claim", "1"), ("to", $"{desk.Dee.Id}"))).Answer());
    }

    [Fact]
    public async Task An_editor_hands_over_any_assignment_and_a_reviewer_only_their_own()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Chi);
        (string, string)[] options = [("claim", "1"), ("from", $"{desk.Chi.Id}"), ("to", $"{desk.Dee.Id}")];
        Assert.Contains("Only editors", (await desk.RunAsync(desk.Ben, "hand-over", options)).Refusal());
        (await desk.RunAsync(desk.Hal, "hand-over", options)).Answer();
        Assert.Equal(desk.Dee.Id, Assert.Single((await desk.ClaimAsync(1)).Panel).Reviewer);
    }

    [Fact]
    public async Task Nobody_is_handed_what_they_submitted_have_already_or_keep_out_of()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Eli);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.AssignsAsync(desk.Chi);
        await desk.AssignsAsync(desk.Dee);
        await desk.RunAsync(desk.Ben, "recuse", ("claim", "1"));
        foreach (var to in new[] { desk.Eli, desk.Dee, desk.Ben, desk.Fay })
        {
            (await desk.RunAsync(desk.Chi, "hand-over", ("claim", "1"), ("to", $"{to.Id}"))).Refusal();
        }

        Assert.Equal([desk.Chi.Id, desk.Dee.Id], (await desk.ClaimAsync(1)).Panel.Select(a => a.Reviewer));
    }

    [Fact]
    public async Task An_editor_releases_a_missing_vote_and_the_round_closes_if_the_others_suffice()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Eli);
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Chi, "false");
        (await desk.AssignsAsync(desk.Dee)).Answer();
        (await desk.VotesAsync(desk.Dee, "true")).Answer();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        Assert.Contains("the reviewers agree", (await desk.RunAsync(desk.Ada, "release", ("claim", "1"), ("reviewer", $"{desk.Eli.Id}"))).Answer());
        var claim = await desk.ClaimAsync(1);
        Assert.Equal((Stage.Agreed, "true"), (claim.Stage, claim.AgreedRating));
        Assert.Equal(AssignmentState.Released, claim.Assignments.Single(a => a.Reviewer == desk.Eli.Id).State);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task Who_keeps_out_takes_their_vote_with_them_and_is_not_published_as_dissent()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "false");
        (await desk.RunAsync(desk.Ben, "recuse", ("claim", "1"), ("reason", "I know the author"))).Answer();
        Assert.Contains("keep out of #1 already", (await desk.RunAsync(desk.Ben, "recuse", ("claim", "1"))).Refusal());
        Assert.Contains("keeps out", (await desk.VotesAsync(desk.Ben, "true")).Refusal());
        foreach (var reviewer in new[] { desk.Chi, desk.Dee, desk.Eli })
        {
            (await desk.VotesAsync(reviewer, "true")).Answer();
        }

        (await desk.PublishesAsync()).Answer();
        var claim = await desk.ClaimAsync(1);
        Assert.Empty(claim.Verdict!.Dissents);
        Assert.True(Assert.Single(claim.Ballots, b => b.Reviewer == desk.Ben.Id).IsSetAside);
    }

    [Fact]
    public async Task Who_voted_in_an_earlier_round_and_then_keeps_out_is_no_dissent_either()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("true", "false", "mixed");
        (await desk.RunAsync(desk.Chi, "recuse", ("claim", "1"))).Answer();
        (await desk.AssignsAsync(desk.Eli)).Answer();
        foreach (var reviewer in new[] { desk.Ben, desk.Dee, desk.Eli })
        {
            (await desk.VotesAsync(reviewer, "true")).Answer();
        }

        (await desk.PublishesAsync()).Answer();
        Assert.Empty((await desk.ClaimAsync(1)).Verdict!.Dissents);
    }
}
