using FactBot.Domain.Teams;

namespace FactBot.Domain.Claims;

/// <summary>The outcome of a round of votes that closes.</summary>
/// <param name="Outcome">Agreed or Disputed.</param>
/// <param name="AgreedRating">The rating agreed on; null unless agreed.</param>
public sealed record Tally(Stage Outcome, string? AgreedRating)
{
    /// <summary>Returns agreement if one rating has the needed share of the ballots, otherwise a dispute.</summary>
    /// <param name="ratings">The ballots' ratings, one per reviewer; at least one.</param>
    /// <param name="agreement">The share that a rating needs.</param>
    public static Tally Of(IEnumerable<string> ratings, Agreement agreement)
    {
        var counts = ratings.CountBy(rating => rating).ToList();
        var (rating, votes) = counts.MaxBy(count => count.Value);
        return agreement.IsReached(votes, counts.Sum(count => count.Value)) ? new(Stage.Agreed, rating) : new(Stage.Disputed, null);
    }

    /// <summary>
    /// Whether a round may close: enough ballots are in, and every missing one is past due. It looks at how many have voted, not
    /// at what they voted, so that a round staying open never reveals anything about its ballots.
    /// </summary>
    /// <param name="cast">The number of ballots cast.</param>
    /// <param name="needed">The number of ballots the round needs.</param>
    /// <param name="missing">When each outstanding ballot is due.</param>
    /// <param name="at">The time to decide for.</param>
    public static bool MayClose(int cast, int needed, IEnumerable<DateTimeOffset> missing, DateTimeOffset at) =>
        cast >= needed && missing.All(due => due <= at);
}
