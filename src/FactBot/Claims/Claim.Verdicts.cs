using FactBot.Audit;
using FactBot.Chat;
using FactBot.Teams;
using FactBot.Verdicts;

namespace FactBot.Claims;

/// <summary>The claim's verdict: published, corrected, retracted, rechecked. No version is ever overwritten.</summary>
public sealed partial class Claim
{
    /// <summary>The current verdict: neither replaced nor retracted, and public or on hold; null if there is none.</summary>
    public Verdict? Standing => verdicts.Find(v => v.Stands);

    /// <summary>Whether a verdict is public, and neither replaced nor retracted.</summary>
    public bool IsPublic(DateTimeOffset at) =>
        verdicts.Exists(v => v.PublishedAt <= at && v.RetractedAt is null && !v.IsReplaced(at));

    /// <summary>
    /// Whether this person's decision on the verdict, made without the reviewers' agreement, needs a second person. It does if
    /// the team requires it, and always for the claim's submitter, so that no one turns their own claim into a verdict unaided.
    /// </summary>
    public bool NeedsSecond(PersonId proposer, DeskRules team) => team.TwoPeople || proposer == SubmittedBy;

    /// <summary>
    /// Returns the rating the claim would be published with: the agreed one or, if the reviewers are divided, the editor's
    /// own.
    /// </summary>
    public string GetRatingToPublish(string? decided)
    {
        Require("be published", Stages.ToPublish);
        if (!StandingSources.Any())
        {
            throw new DeskRuleException(
                $"{Name} has no source, and a verdict needs one; add it with {new CommandName("evidence add")}.");
        }

        if (AgreedRating is { } agreed)
        {
            return decided is null || decided == agreed
                ? agreed
                : throw new DeskRuleException(
                    $"The reviewers agreed on another rating for {Name}; leave **rating** empty to publish theirs.");
        }

        return decided ?? throw new DeskRuleException(
            $"The reviewers are divided on {Name}; add a reviewer with {new CommandName("assign")} for a new round, or decide alone by giving **rating** and **reason**.");
    }

    /// <summary>Publishes the verdict, after the team's hold time.</summary>
    public void Publish(VerdictText text, EventContext context)
    {
        RefuseDecisionWithoutReason(text);
        if (AgreedRating is null && context.Edition > 0 && NeedsSecond(context.Who, context.Rules))
        {
            throw new DeskRuleException($"The reviewers of {Name} do not agree, and so its verdict needs a second person; propose it with {new CommandName("verdict publish")}.");
        }

        Publish(FactBot.Verdicts.Verdict.Of(this, text, context, GoesOut(context)), context);
    }

    /// <summary>Proposes an editor's decision where the reviewers are divided; it needs a second person's approval.</summary>
    public void ProposeDecision(VerdictText text, EventContext context)
    {
        RefuseDecisionWithoutReason(text);
        Propose(Proposal.Of(text, context.Who, context.At));
    }

    public void ApproveDecision(EventContext context)
    {
        var decision = GetProposal(ProposalKind.Decision, context);
        GetRatingToPublish(decision.Rating);
        Publish(FactBot.Verdicts.Verdict.Of(this, decision, context, GoesOut(context)), context);
    }

    /// <summary>Returns the current verdict; refuses if there is none, before a person fills in a form for it.</summary>
    public Verdict GetStanding(string what) =>
        Standing ?? throw new DeskRuleException($"{Name} cannot {what}: {StageWords.NowIn(this)}");

    /// <summary>Proposes an editor's correction; it is published once a second person approves it.</summary>
    public void ProposeCorrection(Correction correction, EventContext context)
    {
        var standing = GetStanding("be corrected");
        if (context.Edition > 0 && (correction.Rating, correction.Summary, correction.Explanation) == (standing.Rating, standing.Summary, standing.Explanation))
        {
            throw new DeskRuleException($"That is what the verdict on {Name} says already; change its rating, summary or explanation.");
        }

        Propose(Proposal.Of(correction));
    }

    /// <summary>Approves the correction as the second person: it becomes the verdict's next version.</summary>
    public void ApproveCorrection(EventContext context)
    {
        var correction = GetProposal(ProposalKind.Correction, context);
        var standing = GetStanding("be corrected");
        var goesOut = standing.PublishedAt > context.At ? standing.PublishedAt : context.At;
        Issue(FactBot.Verdicts.Verdict.Of(this, standing, correction, context, goesOut), context);
        Proposal = null;
        Revision++;
    }

