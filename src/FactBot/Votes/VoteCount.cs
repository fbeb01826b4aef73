using FactBot.Claims;
using FactBot.Teams;

namespace FactBot.Votes;

/// <summary>All that may be told of an open round: how many votes are in.</summary>
internal static class VoteCount
{
    /// <summary>Such as “2 of 3 votes in”.</summary>
    public static string Of(Claim claim, DeskRules rules)
    {
        var cast = claim.BallotsOfRound.Count();
        return $"{cast} of {Math.Max(rules.Quorum, cast + claim.OpenAssignments.Count())} votes in";
    }
}
