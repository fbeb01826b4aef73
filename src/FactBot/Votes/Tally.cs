using FactBot.Claims;

namespace FactBot.Votes;

/// <summary>Where a round of votes stands.</summary>
/// <param name="Outcome">Open while the round goes on, else Agreed or Disputed.</param>
/// <param name="AgreedRating">The rating agreed on; null unless agreed.</param>
public sealed record Tally(Stage Outcome, string? AgreedRating)
{
    /// <summary>
    /// A round with a quorum of ballots closes in agreement once one rating has the needed share of all the round's
    /// ballots, those still missing counted against it; and in dispute once none is missing and no rating has it. So the
    /// order of the ballots cannot change the outcome.
    /// </summary>
    /// <param name="ratings">The ballots' ratings, one for each reviewer.</param>
    /// <param name="quorum">Ballots needed: 1 to 9.</param>
    /// <param name="agreement">The share that a rating needs.</param>
    /// <param name="missing">How many reviewers still owe a ballot.</param>
    public static Tally Of(IEnumerable<string> ratings, int quorum, Agreement agreement, int missing)
    {
        var counts = ratings.CountBy(rating => rating).ToList();
        var cast = counts.Sum(count => count.Value);
        if (cast < quorum)
        {
            return new(Stage.Open, null);
        }

        var (rating, votes) = counts.MaxBy(count => count.Value);
        return agreement.IsReached(votes, cast + missing) ? new(Stage.Agreed, rating)
            : missing > 0 ? new(Stage.Open, null)
            : new(Stage.Disputed, null);
    }
}
