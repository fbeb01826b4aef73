using FactBot.Chat;
using FactBot.Teams;

namespace FactBot.Votes;

/// <summary>Offers the ratings of the team's scale.</summary>
public sealed class CompleteRating(RatingScales scales) : ICompletion
{
    public Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Choice>>(
        [
            .. scales.Of(team).Ratings
                .Where(r => r.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)
                    || r.Key.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Select(r => new Choice(r.Name, r.Key)),
        ]);
}
