using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;

namespace FactBot.Domain.Claims;

public sealed record VerdictPublished(VerdictText Text) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Publish(Text, context);
}

public sealed record DecisionProposed(VerdictText Text) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.ProposeDecision(Text, context);
}

public sealed record DecisionApproved : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.ApproveDecision(context);
}

public sealed record CorrectionProposed(Correction Correction) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.ProposeCorrection(Correction, context);
}

/// <summary>Only in old trails, from before decisions and retractions could be dropped too.</summary>
public sealed record CorrectionDropped : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.DropProposal();
}

public sealed record ProposalDropped(ProposalKind Kind) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.DropProposal();
}

public sealed record VerdictCorrected : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.ApproveCorrection(context);
}

/// <summary>An editor is about to retract a verdict and was asked to confirm; nothing changes yet.</summary>
/// <param name="Version">The version of the verdict they saw.</param>
public sealed record RetractionAsked(string Reason, int Version) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.GetStanding(ClaimAction.Retract);
}

public sealed record RetractionProposed(string Reason) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.ProposeRetraction(Reason, context);
}

public sealed record RetractionApproved(string Reason) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.ApproveRetraction(context);
}

public sealed record VerdictRetracted(string Reason) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Retract(Reason, context);
}

public sealed record VerdictRechecked : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Recheck(context);
}
