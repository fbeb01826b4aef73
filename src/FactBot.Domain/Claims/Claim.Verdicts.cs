using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;

namespace FactBot.Domain.Claims;

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
    /// If its author is unnamed, it may be anyone. The events don't ask for that, because they are applied again to a claim
    /// whose submitter was erased only later, or that was split before this was asked.
    /// </summary>
    public bool NeedsSecond(PersonId proposer, DeskRules team) => IsRefusedAlone(proposer, team) || HasUnnamedAuthor;

    /// <summary>
    /// Returns the rating the claim would be published with: the agreed one or, if the reviewers are divided, the editor's
    /// own.
    /// </summary>
    public string GetRatingToPublish(string? decided)
    {
        Require(ClaimAction.Publish, Stages.ToPublish);
        if (!StandingSources.Any())
        {
            throw new RefusedException(new VerdictWithoutSource(this));
        }

        if (AgreedRating is { } agreed)
        {
            return decided is null || decided == agreed
                ? agreed
                : throw new RefusedException(new OtherRatingAgreed(this));
        }

        return decided ?? throw new RefusedException(new ReviewersDivided(this));
    }

    /// <summary>Publishes the verdict, after the team's hold time.</summary>
    public void Publish(VerdictText text, EventContext context)
    {
        RefuseDecisionWithoutReason(text);
        if (AgreedRating is null && context.Edition > 0 && IsRefusedAlone(context.Who, context.Rules))
        {
            throw new RefusedException(new DecisionNeedsSecond(this));
        }

        Publish(Verdict.Of(text, BasisOfRound(text.Rating, context), context, GoesOut(context)), context);
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
        var text = decision.TextWith(decision.Reason);
        Publish(Verdict.Of(text, BasisOfRound(text.Rating, context), context, GoesOut(context)).AsProposed(decision, context), context);
    }

    /// <summary>Returns the current verdict; refuses if there is none, before a person fills in a form for it.</summary>
    public Verdict GetStanding(ClaimAction action) => Standing ?? throw new RefusedException(new WrongStage(this, action));

    /// <summary>Proposes an editor's correction; it is published once a second person approves it.</summary>
    public void ProposeCorrection(Correction correction, EventContext context)
    {
        var standing = GetStanding(ClaimAction.Correct);
        if (context.Edition > 0 && (correction.Rating, correction.Summary, correction.Explanation) == (standing.Rating, standing.Summary, standing.Explanation))
        {
            throw new RefusedException(new CorrectionWithoutChange(this));
        }

        Propose(Proposal.Of(correction));
    }

    /// <summary>Approves the correction as the second person: it becomes the verdict's next version.</summary>
    public void ApproveCorrection(EventContext context)
    {
        var correction = GetProposal(ProposalKind.Correction, context);
        var standing = GetStanding(ClaimAction.Correct);
        var goesOut = standing.PublishedAt > context.At ? standing.PublishedAt : context.At;
        var text = correction.TextWith(standing.DecidedFor);
        var basis = BasisOf(text.Rating, standing.Round, standing.NamesDissenters, context);
        Issue(Verdict.Of(text, basis, context, goesOut).AsProposed(correction, context), context);
        Proposal = null;
        Revision++;
    }

    public void ProposeRetraction(string reason, EventContext context)
    {
        GetStanding(ClaimAction.Retract);
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
        GetStanding(ClaimAction.Retract);
        if (context.Edition > 0 && IsPublic(context.At) && IsRefusedAlone(context.Who, context.Rules))
        {
            throw new RefusedException(new RetractionNeedsSecond(this));
        }

        Retract(reason, context.Who, context);
    }

    /// <summary>Returns the proposal that awaits a second person; refuses if there is none.</summary>
    public Proposal GetProposal() => Proposal ?? throw new RefusedException(new NothingProposed(this));

    public void DropProposal()
    {
        GetProposal();
        Proposal = null;
        Revision++;
    }

    /// <summary>Records that an editor checked again and found that the verdict still holds.</summary>
    public void Recheck(EventContext context)
    {
        GetStanding(ClaimAction.Recheck).FindThatItHolds(context.At, context.Rules.ShelfLifeDays);
        Revision++;
    }

    private bool IsRefusedAlone(PersonId person, DeskRules team) => team.TwoPeople || person == SubmittedBy;

    private VerdictBasis BasisOfRound(string rating, EventContext context) =>
        BasisOf(rating, Round, context.Edition == 0 ? null : RulesFor(context.Rules).NamesDissenters, context);

    private VerdictBasis BasisOf(string rating, int round, bool? names, EventContext context)
    {
        var voters = context.Edition == 0 ? FirstEdition.DissentersOf(this) : ballots.Where(b => b.Round == round && !b.IsSetAside);
        var dissent = voters.Where(b => IsOpenTo(b.Reviewer) && b.Rating != rating);
        return new(
            verdicts.Count + 1,
            round,
            names,
            [.. StandingSources.Select(s => new VerdictSource(s.Number, s.Url, s.Stance, s.Publisher))],
            [.. dissent.Select(b => new Dissent(b.Rating, b.Confidence, b.Reason, names ?? context.Rules.NamesDissenters ? b.Reviewer : null))]);
    }

    private static DateTimeOffset GoesOut(EventContext context) => context.At.AddHours(context.Rules.HoldHours);

    private void RefuseDecisionWithoutReason(VerdictText text)
    {
        GetRatingToPublish(text.Rating);
        if (AgreedRating is null && text.DecidedFor is null)
        {
            throw new RefusedException(new DecisionWithoutReason(this));
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
        return proposal.Kind == kind && (isSecond || (proposal.By == context.By && context.Edition > 0 && !IsRefusedAlone(context.Who, context.Rules)))
            ? proposal
            : throw new RefusedException(proposal.By == context.By ? new OwnProposal(this, kind) : new ProposalOnOwnClaim(this));
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
