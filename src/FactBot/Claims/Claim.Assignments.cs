using FactBot.Assignments;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Teams;
using FactBot.Verdicts;

namespace FactBot.Claims;

/// <summary>
/// The claim's assignments. A round has as many places as it needs votes, or more if an editor adds reviewers. It closes
/// when no ballot is missing, or when the missing ones are past due and the others suffice.
/// </summary>
public sealed partial class Claim
{
    /// <summary>The current round's assignments with a ballot cast or still outstanding.</summary>
    public IEnumerable<Assignment> Panel =>
        assignments.Where(a => a.Round == Round && a.State is AssignmentState.Open or AssignmentState.Done);

    /// <summary>The assignments with a ballot still outstanding.</summary>
    public IEnumerable<Assignment> OpenAssignments => assignments.Where(a => a.State == AssignmentState.Open);

    /// <summary>Returns how many more reviewers fit in the current round without an editor adding them.</summary>
    public int FreeSeats(DeskRules team) => Math.Max(0, RulesFor(team).VotesNeeded - Panel.Count());

    /// <summary>When the next ballot is due; null if none is outstanding.</summary>
    public DateTimeOffset? Due => OpenAssignments.Min(a => (DateTimeOffset?)a.Due);

    /// <summary>When the last missing ballot is due and the round closes if the rest suffice; null if none is missing.</summary>
    public DateTimeOffset? RoundDue => OpenAssignments.Max(a => (DateTimeOffset?)a.Due);

    /// <summary>Whether this person may be assigned the claim at all.</summary>
    public bool IsOpenTo(PersonId reviewer) => reviewer != SubmittedBy && !recusals.Exists(r => r.Person == reviewer);

    /// <summary>Refuses an assignment at the wrong stage, before a reviewer is chosen.</summary>
    public void RefuseAssignmentUnlessOpen() => Require("be assigned", Stages.ToAssign);

    /// <summary>Assigns a reviewer for an editor. On a disputed claim this opens a new round, where all vote again.</summary>
    public void Assign(PersonId reviewer, DateTimeOffset due, Act act)
    {
        RefuseAssignmentUnlessOpen();
        RefuseConflict(reviewer, "review");
        if (Stage == Stage.Disputed)
        {
            if (Panel.Any(a => a.Reviewer == reviewer))
            {
                throw new DeskRuleException(
                    $"{reviewer} has voted on {Name} already; a new round needs a reviewer who has not, or an editor decides with {new CommandName("verdict publish")}.");
            }

            OpenNextRound(due, act);
        }
        else if (FindSeat(reviewer) is not null)
        {
            throw new DeskRuleException($"{Name} is already assigned to {reviewer}; choose another reviewer.");
        }

        Seat(reviewer, due, act);
        Revision++;
    }

    /// <summary>Takes a free place for a reviewer, or one that is available because its vote is so late.</summary>
    public void Take(DateTimeOffset due, Act act)
    {
        if (Stage == Stage.Disputed)
        {
            throw new DeskRuleException(
                $"{Name} is disputed, and only an editor opens a new round, with {new CommandName("assign")}.");
        }

        Require("be taken", Stages.ToTake);
        RefuseConflict(act.Who, "review");
        if (FindSeat(act.Who) is not null)
        {
            throw new DeskRuleException($"You have {Name} already; vote from its card.");
        }

        RefuseUnlessSeatIsFree(act.Rules, act.At);
        TakeSeat(due, act);
        Revision++;
    }

    /// <summary>Gives a reviewer's assignment back.</summary>
    public void Decline(string reason, Act act)
    {
        Require("be declined", Stages.ToGiveBack);
        GetOpenDuty(act.Who, act).Close(AssignmentState.Declined, reason, act.At);
        CloseRoundIfComplete(act);
    }

    /// <summary>Hands an assignment from one reviewer to another. It keeps its due time unless that has passed.</summary>
    public void HandOver(PersonId from, PersonId to, DateTimeOffset due, Act act)
    {
        Require("be handed over", Stages.ToGiveBack);
        var duty = GetOpenDuty(from, act);
        RefuseConflict(to, "review");
        if (FindSeat(to) is not null)
        {
            throw new DeskRuleException($"{to} has {Name} already; choose somebody else.");
        }

        duty.Close(AssignmentState.HandedOver, null, act.At);
        Seat(to, due, act);
        Revision++;
    }

