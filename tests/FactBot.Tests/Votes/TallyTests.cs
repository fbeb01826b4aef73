using System.Globalization;
using CsCheck;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;

namespace FactBot.Tests.Votes;

public class TallyTests
{
    private static readonly Gen<List<string>> Ratings = Gen.OneOf("true", "mixed", "false").List[1, 9];

    private static readonly Gen<Agreement> Agreements = Gen.Enum<Agreement>();

    [Theory]
    [InlineData("true true false", Stage.Agreed, "true")]
    [InlineData("true mixed false", Stage.Disputed, null)]
    [InlineData("true true false false", Stage.Disputed, null)]
    [InlineData("true true true false", Stage.Agreed, "true")]
    [InlineData("true", Stage.Agreed, "true")]
    [InlineData("true true true true true true false false false", Stage.Agreed, "true")]
    [InlineData("true true true true true false false false false", Stage.Disputed, null)]
    public void A_closed_round_leads_to_what_its_ballots_say(string ratings, Stage outcome, string? agreed) =>
        Assert.Equal(new Tally(outcome, agreed), Tally.Of(ratings.Split(' '), Agreement.TwoThirds));

    /// <summary>The hours say when each missing ballot is due, from now on.</summary>
    [Theory]
    [InlineData(2, 3, "", false)]
    [InlineData(3, 3, "", true)]
    [InlineData(4, 3, "", true)]
    [InlineData(3, 3, "1", false)]
    [InlineData(3, 3, "0", true)]
    [InlineData(3, 3, "-1 1", false)]
    [InlineData(3, 3, "-1 -2", true)]
    [InlineData(2, 3, "-1", false)]
    [InlineData(1, 1, "5", false)]
    public void A_round_closes_by_how_many_have_voted(int cast, int needed, string missing, bool mayClose)
    {
        var now = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        var due = missing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(h => now.AddHours(int.Parse(h, CultureInfo.InvariantCulture)));
        Assert.Equal(mayClose, Tally.MayClose(cast, needed, due, now));
    }

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

    [Fact]
    public void The_order_of_the_ballots_does_not_change_the_outcome() =>
        Gen.Select(Ratings, Agreements, Gen.Int).Sample((ratings, agreement, seed) =>
        {
            var shuffled = ratings.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Tally.Of(ratings, agreement) == Tally.Of(shuffled, agreement);
        });

    [Fact]
    public void An_agreed_rating_has_its_share_of_the_ballots_and_a_dispute_has_no_such_rating() =>
        Gen.Select(Ratings, Agreements).Sample((ratings, agreement) =>
        {
            var tally = Tally.Of(ratings, agreement);
            return tally.Outcome == Stage.Agreed
                ? agreement.IsReached(ratings.Count(r => r == tally.AgreedRating), ratings.Count)
                : tally == new Tally(Stage.Disputed, null) && !agreement.IsReached(ratings.CountBy(r => r).Max(c => c.Value), ratings.Count);
        });
}
