using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;

namespace FactBot.Votes;

/// <summary>All that may be revealed of an open round: how many votes are in, and when it closes at the latest.</summary>
internal static class VoteCount
{
    /// <summary>Formats the count, such as “2 of 3 votes in”.</summary>
    public static string Of(Claim claim, DeskRules team)
    {
        var cast = claim.BallotsOfRound.Count();
        return $"{cast} of {Math.Max(claim.RulesFor(team).VotesNeeded, cast + claim.OpenAssignments.Count())} votes in";
    }

    /// <summary>Formats the count for a card, including when a round with enough votes stops waiting for the others.</summary>
    public static Words WithClose(Claim claim, DeskRules team) => claim.RoundDue is { } due && claim.HasVotesNeeded(team)
        ? (Words)$"{Of(claim, team)}, closes {due:R} at the latest"
        : $"{Of(claim, team)}";
}
