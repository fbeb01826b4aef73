using FactBot.Domain.Teams;
using FactBot.Domain.Votes;

namespace FactBot.Domain.Claims;

/// <summary>
/// The rules for events of edition 0 (<see cref="Audit.DeskEvent.Edition"/>). Nothing new is done by them; old trails need them
/// to give the same claims when they are replayed.
/// </summary>
internal static class FirstEdition
{
    /// <summary>
    /// A round with a quorum of ballots closed as soon as one rating had its share of all ballots, counting the missing ones
    /// against it.
    /// </summary>
    public static Tally Tally(IEnumerable<string> ratings, int quorum, Agreement agreement, int missing)
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

    /// <summary>The dissent was each reviewer's last ballot, in whichever round.</summary>
    public static IEnumerable<Ballot> DissentersOf(Claim claim) => claim.Ballots.Where(b => !b.IsSetAside)
        .GroupBy(b => b.Reviewer, (_, ballots) => ballots.MaxBy(b => b.Round)!);
}
