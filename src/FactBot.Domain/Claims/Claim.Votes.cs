using FactBot.Domain.Teams;
using FactBot.Domain.Votes;

namespace FactBot.Domain.Claims;

/// <summary>How reviewers vote on the claim, and when a round closes.</summary>
public sealed partial class Claim
{
    /// <summary>The ballots that count in the current round: each reviewer's latest.</summary>
    public IEnumerable<Ballot> BallotsOfRound => ballots.Where(b => b.Round == Round && !b.IsSetAside);

    /// <summary>Whether the ratings of a round may be shown because it has closed.</summary>
    public bool IsUnsealed(int round) => round < Round || Stage != Stage.Open;

    /// <summary>Returns the current round's rules: those it opened with, or the team's if none were kept.</summary>
    public RoundRules RulesFor(DeskRules team) => RoundRules ?? RoundRules.Of(team);

    /// <summary>Whether enough votes are in for the round to close when the missing ones are due.</summary>
    public bool HasVotesNeeded(DeskRules team) => BallotsOfRound.Count() >= RulesFor(team).VotesNeeded;

    /// <summary>Refuses a vote the rules don't allow, before the voter fills in a form for it.</summary>
    public void RefuseVoteUnlessAllowed(PersonId voter, DeskRules team, DateTimeOffset at)
    {
        Require(ClaimAction.Vote, Stages.ToVote);
        RefuseConflict(voter, ClaimAction.Vote);
        if (FindSeat(voter) is null)
        {
            RefuseUnlessSeatIsFree(team, at);
        }

        var sites = StandingSources.Select(s => s.Site).Distinct().Count();
        if (RulesFor(team).SourcesNeeded is var most && sites < most)
        {
            throw new RefusedException(new SourcesMissing(this, most, sites));
        }
    }

    /// <summary>
    /// Casts a ballot, or replaces the reviewer's earlier one, and closes the round if <see cref="Tally.MayClose"/> says so.
    /// A voter without an assignment takes a place, as with <see cref="Take"/>.
    /// </summary>
    public void CastVote(string rating, Confidence confidence, string reason, EventContext context)
    {
        RefuseVoteUnlessAllowed(context.Who, context.Rules, context.At);
        BallotsOfRound.FirstOrDefault(b => b.Reviewer == context.Who)?.SetAside();
        ballots.Add(new Ballot(Round, context.Who, rating, confidence, reason, context.At));
        (FindSeat(context.Who) ?? TakeSeat(context.At, context)).Finish(context.At);
        CloseRoundIfComplete(context);
    }

    /// <summary>Closes the round when the missing votes are past due and the others suffice.</summary>
    public void CloseRoundAtDue(EventContext context)
    {
        Require(ClaimAction.CloseRound, Stages.ToVote);
        CloseRoundIfComplete(context);
        if (Stage == Stage.Open)
        {
            throw new RefusedException(new RoundGoesOn(this));
        }
    }

    /// <summary>Sets the rules of a round that was opened before rounds kept their rules.</summary>
    public void KeepRules(RoundRules rules) => RoundRules = rules;

    private void KeepRules(EventContext context) => RoundRules = context.Edition == 0 ? null : RoundRules.Of(context.Rules);

    private void CloseRoundIfComplete(EventContext context)
    {
        Revision++;
        if (Stage == Stage.Open && FindOutcome(context) is { } tally)
        {
            ReleaseOpenAssignments(context.At);
            (Stage, AgreedRating) = tally;
        }
    }

    /// <summary>Returns the round's outcome; null while it goes on.</summary>
    private Tally? FindOutcome(EventContext context)
    {
        var ratings = BallotsOfRound.Select(b => b.Rating).ToList();
        if (context.Edition == 0)
        {
            var tally = FirstEdition.Tally(ratings, context.Rules.Quorum, context.Rules.Agreement, OpenAssignments.Count());
            return tally.Outcome == Stage.Open ? null : tally;
        }

        var rules = RulesFor(context.Rules);
        return Tally.MayClose(ratings.Count, rules.VotesNeeded, OpenAssignments.Select(a => a.Due), context.At)
            ? Tally.Of(ratings, rules.Agreement)
            : null;
    }
}
