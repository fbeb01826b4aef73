using FactBot.Domain.Claims;
using FactBot.Matching;
using FactBot.Text.Language;
using FactBot.Text.Matching;
using FactBot.Text.Terms;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Matching;

/// <summary>English words are also compared by meaning, where the text and the claim don't share them.</summary>
public class MeaningTests
{
    /// <summary>So many that the team is no longer at its first claims.</summary>
    private const int Claims = 320;

    [Theory]
    [InlineData("doctor", "physician")]
    [InlineData("picture", "photograph")]
    [InlineData("jail", "prison")]
    [InlineData("vehicle", "car")]
    [InlineData("fake", "hoax")]
    public void Words_of_the_same_meaning_are_near(string one, string other)
    {
        Assert.InRange(Nearness(one, other), 0.5, 1);
        Assert.Equal(Nearness(one, other), Nearness(other, one));
    }

    [Theory]
    [InlineData("doctor", "dock")]
    [InlineData("picture", "pitcher")]
    [InlineData("jail", "sandwich")]
    [InlineData("doctor", "xqzzt")]
    [InlineData("xqzzt", "xqzzt")]
    public void Words_of_another_meaning_and_unknown_ones_are_not(string one, string other) => Assert.InRange(Nearness(one, other), -1, 0.3);

    [Fact]
    public void Every_word_is_nearest_to_itself() => Assert.Equal(1, Nearness("vaccine", "vaccine"), 3);

    [Theory]
    [InlineData("A doctor of Ostrel is in jail because he sold fake vaccines")]
    [InlineData("Ostrel: physicians in custody over counterfeit vaccine sales")]
    public async Task A_claim_in_other_words_is_offered_among_many(string text)
    {
        var (features, probability) = await CompareAsync("A physician from Ostrel was imprisoned for selling counterfeit vaccinations.", text);
        Assert.True(features.ClaimInOtherWords > 0 && features.TextInOtherWords > 0, features.ToText());
        Assert.InRange(probability, MatchModel.PerhapsSame, 1);
    }

    [Fact]
    public async Task A_name_has_no_other_words()
    {
        var (features, _) = await CompareAsync("They say that France and Paris lost the ferry.", "They say that Germany and Berlin lost the ferry.");
        Assert.Equal((0, 0), (features.ClaimInOtherWords, features.TextInOtherWords));
    }

    [Fact]
    public async Task In_other_languages_words_are_not_compared_by_meaning()
    {
        var (features, _) = await CompareAsync("Der Doctor hat den Hut mit dem Band von Anna", "Der Physician hat den Hut mit dem Band von Anna");
        Assert.Equal((0, 0), (features.ClaimInOtherWords, features.TextInOtherWords));
    }

    private static double Nearness(string one, string other) =>
        WordMeanings.Between(WordMeanings.PlaceOf(Stems.Of(one)), WordMeanings.PlaceOf(Stems.Of(other)));

    private static async Task<(MatchFeatures Features, double Probability)> CompareAsync(string claim, string text)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.LookAsync(async db =>
        {
            var team = await db.Teams.SingleAsync(t => t.Id == desk.Team);
            foreach (var words in Enumerable.Range(0, Claims).Select(i => $"The ferry number {i} to the island {i * 7} left {i % 9} hours late").Prepend(claim))
            {
                db.Add(db.ContextFor(team), new ClaimSubmitted(team.TakeClaimNumber(), words, desk.Hal.Id, null, null, null));
            }

            return await db.SaveChangesAsync();
        });
        return await desk.LookAsync(async db =>
        {
            var known = new KnownClaims(db);
            var found = await ClaimRanking.FindAsync(
                text, db.ClaimSearch, ids => known.ReadAsync(ids, MatchText.Of(text), default), MatchModel.ByHand, default);
            return found.Where(f => f.Claim.Claim.Text.Text == claim).Select(f => (f.Claim.Features, f.Probability)).Single();
        });
    }
}
