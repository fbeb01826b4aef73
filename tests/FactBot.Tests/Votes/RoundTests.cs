using FactBot.Audit;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Votes;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Votes;

public class RoundTests
{
    [Fact]
    public async Task A_round_waits_for_every_reviewer_whatever_the_others_agree_on()
    {
        await using var desk = await AssignedAsync();
        await desk.VoteAllAsync("true");
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        Assert.Contains("3 of 4 votes in, closes", string.Join('\n', Surface.TextsOf((await desk.RunAsync(desk.Fay, "claim show", ("claim", "1"))).Card!)), StringComparison.Ordinal);
        Assert.Contains("closed the round", (await desk.VotesAsync(desk.Eli, "false")).Answer());
        Assert.Equal(Stage.Agreed, (await desk.ClaimAsync(1)).Stage);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task Voting_again_with_each_rating_in_turn_tells_nothing()
    {
        await using var desk = await AssignedAsync();
        await desk.VotesAsync(desk.Ben, "mixed");
        await desk.VotesAsync(desk.Chi, "mixed");
        await desk.VotesAsync(desk.Dee, "not-a-claim");
        string[] ratings = ["true", "mostly-true", "mixed", "mostly-false", "false", "unverifiable", "missing-context", "not-a-claim"];
        var answers = new HashSet<string>();
        foreach (var rating in ratings)
        {
            answers.Add((await desk.VotesAsync(desk.Dee, rating)).Answer());
        }

        Assert.Single(answers);
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
    }

    [Fact]
    public async Task When_the_missing_votes_are_due_the_desk_closes_a_round_that_has_enough_and_tells_them()
    {
        await using var desk = await AssignedAsync();
        await desk.VoteAllAsync("true", "true", "false");
        desk.Clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        await desk.SettleAsync();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);

        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.SettleAsync();
        await desk.SettleAsync();
        var claim = await desk.ClaimAsync(1);
        Assert.Equal((Stage.Agreed, "true"), (claim.Stage, claim.AgreedRating));
        Assert.Equal(AssignmentState.Released, claim.Assignments.Single(a => a.Reviewer == desk.Eli.Id).State);
        var told = (await desk.NoticesAsync(1))[^1].Message;
        Assert.Equal([desk.Fay.Id, desk.Eli.Id], told.Pings);
        Assert.Contains("no longer waited for", told.Text!.ToString());
        var entry = Assert.Single(await desk.LookAsync(db => db.Audit.Where(e => e.Action == "closed the round of").ToListAsync()));
        Assert.Null(entry.Who);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task After_the_due_time_the_vote_that_makes_enough_closes_the_round()
    {
        await using var desk = await AssignedAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Chi, "true");
        desk.Clock.Advance(TimeSpan.FromHours(60));
        await desk.SettleAsync();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        Assert.Contains("closed the round", (await desk.VotesAsync(desk.Dee, "true")).Answer());
        Assert.Equal([desk.Fay.Id, desk.Eli.Id], (await desk.NoticesAsync(1))[^1].Message.Pings);
        await desk.AssertReplayAsync();
    }

