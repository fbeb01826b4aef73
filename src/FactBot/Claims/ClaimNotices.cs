using FactBot.Audit;
using FactBot.Chat;

namespace FactBot.Claims;

/// <summary>Notices in a claim's thread that keep its submitter informed.</summary>
internal static class ClaimNotices
{
    /// <summary>Returns a notice for the submitter; null if they were erased.</summary>
    public static Notice? Tell(this Claim claim, Words what) =>
        claim.SubmittedBy.IsFormerMember ? null : new($"{claim.SubmittedBy}: {what}", claim.SubmittedBy);

    /// <summary>Returns the notice that a round closed, also for reviewers no longer needed; null if it didn't.</summary>
    public static Notice? TellClosedRound(this Claim claim, ClaimEvent claimEvent)
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

    /// <summary>Returns the notice of a retraction, which may stop a verdict before it is public.</summary>
    public static Notice? TellRetracted(this Claim claim, string reason) =>
        claim.Verdicts.Where(v => v.RetractedFor == reason) is var retracted && retracted.Any() && retracted.All(v => v.RetractedAt < v.PublishedAt)
            ? claim.Tell($"The verdict on {claim.Name} was stopped before it went out: {reason}")
            : claim.Tell($"The verdict on {claim.Name} was retracted: {reason}");

    internal static Words Names(IEnumerable<PersonId> people) => Words.Join(", ", people.Select<PersonId, Words>(p => $"{p}"));
}
