using FactBot.Audit;
using FactBot.Claims;

namespace FactBot.Verdicts;

public sealed record VerdictPublished(VerdictText Text) : ClaimEvent
{
    public override string Action => "published the verdict on";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Publish(Text, context);

    /// <summary>Null if another verdict replaced it, or it was stopped, before it was public.</summary>
    public override Notice? NoticeOn(Claim claim) =>
        claim is { Stage: Stage.Published, Verdict: { CorrectedFor: null } verdict } && (verdict.Rating, verdict.Summary) == (Text.Rating, Text.Summary)
            ? claim.Tell($"The verdict on {claim.Name} is **{Text.RatingName}**: {Text.Summary}")
            : null;

    public override DateTimeOffset NoticeDue(Claim claim, EventContext context) => claim.Verdict!.PublishedAt;
}

public sealed record DecisionProposed(VerdictText Text) : ClaimEvent
{
    public override string Action => "proposed a decision on";

    public override void ApplyTo(Claim claim, EventContext context) => claim.ProposeDecision(Text, context);
}

public sealed record DecisionApproved : ClaimEvent
{
    public override string Action => "approved the decision on";

    public override void ApplyTo(Claim claim, EventContext context) => claim.ApproveDecision(context);

    /// <summary>Null if another verdict replaced it, or it was stopped, before it was public.</summary>
    public override Notice? NoticeOn(Claim claim) =>
        claim is { Stage: Stage.Published, Verdict: { CorrectedFor: null, DecidedFor: not null } verdict }
            ? claim.Tell($"The verdict on {claim.Name} is **{verdict.RatingName}**: {verdict.Summary}")
            : null;

    public override DateTimeOffset NoticeDue(Claim claim, EventContext context) => claim.Verdict!.PublishedAt;
}

public sealed record CorrectionProposed(Correction Correction) : ClaimEvent
{
    public override string Action => "proposed a correction of";

    public override void ApplyTo(Claim claim, EventContext context) => claim.ProposeCorrection(Correction, context);
}

/// <summary>Only in old trails, from before decisions and retractions could be dropped too.</summary>
public sealed record CorrectionDropped : ClaimEvent
{
    public override string Action => "dropped the correction of";

    public override void ApplyTo(Claim claim, EventContext context) => claim.DropProposal();
}

public sealed record ProposalDropped(ProposalKind Kind) : ClaimEvent
{
    public override string Action => $"dropped the {Kind.ToString().ToLowerInvariant()} of";

    public override void ApplyTo(Claim claim, EventContext context) => claim.DropProposal();
}

public sealed record VerdictCorrected : ClaimEvent
{
    public override string Action => "approved the correction of";

    public override void ApplyTo(Claim claim, EventContext context) => claim.ApproveCorrection(context);

    public override Notice? NoticeOn(Claim claim) => claim.Standing is { CorrectedFor: { } reason } verdict
        ? claim.Tell($"The verdict on {claim.Name} was corrected, and is **{verdict.RatingName}**: {reason}")
        : null;

    public override DateTimeOffset NoticeDue(Claim claim, EventContext context) => claim.Verdict!.PublishedAt;
}

/// <summary>An editor is about to retract a verdict and was asked to confirm; nothing changes yet.</summary>
/// <param name="Version">The version of the verdict they saw.</param>
public sealed record RetractionAsked(string Reason, int Version) : ClaimEvent
{
    public override string Action => "was asked whether to retract the verdict on";

    public override void ApplyTo(Claim claim, EventContext context) => claim.GetStanding("have its verdict retracted");
}

public sealed record RetractionProposed(string Reason) : ClaimEvent
{
    internal const string Name = "proposed to retract the verdict on";

    public override string Action => Name;

    public override void ApplyTo(Claim claim, EventContext context) => claim.ProposeRetraction(Reason, context);
}

public sealed record RetractionApproved(string Reason) : ClaimEvent
{
    public override string Action => "approved the retraction of";

    public override void ApplyTo(Claim claim, EventContext context) => claim.ApproveRetraction(context);

    public override Notice? NoticeOn(Claim claim) => claim.TellRetracted(Reason);
}

public sealed record VerdictRetracted(string Reason) : ClaimEvent
{
    internal const string Name = "retracted the verdict on";

    public override string Action => Name;

    public override void ApplyTo(Claim claim, EventContext context) => claim.Retract(Reason, context);

    public override Notice? NoticeOn(Claim claim) => claim.TellRetracted(Reason);
}

public sealed record VerdictRechecked : ClaimEvent
{
    public override string Action => "checked again";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Recheck(context);
}
