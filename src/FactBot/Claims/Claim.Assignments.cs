using FactBot.Assignments;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Teams;
using FactBot.Verdicts;

namespace FactBot.Claims;

/// <summary>
/// Who reviews the claim. A round has as many seats as it needs votes, more where an editor adds reviewers; it closes once
/// nobody's ballot is missing, or when those that are missing are due and the others suffice.
/// </summary>
public sealed partial class Claim
{
    /// <summary>Those who review it in the present round: a ballot is in, or still owed.</summary>
    public IEnumerable<Assignment> Panel =>
        assignments.Where(a => a.Round == Round && a.State is AssignmentState.Open or AssignmentState.Done);

    /// <summary>Who still owes a ballot.</summary>
    public IEnumerable<Assignment> OpenAssignments => assignments.Where(a => a.State == AssignmentState.Open);

    /// <summary>How many reviewers the present round still has room for without an editor's adding them.</summary>
    public int FreeSeats(DeskRules team) => Math.Max(0, RulesFor(team).VotesNeeded - Panel.Count());

    /// <summary>When the next ballot is due; null where none is owed.</summary>
    public DateTimeOffset? Due => OpenAssignments.Min(a => (DateTimeOffset?)a.Due);

    /// <summary>When the last ballot that is missing is due, and the round closes if the others suffice; null where none is owed.</summary>
    public DateTimeOffset? RoundDue => OpenAssignments.Max(a => (DateTimeOffset?)a.Due);

    /// <summary>Whether somebody may be given this claim at all.</summary>
    public bool IsOpenTo(PersonId reviewer) => reviewer != SubmittedBy && !recusals.Exists(r => r.Person == reviewer);

    /// <summary>Refuses an assignment at the wrong stage, before anybody is chosen.</summary>
    public void RefuseAssignmentUnlessOpen() => Require("be assigned", Stages.ToAssign);

    /// <summary>An editor gives a reviewer the duty to vote. On a disputed claim it opens a new round, in which all vote afresh.</summary>
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

    /// <summary>A reviewer takes a free seat, or one whose vote is so late that it is offered.</summary>
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

    /// <summary>A reviewer gives their duty back.</summary>
    public void Decline(string reason, Act act)
    {
        Require("be declined", Stages.ToGiveBack);
        GetOpenDuty(act.Who, act).Close(AssignmentState.Declined, reason, act.At);
        CloseRoundIfComplete(act);
    }

    /// <summary>A duty goes from one reviewer to another, with its due time unless that has passed.</summary>
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

    /// <summary>An editor goes on without a reviewer's missing ballot.</summary>
    public void Release(PersonId reviewer, string? reason, Act act)
    {
        Require("be released", Stages.ToGiveBack);
        GetOpenDuty(reviewer, act).Close(AssignmentState.Released, reason, act.At);
        CloseRoundIfComplete(act);
    }

    /// <summary>A reviewer keeps out of the claim for good; a ballot of theirs in the present round no longer counts.</summary>
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

    /// <summary>Why they keep out goes, as they were forgotten; that somebody does stays.</summary>
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

    /// <summary>The seat that is offered to others since its vote is so late; the one that is late for longest.</summary>
    private Assignment? FindOffered(DateTimeOffset at) => OpenAssignments.Where(a => a.IsOffered(at)).MinBy(a => a.Due);

    private void RefuseUnlessSeatIsFree(DeskRules rules, DateTimeOffset at)
    {
        if (FreeSeats(rules) == 0 && FindOffered(at) is null)
        {
            throw new DeskRuleException(
                $"{Name} has its {Count.Of(Panel.Count(), "reviewer")} already; an editor can add you with {new CommandName("assign")}.");
        }
    }

    /// <summary>A seat that is free or, where none is, the one that is offered.</summary>
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