    [Theory]
    [InlineData("quorum", "1")]
    [InlineData("sources", "3")]
    [InlineData("agreement", "unanimous")]
    public async Task A_round_keeps_the_rules_of_its_opening(string rule, string value)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        (await desk.RunAsync(desk.Ada, "settings", ("rule", rule), ("value", value))).Answer();
        await desk.SettleAsync();
        (await desk.VotesAsync(desk.Ben, "mostly-true")).Answer();
        (await desk.VotesAsync(desk.Ben, "true")).Answer();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        (await desk.VotesAsync(desk.Chi, "true")).Answer();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        (await desk.VotesAsync(desk.Dee, "false")).Answer();
        Assert.Equal(Stage.Agreed, (await desk.ClaimAsync(1)).Stage);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task No_release_decline_recusal_or_added_reviewer_closes_a_round_on_too_few_votes()
    {
        await using var desk = await AssignedAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Chi, "true");
        (await desk.RunAsync(desk.Ada, "release", ("claim", "1"), ("reviewer", $"{desk.Dee.Id}"))).Answer();
        (await desk.RunAsync(desk.Eli, "decline", ("claim", "1"), ("reason", "No time"))).Answer();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        (await desk.RunAsync(desk.Ada, "assign", ("claim", "1"), ("reviewer", $"{desk.Hal.Id}"), ("due", "1h"))).Answer();
        desk.Clock.Advance(TimeSpan.FromHours(2));
        await desk.SettleAsync();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        (await desk.RunAsync(desk.Chi, "recuse", ("claim", "1"))).Answer();
        (await desk.VotesAsync(desk.Hal, "true")).Answer();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        (await desk.VotesAsync(desk.Dee, "true")).Answer();
        Assert.Equal(Stage.Agreed, (await desk.ClaimAsync(1)).Stage);
        await desk.AssertReplayAsync();
    }

    [Theory]
    [InlineData("off", "without your name")]
    [InlineData("on", "with your name")]
    public async Task Voters_are_told_what_may_be_published_and_that_holds(string names, string told)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "dissent-names"), ("value", names));
        await desk.OpenClaimAsync();
        Assert.Contains(told, (await desk.RunAsync(desk.Ben, "vote", ("claim", "1"))).Form!.Note!.ToString());
        Assert.Contains(told, (await desk.VotesAsync(desk.Ben, "false")).Answer());
        await desk.RunAsync(desk.Ada, "settings", ("rule", "dissent-names"), ("value", names == "on" ? "off" : "on"));
        await desk.VotesAsync(desk.Chi, "true");
        await desk.VotesAsync(desk.Dee, "true");
        (await desk.PublishesAsync()).Answer();
        Assert.Equal(names == "on" ? desk.Ben.Id : null, Assert.Single((await desk.ClaimAsync(1)).Verdict!.Dissents).Reviewer);
    }

    /// <summary>Who sees the trail sees hashes; two votes that say the same must not have the same.</summary>
    [Fact]
    public async Task A_vote_s_hash_cannot_be_found_by_trying_ratings()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        foreach (var voter in new[] { desk.Ben, desk.Chi })
        {
            (await desk.RunAsync(voter, "vote", ("claim", "1"), ("rating", "true"), ("reason", "Yes"))).Answer();
        }

        var votes = await desk.LookAsync(db => db.Audit.Where(e => e.Action == EventWords.Voted).Select(e => e.DetailsHash).ToListAsync());
        Assert.Equal(2, votes.Distinct().Count());
    }

    [Fact]
    public async Task A_round_that_was_open_before_rounds_kept_their_rules_keeps_the_team_s_from_then_on()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.LookAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE Claims SET RoundRules_VotesNeeded = NULL, RoundRules_Agreement = NULL, RoundRules_SourcesNeeded = NULL, RoundRules_NamesDissenters = NULL, NextLookAt = 0"));
        await desk.SettleAsync();
        await desk.SettleAsync();
        Assert.Equal(new RoundRules(3, Agreement.TwoThirds, 1, false), (await desk.ClaimAsync(1)).RoundRules);
        Assert.Equal(1, await desk.LookAsync(db => db.Audit.CountAsync(e => e.Action == "kept the rules of the round of")));
        await desk.AssertReplayAsync();
    }

    /// <summary>As the first edition wrote it: the third vote for one rating closed the round, though a fourth was missing.</summary>
    [Fact]
    public async Task A_trail_of_the_first_edition_still_leads_to_the_same_claim()
    {
        await using var desk = await AssignedAsync();
        var trail = (await desk.LookAsync(db => db.Audit.OrderBy(e => e.Number).ToListAsync())).ConvertAll(e => (e.At, e.Who, Event: e.Event! with { Edition = 0 }));
        var at = desk.Clock.GetUtcNow();
        foreach (var (voter, rating, led) in new[] { (desk.Ben, "true", (Stage?)null), (desk.Chi, "false", null), (desk.Chi, "true", null), (desk.Dee, "true", Stage.Agreed) })
        {
            trail.Add((at, voter.Id, new BallotCast(rating, Confidence.High, "Why") { Claim = 1, LedTo = led }));
        }

        var old = trail.Select((e, i) => new AuditEntry(desk.Team, i + 1, e.At, new AuditFact(e.Who, EventWords.ActionOf(e.Event), "claim #1", null, EventJson.Write(e.Event)), ""));
        var claim = Replay.Of(desk.Team, old).Claims[1];
        Assert.Equal((Stage.Agreed, "true", null), (claim.Stage, claim.AgreedRating, claim.RoundRules));
        Assert.Equal(AssignmentState.Released, claim.Assignments.Single(a => a.Reviewer == desk.Eli.Id).State);
    }

    /// <summary>Claim 1 is open, with four reviewers of whom three suffice.</summary>
    private static async Task<TestDesk> AssignedAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        foreach (var reviewer in new[] { desk.Ben, desk.Chi, desk.Dee, desk.Eli })
        {
            (await desk.AssignsAsync(reviewer)).Answer();
        }

        return desk;
    }
}
