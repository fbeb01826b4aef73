using FactBot.Domain.Teams;

namespace FactBot.Domain.Claims;

public sealed record ReviewerAssigned(PersonId Reviewer, DateTimeOffset Due) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Assign(Reviewer, Due, context);
}

public sealed record ClaimTaken(DateTimeOffset Due) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Take(Due, context);
}

public sealed record AssignmentDeclined(string Reason) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Decline(Reason, context);
}

public sealed record AssignmentHandedOver(PersonId From, PersonId To, DateTimeOffset Due) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.HandOver(From, To, Due, context);
}

public sealed record AssignmentReleased(PersonId Reviewer, string? Reason) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Release(Reviewer, Reason, context);
}

public sealed record ReviewerRecused(string? Reason) : ClaimEvent
{
    /// <summary>The claim itself refuses a second recusal, with its own message.</summary>
    public override bool DecidesNothing => true;

    public override void ApplyTo(Claim claim, EventContext context) => claim.Recuse(Reason, context);
}
