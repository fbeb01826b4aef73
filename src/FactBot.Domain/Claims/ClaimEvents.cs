using FactBot.Domain.Teams;

namespace FactBot.Domain.Claims;

/// <summary>A claim was submitted; a part of a split claim has the submitter of the whole.</summary>
public sealed record ClaimSubmitted(
    int Number, string Text, PersonId SubmittedBy, string? Claimant, DateOnly? SaidOn, Appearance? Appearance, int? PartOf = null)
    : DeskEvent;

public sealed record ClaimAccepted : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Accept(context);
}

public sealed record ClaimRejected(string Reason) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Reject(Reason);
}

public sealed record ClaimMarkedDuplicate(int Of) : ClaimEvent
{
    /// <summary>Whether it only updates the original, because that turned out to be a duplicate too.</summary>
    public bool Follows { get; init; }

    public override bool DecidesNothing => Follows;

    public override void ApplyTo(Claim claim, EventContext context)
    {
        if (Follows)
        {
            claim.Follow(Of);
        }
        else
        {
            claim.MarkDuplicate(Of);
        }
    }
}

public sealed record ClaimSplit(IReadOnlyList<int> Into) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Split(Into);
}

public sealed record ClaimWithdrawn : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Withdraw(context);
}

public sealed record ClaimUpvoted : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.AddUpvote(context.Who, context.At);
}

public sealed record ClaimPrioritised(Priority Priority) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Prioritise(Priority);
}

public sealed record TopicsSet(IReadOnlyList<string> Topics) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.SetTopics(Topics);
}

public sealed record ClaimReopened(string Reason) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.Reopen(Reason, context);
}

/// <summary>The claim's article changed, and its passage was looked for in the new text.</summary>
public sealed record PassageFollowed(Appearance Place) : ClaimEvent
{
    /// <summary>It only records what the article says.</summary>
    public override bool DecidesNothing => true;

    public override void ApplyTo(Claim claim, EventContext context) => claim.Move(Place);
}
