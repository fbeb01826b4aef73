using FactBot.Claims;

namespace FactBot.Votes;

/// <summary>Where a round of votes stands.</summary>
/// <param name="Outcome">Open while the round goes on, else Agreed or Disputed.</param>
/// <param name="AgreedRating">The rating agreed on; null unless agreed.</param>
public sealed record Tally(Stage Outcome, string? AgreedRating)
{
    /// <summary>
    /// A round with a quorum of ballots closes in agreement once one rating has at least two thirds of them, and in
    /// dispute once nobody's ballot is missing and no rating has. The order of the ballots does not matter.
    /// </summary>
    /// <param name="ratings">The ballots' ratings, one for each reviewer.</param>
    /// <param name="quorum">Ballots needed: 1 to 9.</param>
    /// <param name="missing">How many reviewers still owe a ballot.</param>
    public static Tally Of(IEnumerable<string> ratings, int quorum, int missing)
    {
        var counts = ratings.CountBy(rating => rating).ToList();
        var all = counts.Sum(count => count.Value);
        if (all < quorum)
        {
            return new(Stage.Open, null);
        }

        var (rating, votes) = counts.MaxBy(count => count.Value);
        return votes * 3 >= all * 2 ? new(Stage.Agreed, rating)
            : missing > 0 ? new(Stage.Open, null)
            : new(Stage.Disputed, null);
    }
}
