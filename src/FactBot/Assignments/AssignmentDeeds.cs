using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;

namespace FactBot.Assignments;

public sealed record ReviewerAssigned(PersonId Reviewer, DateTimeOffset Due) : ClaimDeed
{
    public override string Action => "assigned a reviewer to";

    public override void ApplyTo(Claim claim, Act act) => claim.Assign(Reviewer, Due, act);

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

public sealed record ClaimTaken(DateTimeOffset Due) : ClaimDeed
{
    public override string Action => "took";

    public override void ApplyTo(Claim claim, Act act) => claim.Take(Due, act);
}

public sealed record DutyDeclined(string Reason) : ClaimDeed
{
    public override string Action => "declined";

    public override void ApplyTo(Claim claim, Act act) => claim.Decline(Reason, act);

    public override Notice? NoticeOn(Claim claim) => claim.TellClosedRound(this);
}

public sealed record DutyHandedOver(PersonId From, PersonId To, DateTimeOffset Due) : ClaimDeed
{
    public override string Action => "handed over a duty on";

    public override void ApplyTo(Claim claim, Act act) => claim.HandOver(From, To, Due, act);

    public override Notice? NoticeOn(Claim claim) =>
        new($"{To}, {From}’s review of {claim.Name} is yours now, due {Due:f}.", To);
}

public sealed record DutyReleased(PersonId Reviewer, string? Reason) : ClaimDeed
{
    public override string Action => "released a reviewer of";

    public override void ApplyTo(Claim claim, Act act) => claim.Release(Reviewer, Reason, act);

    public override Notice? NoticeOn(Claim claim) => claim.TellClosedRound(this);
}

public sealed record ReviewerRecused(string? Reason) : ClaimDeed
{
    public override string Action => "recused from";

    /// <summary>The claim itself refuses a second recusal, with its own message.</summary>
    public override bool DecidesNothing => true;

    public override void ApplyTo(Claim claim, Act act) => claim.Recuse(Reason, act);

    public override Notice? NoticeOn(Claim claim) => claim.TellClosedRound(this);
}
