using FactBot.Domain.Assignments;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;

namespace FactBot.Domain.Claims;

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
    public void RefuseAssignmentUnlessOpen() => Require(ClaimAction.Assign, Stages.ToAssign);

    /// <summary>Assigns a reviewer for an editor. On a disputed claim this opens a new round, where all vote again.</summary>
    public void Assign(PersonId reviewer, DateTimeOffset due, EventContext context)
    {
        RefuseAssignmentUnlessOpen();
        RefuseConflict(reviewer, ClaimAction.Assign);
        if (Stage == Stage.Disputed)
        {
            if (Panel.Any(a => a.Reviewer == reviewer))
            {
                throw new RefusedException(new NotNewToRound(this, reviewer));
            }

            OpenNextRound(due, context);
        }
        else if (FindSeat(reviewer) is not null)
        {
            throw new RefusedException(new AssignedAlready(this, reviewer));
        }

        Seat(reviewer, due, context);
        Revision++;
    }

    /// <summary>Takes a free place for a reviewer, or one that is available because its vote is so late.</summary>
    public void Take(DateTimeOffset due, EventContext context)
    {
        if (Stage == Stage.Disputed)
        {
            throw new RefusedException(new RoundNeedsEditor(this));
        }

        Require(ClaimAction.Take, Stages.ToTake);
        RefuseConflict(context.Who, ClaimAction.Assign);
        if (FindSeat(context.Who) is not null)
        {
            throw new RefusedException(new TakenAlready(this));
        }

        RefuseUnlessSeatIsFree(context.Rules, context.At);
        TakeSeat(due, context);
        Revision++;
    }

    /// <summary>Gives a reviewer's assignment back.</summary>
    public void Decline(string reason, EventContext context)
    {
        Require(ClaimAction.Decline, Stages.ToGiveBack);
        GetOpenAssignment(context.Who, context).Close(AssignmentState.Declined, reason, context.At);
        CloseRoundIfComplete(context);
    }

    /// <summary>Hands an assignment from one reviewer to another. It keeps its due time unless that has passed.</summary>
    public void HandOver(PersonId from, PersonId to, DateTimeOffset due, EventContext context)
    {
        Require(ClaimAction.HandOver, Stages.ToGiveBack);
        var assignment = GetOpenAssignment(from, context);
        RefuseConflict(to, ClaimAction.Assign);
        if (FindSeat(to) is not null)
        {
            throw new RefusedException(new HandedToReviewer(this, to));
        }

        assignment.Close(AssignmentState.HandedOver, null, context.At);
        Seat(to, due, context);
        Revision++;
    }

    /// <summary>Goes on without a reviewer's missing ballot, as an editor decided.</summary>
    public void Release(PersonId reviewer, string? reason, EventContext context)
    {
        Require(ClaimAction.Release, Stages.ToGiveBack);
        GetOpenAssignment(reviewer, context).Close(AssignmentState.Released, reason, context.At);
        CloseRoundIfComplete(context);
    }

    /// <summary>Recuses a reviewer from the claim permanently; their ballot in the current round no longer counts.</summary>
    public void Recuse(string? reason, EventContext context)
    {
        Require(ClaimAction.Recuse, Stages.ToRecuse);
        if (context.Who == SubmittedBy)
        {
            throw new RefusedException(new SubmitterRecusal(this));
        }

        if (!IsOpenTo(context.Who))
        {
            throw new RefusedException(new RecusedAlready(this));
        }

        recusals.Add(new Recusal(context.Who, reason, context.At));
        if (context.Edition > 1 && Proposal?.By == context.Who)
        {
            Proposal = null;
        }

        if (Stage == Stage.Open)
        {
            FindSeat(context.Who)?.Close(AssignmentState.Recused, reason, context.At);
            BallotsOfRound.FirstOrDefault(b => b.Reviewer == context.Who)?.SetAside();
        }

        CloseRoundIfComplete(context);
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

    private Assignment GetOpenAssignment(PersonId reviewer, EventContext context) =>
        FindSeat(reviewer) switch
        {
            { State: AssignmentState.Open } assignment => assignment,
            { } => throw new RefusedException(new VotedAlready(this, reviewer)),
            null => throw new RefusedException(new NotAssigned(this, reviewer, IsAsker: reviewer == context.By)),
        };

    /// <summary>Finds the place that is available because its vote is late; the longest overdue if there are several.</summary>
    private Assignment? FindOffered(DateTimeOffset at) => OpenAssignments.Where(a => a.IsOffered(at)).MinBy(a => a.Due);

    private void RefuseUnlessSeatIsFree(DeskRules rules, DateTimeOffset at)
    {
        if (FreeSeats(rules) == 0 && FindOffered(at) is null)
        {
            throw new RefusedException(new PanelFull(this));
        }
    }

    /// <summary>Takes a free place or, if there is none, the one that is available because its vote is late.</summary>
    private Assignment TakeSeat(DateTimeOffset due, EventContext context)
    {
        if (FreeSeats(context.Rules) == 0)
        {
            FindOffered(context.At)?.Close(AssignmentState.HandedOver, null, context.At);
        }

        return Seat(context.Who, due, context);
    }

    private Assignment Seat(PersonId reviewer, DateTimeOffset due, EventContext context)
    {
        var assignment = new Assignment(Round, reviewer, context.Who, context.At, due);
        assignments.Add(assignment);
        return assignment;
    }

    private void OpenNextRound(DateTimeOffset due, EventContext context)
    {
        var earlier = Panel.Select(a => a.Reviewer).ToList();
        Round++;
        Stage = Stage.Open;
        KeepRules(context);
        Proposal = Proposal is { Kind: ProposalKind.Decision } ? null : Proposal;
        foreach (var reviewer in earlier.Where(IsOpenTo))
        {
            Seat(reviewer, due, context);
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
