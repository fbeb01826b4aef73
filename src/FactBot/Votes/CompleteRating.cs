using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Votes;

/// <summary>Suggests the ratings of the claim's scale, or of the team's scale until a claim is given.</summary>
public sealed class CompleteRating(FactBotDbContext db, RatingScales scales) : ICompletion
{
    public async Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancellationToken)
    {
        var claim = request.FindText("claim") is { } named ? await db.FindClaimAsync(named, cancellationToken) : null;
        var scale = claim is null ? scales.Of(team) : scales.Of(claim);
        return
        [
            .. scale.Ratings
                .Where(r => r.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)
                    || r.Key.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Select(r => new Choice(r.Name, r.Key)),
        ];
    }
}
