using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;

namespace FactBot.Assignments;

public sealed record ReviewerAssigned(PersonId Reviewer, DateTimeOffset Due) : ClaimEvent
{
    public override string Action => "assigned a reviewer to";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Assign(Reviewer, Due, context);

    /// <summary>When this starts a new round, also notifies the earlier round's reviewers, who need to vote again.</summary>
    public override Notice? NoticeOn(Claim claim)
    {
        Words asked = $"{Reviewer}, you are asked to review {claim.Name} by {Due:f}: look for sources and vote, or give it back with {new CommandName("decline")}.";
        PersonId[] again = LedTo == Stage.Open ? [.. claim.OpenAssignments.Select(a => a.Reviewer).Where(r => r != Reviewer)] : [];
        return again.Length == 0
            ? new(asked, Reviewer)
            : new($"{asked} It is a new round: {Words.Join(", ", again.Select<PersonId, Words>(r => $"{r}"))}, please vote again.", [Reviewer, .. again]);
    }
}

public sealed record ClaimTaken(DateTimeOffset Due) : ClaimEvent
{
    public override string Action => "took";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Take(Due, context);
}

public sealed record AssignmentDeclined(string Reason) : ClaimEvent
{
    public override string Action => "declined";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Decline(Reason, context);

    public override Notice? NoticeOn(Claim claim) => claim.TellClosedRound(this);
}

public sealed record AssignmentHandedOver(PersonId From, PersonId To, DateTimeOffset Due) : ClaimEvent
{
    public override string Action => "handed over a duty on";

    public override void ApplyTo(Claim claim, EventContext context) => claim.HandOver(From, To, Due, context);

    public override Notice? NoticeOn(Claim claim) =>
        new($"{To}, {From}’s review of {claim.Name} is yours now, due {Due:f}.", To);
}

public sealed record AssignmentReleased(PersonId Reviewer, string? Reason) : ClaimEvent
{
    public override string Action => "released a reviewer of";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Release(Reviewer, Reason, context);

    public override Notice? NoticeOn(Claim claim) => claim.TellClosedRound(this);
}

public sealed record ReviewerRecused(string? Reason) : ClaimEvent
{
    public override string Action => "recused from";

    /// <summary>The claim itself refuses a second recusal, with its own message.</summary>
    public override bool DecidesNothing => true;

    public override void ApplyTo(Claim claim, EventContext context) => claim.Recuse(Reason, context);

    public override Notice? NoticeOn(Claim claim) => claim.TellClosedRound(this);
}
