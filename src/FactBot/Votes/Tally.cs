using FactBot.Claims;

namespace FactBot.Votes;

/// <summary>What a round of votes that closes leads to.</summary>
/// <param name="Outcome">Agreed or Disputed.</param>
/// <param name="AgreedRating">The rating agreed on; null unless agreed.</param>
public sealed record Tally(Stage Outcome, string? AgreedRating)
{
    /// <summary>One rating with the needed share of the ballots is agreement, and everything else a dispute.</summary>
    /// <param name="ratings">The ballots' ratings, one for each reviewer; at least one.</param>
    /// <param name="agreement">The share that a rating needs.</param>
    public static Tally Of(IEnumerable<string> ratings, Agreement agreement)
    {
        var counts = ratings.CountBy(rating => rating).ToList();
        var (rating, votes) = counts.MaxBy(count => count.Value);
        return agreement.IsReached(votes, counts.Sum(count => count.Value)) ? new(Stage.Agreed, rating) : new(Stage.Disputed, null);
    }

    /// <summary>
    /// Whether a round may close: enough ballots are in, and none is missing that is not due yet. It asks how many have voted
    /// and never what, so that nobody learns from a round that goes on what its ballots say.
    /// </summary>
    /// <param name="cast">How many ballots are in.</param>
    /// <param name="needed">How many the round needs.</param>
    /// <param name="missing">When each ballot that is still owed is due.</param>
    /// <param name="at">The moment that is asked about.</param>
    public static bool MayClose(int cast, int needed, IEnumerable<DateTimeOffset> missing, DateTimeOffset at) =>
        cast >= needed && missing.All(due => due <= at);
}
