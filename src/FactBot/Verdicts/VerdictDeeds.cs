using FactBot.Audit;
using FactBot.Claims;

namespace FactBot.Verdicts;

public sealed record VerdictPublished(VerdictText Text) : ClaimDeed
{
    public override string Action => "published the verdict on";

    public override void ApplyTo(Claim claim, Act act) => claim.Publish(Text, act);

    /// <summary>Null where another verdict has taken its place, or it was stopped, before it went out.</summary>
    public override Notice? NoticeOn(Claim claim) =>
        claim is { Stage: Stage.Published, Verdict: { CorrectedFor: null } verdict } && (verdict.Rating, verdict.Summary) == (Text.Rating, Text.Summary)
            ? claim.Tell($"The verdict on {claim.Name} is **{Text.RatingName}**: {Text.Summary}")
            : null;

    public override DateTimeOffset NoticeDue(Claim claim, Act act) => claim.Verdict!.PublishedAt;
}

public sealed record CorrectionProposed(Correction Correction) : ClaimDeed
{
    public override string Action => "proposed a correction of";

    public override void ApplyTo(Claim claim, Act act) => claim.ProposeCorrection(Correction);
}

public sealed record CorrectionDropped : ClaimDeed
{
    public override string Action => "dropped the correction of";

    public override void ApplyTo(Claim claim, Act act) => claim.DropCorrection();
}

public sealed record VerdictCorrected : ClaimDeed
{
    public override string Action => "approved the correction of";

    public override void ApplyTo(Claim claim, Act act) => claim.ApproveCorrection(act);

    public override Notice? NoticeOn(Claim claim) => claim is { Stage: Stage.Published, Verdict: { CorrectedFor: { } reason } verdict }
        ? claim.Tell($"The verdict on {claim.Name} was corrected, and is **{verdict.RatingName}**: {reason}")
        : null;

    public override DateTimeOffset NoticeDue(Claim claim, Act act) => claim.Verdict!.PublishedAt;
}

public sealed record VerdictRetracted(string Reason) : ClaimDeed
{
    public override string Action => "retracted the verdict on";

    public override void ApplyTo(Claim claim, Act act) => claim.Retract(Reason, act);

    public override Notice? NoticeOn(Claim claim) => claim.Verdicts.Any(v => v.RetractedFor == Reason && v.RetractedAt < v.PublishedAt)
        ? claim.Tell($"The verdict on {claim.Name} was stopped before it went out: {Reason}")
        : claim.Tell($"The verdict on {claim.Name} was retracted: {Reason}");
}

public sealed record VerdictRechecked : ClaimDeed
{
    public override string Action => "checked again";

    public override void ApplyTo(Claim claim, Act act) => claim.Recheck(act);
}
