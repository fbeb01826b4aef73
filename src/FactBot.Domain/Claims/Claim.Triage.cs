using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;

namespace FactBot.Domain.Claims;

/// <summary>What happens to a claim before it is reviewed, and how it comes back.</summary>
public sealed partial class Claim
{
    /// <summary>Refuses a triage that comes too late, before an editor fills in a form for it.</summary>
    public void RefuseTriageUnlessSubmitted() => Require(ClaimAction.Triage, Stages.ToTriage);

    public void Accept(EventContext context)
    {
        RefuseTriageUnlessSubmitted();
        Open(context);
    }

    public void Reject(string reason)
    {
        RefuseTriageUnlessSubmitted();
        RejectedFor = reason;
        Change(Stage.Rejected);
    }

    /// <summary>Refuses an original that this claim can't be a duplicate of.</summary>
    public void RefuseDuplicateOf(Claim original)
    {
        RefuseTriageUnlessSubmitted();
        if (original.Number == Number)
        {
            throw new RefusedException(new DuplicateOfItself(this));
        }

        if (original.Stage is Stage.Duplicate)
        {
            throw new RefusedException(new OriginalIsDuplicate(original));
        }

        if (original.Stage is Stage.Split)
        {
            throw new RefusedException(new OriginalIsSplit(original));
        }
    }

    public void MarkDuplicate(int of)
    {
        RefuseTriageUnlessSubmitted();
        DuplicateOf = of;
        Change(Stage.Duplicate);
    }

    /// <summary>Updates a duplicate's original when that turns out to be a duplicate too.</summary>
    public void Follow(int of)
    {
        DuplicateOf = of;
        Revision++;
    }

    public void Split(IReadOnlyList<int> parts)
    {
        RefuseTriageUnlessSubmitted();
        Parts = parts;
        Change(Stage.Split);
    }

    /// <summary>Withdraws the claim on behalf of its submitter; refuses once there are votes.</summary>
    public void Withdraw(EventContext context)
    {
        Require(ClaimAction.Withdraw, Stages.ToWithdraw);
        if (context.Who != SubmittedBy)
        {
            throw new RefusedException(new NotSubmitter(this));
        }

        if (ballots.Count > 0)
        {
            throw new RefusedException(new HasVotes(this));
        }

        ReleaseOpenAssignments(context.At);
        Change(Stage.Withdrawn);
    }

    /// <summary>Adds an upvote; refuses a second one from the same person.</summary>
    public void AddUpvote(PersonId by, DateTimeOffset at)
    {
        Require(ClaimAction.Upvote, Stages.ToWant);
        if (upvotes.Exists(u => u.Person == by))
        {
            throw new RefusedException(new UpvotedAlready(this));
        }

        upvotes.Add(new Upvote(by, at));
        Revision++;
    }

    public void Prioritise(Priority priority)
    {
        Require(ClaimAction.Prioritise, Stages.ToPrioritise);
        Priority = priority;
        Revision++;
    }

    public void SetTopics(IReadOnlyList<string> topics)
    {
        Require(ClaimAction.SetTopics, Stages.ToResearch);
        Topics = topics;
        Revision++;
    }

    /// <summary>
    /// Sends the claim back, as an editor decided: to triage if it was turned away there, otherwise to a new round with nobody
    /// assigned yet. Ballots, sources and verdicts stay on record; a verdict that is still on hold won't be published.
    /// </summary>
    public void Reopen(string reason, EventContext context)
    {
        Require(ClaimAction.Reopen, Stages.ToReopen);
        (ReopenedFor, RejectedFor, DuplicateOf) = (reason, null, null);
        if (Stage is Stage.Rejected or Stage.Duplicate or Stage.Withdrawn)
        {
            if (context.Rules.NeedsTriage)
            {
                Change(Stage.Submitted);
                return;
            }
        }
        else
        {
            Round++;
        }

        var held = verdicts.Find(v => v.IsHeld(context.At));
        if (held is not null)
        {
            TakeBack(held, reason, context.Who, context.At);
        }

        // A public verdict can still be corrected or retracted, including by a proposal that awaits a second person.
        var stays = context.Edition > 0 && held is null && Proposal is { Kind: not ProposalKind.Decision } && Standing is not null;
        (AgreedRating, Proposal) = (null, stays ? Proposal : null);
        Open(context);
    }

    private void Open(EventContext context)
    {
        Scale = context.Team.Scale;
        KeepRules(context);
        Change(Stage.Open);
    }
}
