using FactBot.Audit;
using FactBot.Chat;

namespace FactBot.Claims;

/// <summary>A claim was submitted; a part of a split claim has the submitter of the whole.</summary>
public sealed record ClaimSubmitted(
    int Number, string Text, PersonId SubmittedBy, string? Claimant, DateOnly? SaidOn, Appearance? Appearance, int? PartOf = null)
    : DeskEvent
{
    public override string Action => "submitted";
}

public sealed record ClaimAccepted : ClaimEvent
{
    public override string Action => "accepted";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Accept(context);

    public override Notice? NoticeOn(Claim claim) =>
        claim.Tell($"{claim.Name} was accepted: reviewers look for sources and vote.");
}

public sealed record ClaimRejected(string Reason) : ClaimEvent
{
    public override string Action => "rejected";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Reject(Reason);

    public override Notice? NoticeOn(Claim claim) => claim.Tell($"{claim.Name} is not checked: {Reason}");
}

public sealed record ClaimMarkedDuplicate(int Of) : ClaimEvent
{
    /// <summary>Whether it only updates the original, because that turned out to be a duplicate too.</summary>
    public bool Follows { get; init; }

    public override string Action => $"marked as duplicate of #{Of}";

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

    public override Notice? NoticeOn(Claim claim) =>
        claim.Tell($"{claim.Name} repeats #{Of}: follow that one with {new CommandName("claim show")}.");
}

public sealed record ClaimSplit(IReadOnlyList<int> Into) : ClaimEvent
{
    public override string Action => $"split into {string.Join(", ", Into.Select(n => $"#{n}"))}";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Split(Into);

    public override Notice? NoticeOn(Claim claim) => claim.Tell(
        $"{claim.Name} makes more than one statement and goes on in parts: {string.Join(", ", Into.Select(n => $"#{n}"))}.");
}

public sealed record ClaimWithdrawn : ClaimEvent
{
    public override string Action => "withdrew";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Withdraw(context);

    /// <summary>Notifies the released reviewers; the submitter already knows.</summary>
    public override Notice? NoticeOn(Claim claim) => Released is { } reviewers && claim.Stage == Stage.Withdrawn
        ? new($"{ClaimNotices.Names(reviewers)}: {claim.Name} was withdrawn by who submitted it, and needs no review any more.", reviewers)
        : null;
}

public sealed record ClaimUpvoted : ClaimEvent
{
    public override string Action => "asked for";

    public override void ApplyTo(Claim claim, EventContext context) => claim.AddUpvote(context.Who, context.At);
}

public sealed record ClaimPrioritised(Priority Priority) : ClaimEvent
{
    public override string Action => $"gave the priority {Priority.ToString().ToLowerInvariant()} to";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Prioritise(Priority);
}

public sealed record TopicsSet(IReadOnlyList<string> Topics) : ClaimEvent
{
    public override string Action => "set the topics of";

    public override void ApplyTo(Claim claim, EventContext context) => claim.SetTopics(Topics);
}

public sealed record ClaimReopened(string Reason) : ClaimEvent
{
    public override string Action => "sent back";

    public override void ApplyTo(Claim claim, EventContext context) => claim.Reopen(Reason, context);

    public override Notice? NoticeOn(Claim claim) => LedTo == Stage.Submitted
        ? claim.Tell($"{claim.Name} goes back to triage: {Reason}")
        : claim.Tell($"{claim.Name} is reviewed again, in a new round: {Reason}");
}

/// <summary>The claim's article changed, and its passage was looked for in the new text.</summary>
public sealed record PassageFollowed(Appearance Place) : ClaimEvent
{
    public override string Action => Place switch
    {
        { Before: null } => "found the passage again of",
        { IsAnchored: true } => "found the passage changed of",
        _ => "found the passage removed of",
    };

    /// <summary>It only records what the article says.</summary>
    public override bool DecidesNothing => true;

    public override void ApplyTo(Claim claim, EventContext context) => claim.Move(Place);

    public override Notice? NoticeOn(Claim claim) => Place switch
    {
        { Before: null } => null,
        { IsAnchored: true } => claim.Tell($"Article {Place.ArticleNumber} was changed where {claim.Name} stands; the card shows the difference."),
        _ => claim.Tell($"Article {Place.ArticleNumber} was changed, and the passage of {claim.Name} is no longer in it."),
    };
}
