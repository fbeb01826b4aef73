using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;

namespace FactBot.Claims;

/// <summary>A notice for a claim's thread.</summary>
/// <param name="Text">Mentions the people it pings.</param>
/// <param name="To">The people it pings.</param>
public sealed record Notice(Words Text, params IReadOnlyList<PersonId> To);

/// <summary>Which events of a claim are told in its thread, to whom, and in which words.</summary>
internal static class ClaimNotices
{
    /// <summary>Returns the notice of an event; null if there is nobody to notify, or no longer.</summary>
    public static Notice? Of(ClaimEvent claimEvent, Claim claim) => claimEvent switch
    {
        ClaimAccepted => claim.Tell($"{claim.Name} was accepted: reviewers look for sources and vote."),
        ClaimRejected rejected => claim.Tell($"{claim.Name} is not checked: {rejected.Reason}"),
        ClaimMarkedDuplicate duplicate => claim.Tell($"{claim.Name} repeats #{duplicate.Of}: follow that one with {new CommandName("claim show")}."),
        ClaimSplit split => claim.Tell($"{claim.Name} makes more than one statement and goes on in parts: {string.Join(", ", split.Into.Select(n => $"#{n}"))}."),
        // The submitter knows already.
        ClaimWithdrawn { Released: { } reviewers } when claim.Stage == Stage.Withdrawn =>
            new($"{Names(reviewers)}: {claim.Name} was withdrawn by who submitted it, and needs no review any more.", reviewers),
        ClaimReopened { LedTo: Stage.Submitted } reopened => claim.Tell($"{claim.Name} goes back to triage: {reopened.Reason}"),
        ClaimReopened reopened => claim.Tell($"{claim.Name} is reviewed again, in a new round: {reopened.Reason}"),
        PassageFollowed followed => OfPassage(followed.Place, claim),
        ReviewerAssigned assigned => OfAssignment(assigned, claim),
        AssignmentHandedOver over => new($"{over.To}, {over.From}’s review of {claim.Name} is yours now, due {over.Due:f}.", over.To),
        AssignmentDeclined or AssignmentReleased or ReviewerRecused or BallotCast or RoundClosed => OfClosedRound(claimEvent, claim),
        VerdictPublished published => OfVerdict(published.Text, claim),
        DecisionApproved when claim is { Stage: Stage.Published, Verdict: { CorrectedFor: null, DecidedFor: not null } verdict } =>
            claim.Tell($"The verdict on {claim.Name} is **{verdict.RatingName}**: {verdict.Summary}"),
        VerdictCorrected when claim.Standing is { CorrectedFor: { } reason } verdict =>
            claim.Tell($"The verdict on {claim.Name} was corrected, and is **{verdict.RatingName}**: {reason}"),
        RetractionApproved approved => OfRetraction(approved.Reason, claim),
        VerdictRetracted retracted => OfRetraction(retracted.Reason, claim),
        _ => null,
    };

    /// <summary>Returns when the notice of an event is due: a verdict's once it is public.</summary>
    public static DateTimeOffset DueAt(ClaimEvent claimEvent, Claim claim, EventContext context) =>
        claimEvent is VerdictPublished or DecisionApproved or VerdictCorrected ? claim.Verdict!.PublishedAt : context.At;

    /// <summary>Returns a notice for the submitter; null if they were erased.</summary>
    private static Notice? Tell(this Claim claim, Words what) =>
        claim.SubmittedBy.IsFormerMember ? null : new($"{claim.SubmittedBy}: {what}", claim.SubmittedBy);

    private static Notice? OfPassage(Appearance place, Claim claim) => place switch
    {
        { Before: null } => null,
        { IsAnchored: true } => claim.Tell($"Article {place.ArticleNumber} was changed where {claim.Name} stands; the card shows the difference."),
        _ => claim.Tell($"Article {place.ArticleNumber} was changed, and the passage of {claim.Name} is no longer in it."),
    };

    /// <summary>When it starts a new round, also notifies the earlier round's reviewers, who need to vote again.</summary>
    private static Notice OfAssignment(ReviewerAssigned assigned, Claim claim)
    {
        Words asked = $"{assigned.Reviewer}, you are asked to review {claim.Name} by {assigned.Due:f}: look for sources and vote, or give it back with {new CommandName("decline")}.";
        PersonId[] again = assigned.LedTo == Stage.Open ? [.. claim.OpenAssignments.Select(a => a.Reviewer).Where(r => r != assigned.Reviewer)] : [];
        return again.Length == 0
            ? new(asked, assigned.Reviewer)
            : new($"{asked} It is a new round: {Names(again)}, please vote again.", [assigned.Reviewer, .. again]);
    }

    /// <summary>Notifies of a closed round, also reviewers no longer needed; null if none was closed.</summary>
    private static Notice? OfClosedRound(ClaimEvent claimEvent, Claim claim)
    {
        var outcome = claimEvent.LedTo switch
        {
            Stage.Agreed => claim.Tell($"the reviewers of {claim.Name} agree, and an editor writes the verdict next."),
            Stage.Disputed => claim.Tell($"the reviewers of {claim.Name} are divided, and an editor decides what comes next."),
            _ => null,
        };
        if (claimEvent is not { LedTo: Stage.Agreed or Stage.Disputed, Released: { } released })
        {
            return outcome;
        }

        Words missed = $"{Names(released)}: the round of {claim.Name} has closed, and your vote is no longer waited for.";
        return outcome is null ? new(missed, released) : new($"{outcome.Text}\n{missed}", [.. outcome.To, .. released]);
    }

    /// <summary>Null if another verdict replaced it, or it was stopped, before it was public.</summary>
    private static Notice? OfVerdict(VerdictText text, Claim claim) =>
        claim is { Stage: Stage.Published, Verdict: { CorrectedFor: null } verdict } && (verdict.Rating, verdict.Summary) == (text.Rating, text.Summary)
            ? claim.Tell($"The verdict on {claim.Name} is **{text.RatingName}**: {text.Summary}")
            : null;

    /// <summary>Returns the notice of a retraction, which may stop a verdict before it is public.</summary>
    private static Notice? OfRetraction(string reason, Claim claim) =>
        claim.Verdicts.Where(v => v.RetractedFor == reason) is var retracted && retracted.Any() && retracted.All(v => v.RetractedAt < v.PublishedAt)
            ? claim.Tell($"The verdict on {claim.Name} was stopped before it went out: {reason}")
            : claim.Tell($"The verdict on {claim.Name} was retracted: {reason}");

    private static Words Names(IEnumerable<PersonId> people) => Words.Join(", ", people.Select<PersonId, Words>(p => $"{p}"));
}
