using FactBot.Chat;
using FactBot.Domain.Evidence;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary>Detects a verdict that contradicts all its sources.</summary>
public static class SourceContradiction
{
    /// <summary>
    /// Returns a warning if all sources that take a side take the opposite one: all refute a claim rated in the upper half of
    /// the scale, or all support one rated in the lower half. Null otherwise, and for ratings without a score.
    /// </summary>
    public static Words? In(IEnumerable<Stance> stances, Rating rating, RatingScale scale)
    {
        var sides = stances.Where(s => s != Stance.Context).Distinct().ToList();
        if (sides is not [var side] || rating.Score is not { } score)
        {
            return null;
        }

        var middle = (scale.Ratings.Max(r => r.Score) + scale.Ratings.Min(r => r.Score)) / 2 ?? score;
        return (side, score.CompareTo(middle)) switch
        {
            (Stance.Refutes, > 0) => $"⚠ All sources refute this claim, and the verdict says **{rating.Name}**. Publish only if the explanation tells why.",
            (Stance.Supports, < 0) => $"⚠ All sources support this claim, and the verdict says **{rating.Name}**. Publish only if the explanation tells why.",
            _ => null,
        };
    }
}
