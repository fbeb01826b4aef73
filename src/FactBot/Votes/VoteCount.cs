using FactBot.Chat;
using FactBot.Claims;
using FactBot.Teams;

namespace FactBot.Votes;

/// <summary>All that may be told of an open round: how many votes are in, and when it closes at the latest.</summary>
internal static class VoteCount
{
    /// <summary>Such as “2 of 3 votes in”.</summary>
    public static string Of(Claim claim, DeskRules team)
    {
        var cast = claim.BallotsOfRound.Count();
        return $"{cast} of {Math.Max(claim.RulesFor(team).VotesNeeded, cast + claim.OpenAssignments.Count())} votes in";
    }

    /// <summary>The same for a card, which also tells when a round that has the votes it needs stops waiting for the others.</summary>
    public static Words WithClose(Claim claim, DeskRules team) => claim.RoundDue is { } due && claim.HasVotesNeeded(team)
        ? (Words)$"{Of(claim, team)}, closes {due:R} at the latest"
        : $"{Of(claim, team)}";
}
