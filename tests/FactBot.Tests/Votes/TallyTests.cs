using CsCheck;
using FactBot.Claims;
using FactBot.Votes;

namespace FactBot.Tests.Votes;

public class TallyTests
{
    private static readonly Gen<List<string>> Ratings = Gen.OneOf("true", "mixed", "false").List[0, 9];

    private static readonly Gen<Agreement> Agreements = Gen.Enum<Agreement>();

    [Theory]
    [InlineData("", 3, 0, Stage.Open, null)]
    [InlineData("true true", 3, 1, Stage.Open, null)]
    [InlineData("true true", 3, 0, Stage.Open, null)]
    [InlineData("true true false", 3, 0, Stage.Agreed, "true")]
    [InlineData("true true false", 3, 1, Stage.Open, null)]
    [InlineData("true true true", 3, 1, Stage.Agreed, "true")]
    [InlineData("true true true", 3, 2, Stage.Open, null)]
    [InlineData("true mixed false", 3, 0, Stage.Disputed, null)]
    [InlineData("true mixed false", 3, 1, Stage.Open, null)]
    [InlineData("true true false false", 3, 0, Stage.Disputed, null)]
    [InlineData("true true true false", 3, 0, Stage.Agreed, "true")]
    [InlineData("true", 1, 0, Stage.Agreed, "true")]
    [InlineData("true true true true true true false false false", 9, 0, Stage.Agreed, "true")]
    [InlineData("true true true true true false false false false", 9, 0, Stage.Disputed, null)]
    public void A_round_closes_by_the_rule(string ratings, int quorum, int missing, Stage outcome, string? agreed) =>
        Assert.Equal(
            new Tally(outcome, agreed),
            Tally.Of(ratings.Split(' ', StringSplitOptions.RemoveEmptyEntries), quorum, Agreement.TwoThirds, missing));

    [Theory]
    [InlineData(Agreement.Majority, 2, 4, false)]
    [InlineData(Agreement.Majority, 3, 5, true)]
    [InlineData(Agreement.TwoThirds, 3, 5, false)]
    [InlineData(Agreement.TwoThirds, 4, 6, true)]
    [InlineData(Agreement.ThreeQuarters, 4, 6, false)]
    [InlineData(Agreement.ThreeQuarters, 3, 4, true)]
    [InlineData(Agreement.Unanimous, 8, 9, false)]
    [InlineData(Agreement.Unanimous, 9, 9, true)]
    public void A_team_chooses_the_share_that_agreement_needs(Agreement agreement, int votes, int of, bool isAgreed) =>
        Assert.Equal(isAgreed, agreement.IsReached(votes, of));

    /// <summary>The round is played ballot by ballot, and ends where it closes: the ballots after that no longer matter.</summary>
    [Fact]
    public void The_order_of_the_ballots_does_not_change_the_outcome() =>
        Gen.Select(Ratings, Gen.Int[1, 9], Agreements, Gen.Int).Sample((ratings, quorum, agreement, seed) =>
        {
            var shuffled = ratings.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Play(ratings, quorum, agreement) == Play(shuffled, quorum, agreement);
        });

    [Fact]
    public void An_agreed_rating_has_its_share_of_a_quorum_and_a_dispute_has_no_such_rating() =>
        Gen.Select(Ratings, Gen.Int[1, 9], Agreements, Gen.Int[0, 3]).Sample((ratings, quorum, agreement, missing) =>
        {
            var tally = Tally.Of(ratings, quorum, agreement, missing);
            var all = ratings.Count + missing;
            var most = ratings.CountBy(r => r).Select(c => c.Value).DefaultIfEmpty().Max();
            return tally.Outcome switch
            {
                Stage.Agreed => ratings.Count >= quorum && agreement.IsReached(ratings.Count(r => r == tally.AgreedRating), all),
                Stage.Disputed => ratings.Count >= quorum && missing == 0 && !agreement.IsReached(most, all),
                _ => ratings.Count < quorum || (missing > 0 && !agreement.IsReached(most, all)),
            };
        });

    private static Tally Play(IReadOnlyList<string> ratings, int quorum, Agreement agreement)
    {
        var cast = 0;
        var tally = Tally.Of([], quorum, agreement, ratings.Count);
        while (tally.Outcome == Stage.Open && cast < ratings.Count)
        {
            cast++;
            tally = Tally.Of(ratings.Take(cast), quorum, agreement, ratings.Count - cast);
        }

        return tally;
    }
}
