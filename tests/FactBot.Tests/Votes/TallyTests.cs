using CsCheck;
using FactBot.Claims;
using FactBot.Votes;

namespace FactBot.Tests.Votes;

public class TallyTests
{
    private static readonly Gen<List<string>> Ratings = Gen.OneOf("true", "mixed", "false").List[0, 9];

    [Theory]
    [InlineData("", 3, 0, Stage.Open, null)]
    [InlineData("true true", 3, 1, Stage.Open, null)]
    [InlineData("true true", 3, 0, Stage.Open, null)]
    [InlineData("true true false", 3, 0, Stage.Agreed, "true")]
    [InlineData("true true false", 3, 1, Stage.Agreed, "true")]
    [InlineData("true mixed false", 3, 0, Stage.Disputed, null)]
    [InlineData("true mixed false", 3, 1, Stage.Open, null)]
    [InlineData("true true false false", 3, 0, Stage.Disputed, null)]
    [InlineData("true true true false", 3, 0, Stage.Agreed, "true")]
    [InlineData("true", 1, 0, Stage.Agreed, "true")]
    [InlineData("true true true true true true false false false", 9, 0, Stage.Agreed, "true")]
    [InlineData("true true true true true false false false false", 9, 0, Stage.Disputed, null)]
    public void A_round_closes_by_the_rule(string ratings, int quorum, int missing, Stage outcome, string? agreed) =>
        Assert.Equal(new Tally(outcome, agreed), Tally.Of(ratings.Split(' ', StringSplitOptions.RemoveEmptyEntries), quorum, missing));

    [Fact]
    public void The_order_of_the_ballots_does_not_matter() =>
        Gen.Select(Ratings, Gen.Int[1, 9], Gen.Int[0, 3], Gen.Int).Sample((ratings, quorum, missing, seed) =>
        {
            var shuffled = ratings.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Tally.Of(ratings, quorum, missing) == Tally.Of(shuffled, quorum, missing);
        });

    [Fact]
    public void An_agreed_rating_has_two_thirds_of_a_quorum_and_a_dispute_has_no_such_rating() =>
        Gen.Select(Ratings, Gen.Int[1, 9], Gen.Int[0, 3]).Sample((ratings, quorum, missing) =>
        {
            var tally = Tally.Of(ratings, quorum, missing);
            var most = ratings.CountBy(r => r).Select(c => c.Value).DefaultIfEmpty().Max();
            return tally.Outcome switch
            {
                Stage.Agreed => ratings.Count >= quorum
                    && ratings.Count(r => r == tally.AgreedRating) * 3 >= ratings.Count * 2,
                Stage.Disputed => ratings.Count >= quorum && missing == 0 && most * 3 < ratings.Count * 2,
                _ => ratings.Count < quorum || (missing > 0 && most * 3 < ratings.Count * 2),
            };
        });
}