    /// <summary>Goes on without a reviewer's missing ballot, as an editor decided.</summary>
    public void Release(PersonId reviewer, string? reason, Act act)
    {
        Require("be released", Stages.ToGiveBack);
        GetOpenDuty(reviewer, act).Close(AssignmentState.Released, reason, act.At);
        CloseRoundIfComplete(act);
    }

    /// <summary>Recuses a reviewer from the claim permanently; their ballot in the current round no longer counts.</summary>
    public void Recuse(string? reason, Act act)
    {
        Require("be recused from", Stages.ToRecuse);
        if (act.Who == SubmittedBy)
        {
            throw new DeskRuleException($"You submitted {Name}, and so you keep out of its review anyway.");
        }

        if (!IsOpenTo(act.Who))
        {
            throw new DeskRuleException($"You keep out of {Name} already.");
        }

        recusals.Add(new Recusal(act.Who, reason, act.At));
        if (act.Edition > 1 && Proposal?.By == act.Who)
        {
            Proposal = null;
        }

        if (Stage == Stage.Open)
        {
            FindSeat(act.Who)?.Close(AssignmentState.Recused, reason, act.At);
            BallotsOfRound.FirstOrDefault(b => b.Reviewer == act.Who)?.SetAside();
        }

        CloseRoundIfComplete(act);
    }

    /// <summary>Erases the reason for an erased person's recusal; the recusal itself stays.</summary>
    public void EraseRecusalReason(PersonId person)
    {
        if (recusals.Find(r => r.Person == person && r.Reason is not null) is { } recusal)
        {
            recusals.Remove(recusal);
            recusals.Add(recusal with { Reason = null });
        }
    }

    private Assignment? FindSeat(PersonId reviewer) => Panel.FirstOrDefault(a => a.Reviewer == reviewer);

    private Assignment GetOpenDuty(PersonId reviewer, Act act) =>
        FindSeat(reviewer) switch
        {
            { State: AssignmentState.Open } duty => duty,
            { } => throw new DeskRuleException($"{reviewer} has voted on {Name} already; the ballot stands until the round closes."),
            null when reviewer == act.By => throw new DeskRuleException(
                $"You have no duty on {Name}; {new CommandName("queue")} shows those you have."),
            null => throw new DeskRuleException(
                $"{reviewer} has no duty on {Name}; {new CommandName("claim show")} tells who has."),
        };

    /// <summary>Finds the place that is available because its vote is late; the longest overdue if there are several.</summary>
    private Assignment? FindOffered(DateTimeOffset at) => OpenAssignments.Where(a => a.IsOffered(at)).MinBy(a => a.Due);

    private void RefuseUnlessSeatIsFree(DeskRules rules, DateTimeOffset at)
    {
        if (FreeSeats(rules) == 0 && FindOffered(at) is null)
        {
            throw new DeskRuleException(
                $"{Name} has its {Count.Of(Panel.Count(), "reviewer")} already; an editor can add you with {new CommandName("assign")}.");
        }
    }

    /// <summary>Takes a free place or, if there is none, the one that is available because its vote is late.</summary>
    private Assignment TakeSeat(DateTimeOffset due, Act act)
    {
        if (FreeSeats(act.Rules) == 0)
        {
            FindOffered(act.At)?.Close(AssignmentState.HandedOver, null, act.At);
        }

        return Seat(act.Who, due, act);
    }

    private Assignment Seat(PersonId reviewer, DateTimeOffset due, Act act)
    {
        var assignment = new Assignment(Round, reviewer, act.Who, act.At, due);
        assignments.Add(assignment);
        return assignment;
    }

    private void OpenNextRound(DateTimeOffset due, Act act)
    {
        var earlier = Panel.Select(a => a.Reviewer).ToList();
        Round++;
        Stage = Stage.Open;
        KeepRules(act);
        Proposal = Proposal is { Kind: ProposalKind.Decision } ? null : Proposal;
        foreach (var reviewer in earlier.Where(IsOpenTo))
        {
            Seat(reviewer, due, act);
        }
    }

    private void ReleaseOpenAssignments(DateTimeOffset at)
    {
        foreach (var assignment in OpenAssignments.ToList())
        {
            assignment.Close(AssignmentState.Released, null, at);
        }
    }
}
