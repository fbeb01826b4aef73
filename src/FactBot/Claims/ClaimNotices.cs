using FactBot.Audit;
using FactBot.Chat;

namespace FactBot.Claims;

/// <summary>What who submitted a claim is told, in its thread, of what becomes of it.</summary>
internal static class ClaimNotices
{
    /// <summary>Null where nobody is left to be told.</summary>
    public static Notice? Tell(this Claim claim, Words what) =>
        claim.SubmittedBy.IsFormerMember ? null : new($"{claim.SubmittedBy}: {what}", claim.SubmittedBy);

    /// <summary>What is told where a deed closed the round; null where it did not.</summary>
    public static Notice? TellClosedRound(this Claim claim, Stage? ledTo) => ledTo switch
    {
        Stage.Agreed => claim.Tell($"the reviewers of {claim.Name} agree, and an editor writes the verdict next."),
        Stage.Disputed => claim.Tell($"the reviewers of {claim.Name} are divided, and an editor decides what comes next."),
        _ => null,
    };
}
