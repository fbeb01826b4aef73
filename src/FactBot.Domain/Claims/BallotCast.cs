using FactBot.Domain.Teams;
using FactBot.Domain.Votes;

namespace FactBot.Domain.Claims;

/// <summary>A ballot was cast; it is sealed until its round closes, here as everywhere.</summary>
public sealed record BallotCast(string Rating, Confidence Confidence, string Reason) : ClaimEvent
{
    /// <summary>Part of the hashed entry, so that the rating can't be found by trial and error; null in old trails.</summary>
    public string? Salt { get; init; }

    public override void ApplyTo(Claim claim, EventContext context) => claim.CastVote(Rating, Confidence, Reason, context);
}