    public void ProposeRetraction(string reason, EventContext context)
    {
        GetStanding("have its verdict retracted");
        Propose(new(ProposalKind.Retraction, reason, context.Who, context.At));
    }

    public void ApproveRetraction(EventContext context)
    {
        var retraction = GetProposal(ProposalKind.Retraction, context);
        Retract(retraction.Reason, retraction.By, context);
    }

    /// <summary>Retracts the verdict at once, if one person may do so or it isn't public yet.</summary>
    public void Retract(string reason, EventContext context)
    {
        GetStanding("have its verdict retracted");
        if (context.Edition > 0 && IsPublic(context.At) && NeedsSecond(context.Who, context.Rules))
        {
            throw new DeskRuleException($"The verdict on {Name} is published, and taking it back needs a second person; use {new CommandName("verdict retract")}.");
        }

        Retract(reason, context.Who, context);
    }

    /// <summary>Returns the proposal that awaits a second person; refuses if there is none.</summary>
    public Proposal GetProposal() => Proposal ?? throw new DeskRuleException(
        $"Nothing about {Name} waits for a second person: it has already been approved or dropped, or nobody proposed it. An editor does with {new CommandName("verdict correct")}, {new CommandName("verdict retract")} or, on a disputed claim, {new CommandName("verdict publish")}.");

    public void DropProposal()
    {
        GetProposal();
        Proposal = null;
        Revision++;
    }

    /// <summary>Records that an editor checked again and found that the verdict still holds.</summary>
    public void Recheck(EventContext context)
    {
        GetStanding("be checked again").FindThatItHolds(context.At, context.Rules.ShelfLifeDays);
        Revision++;
    }

    private static DateTimeOffset GoesOut(EventContext context) => context.At.AddHours(context.Rules.HoldHours);

    private void RefuseDecisionWithoutReason(VerdictText text)
    {
        GetRatingToPublish(text.Rating);
        if (AgreedRating is null && text.DecidedFor is null)
        {
            throw new DeskRuleException($"A decision on a disputed claim is published with its reason; give **reason** too.");
        }
    }

    private void Propose(Proposal proposal)
    {
        Proposal = proposal;
        Revision++;
    }

    /// <summary>Returns the proposal for the second person: someone who neither proposed it nor submitted the claim.</summary>
    private Proposal GetProposal(ProposalKind kind, EventContext context)
    {
        var proposal = GetProposal();
        var isSecond = proposal.By != context.By && (context.By != SubmittedBy || context.Edition == 0);
        return proposal.Kind == kind && (isSecond || (proposal.By == context.By && context.Edition > 0 && !NeedsSecond(context.Who, context.Rules)))
            ? proposal
            : throw new DeskRuleException(proposal.By == context.By
                ? $"You proposed this {kind.ToString().ToLowerInvariant()} of {Name}, and a second person has to approve it: another editor or a reviewer."
                : (Words)$"You submitted {Name}, and so a second person other than you has to approve this: another editor or a reviewer.");
    }

    private void Publish(Verdict verdict, EventContext context)
    {
        Issue(verdict, context);
        (ReopenedFor, Proposal) = (null, null);
        Change(Stage.Published);
    }

    /// <summary>Adds a verdict. A public one stays current until the new one is; one on hold is replaced at once.</summary>
    private void Issue(Verdict verdict, EventContext context)
    {
        foreach (var before in verdicts.Where(v => v.Stands).ToList())
        {
            before.Replace(before.IsHeld(context.At) ? context.At : verdict.PublishedAt);
        }

        verdicts.Add(verdict);
    }

    /// <summary>Retracts the current verdict. If it's still on hold, also retracts the public one before it.</summary>
    private void Retract(string reason, PersonId by, EventContext context)
    {
        do
        {
            TakeBack(Standing!, reason, by, context.At);
        }
        while (context.Edition > 0 && Standing is not null);

        Proposal = context.Edition > 0 && Proposal is { Kind: ProposalKind.Decision } ? Proposal : null;
        Change(Stage == Stage.Published ? Stage.Retracted : Stage);
    }

    /// <summary>Retracts a verdict; if it was still on hold, the one before it becomes current again.</summary>
    private void TakeBack(Verdict verdict, string reason, PersonId by, DateTimeOffset at)
    {
        foreach (var before in verdicts.Where(v => v.ReplacedAt > at))
        {
            before.GoOn();
        }

        verdict.Retract(reason, by, at);
    }
}
