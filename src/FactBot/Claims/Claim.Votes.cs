using FactBot.Audit;
using FactBot.Chat;
using FactBot.Teams;
using FactBot.Votes;

namespace FactBot.Claims;

/// <summary>How the reviewers vote on the claim, and when a round closes.</summary>
public sealed partial class Claim
{
    /// <summary>The ballots that count in the present round: each reviewer's latest.</summary>
    public IEnumerable<Ballot> BallotsOfRound => ballots.Where(b => b.Round == Round && !b.IsSetAside);

    /// <summary>Whether the ratings of a round may be shown: it has closed.</summary>
    public bool IsUnsealed(int round) => round < Round || Stage != Stage.Open;

    /// <summary>Refuses a vote that the rules do not allow, before anybody fills a form for it.</summary>
    public void RefuseVoteUnlessAllowed(PersonId voter, DeskRules rules)
    {
        Require("be voted on", Stages.ToVote);
        RefuseConflict(voter, "vote on");
        if (FindSeat(voter) is null)
        {
            RefuseUnlessSeatIsFree(rules);
        }

        var sites = StandingSources.Select(s => s.Site).Distinct().Count();
        if (sites < rules.SourcesNeeded)
        {
            Words needed = rules.SourcesNeeded == 1 ? (Words)$"a source" : $"{rules.SourcesNeeded} sources of different sites";
            throw new DeskRuleException(
                $"{Name} needs {needed} before anybody votes and has {sites}; add one with {new CommandName("evidence add")}.");
        }
    }

    /// <summary>
    /// Casts a ballot, or replaces the reviewer's earlier one, and closes the round when the rule of <see cref="Tally"/>
    /// says so. Who votes without having been assigned takes a free seat with it.
    /// </summary>
    public void CastVote(string rating, Confidence confidence, string reason, Act act)
    {
        RefuseVoteUnlessAllowed(act.Who, act.Rules);
        BallotsOfRound.FirstOrDefault(b => b.Reviewer == act.Who)?.SetAside();
        ballots.Add(new Ballot(Round, act.Who, rating, confidence, reason, act.At));
        (FindSeat(act.Who) ?? Seat(act.Who, act.At, act)).Finish(act.At);
        CloseRoundIfDecided(act);
    }

    private void CloseRoundIfDecided(Act act)
    {
        Revision++;
        if (Stage != Stage.Open)
        {
            return;
        }

        var tally = Tally.Of(BallotsOfRound.Select(b => b.Rating), act.Rules.Quorum, act.Rules.Agreement, OpenAssignments.Count());
        AgreedRating = tally.AgreedRating;
        if (tally.Outcome != Stage.Open)
        {
            ReleaseOpenAssignments(act.At);
            Stage = tally.Outcome;
        }
    }
}
