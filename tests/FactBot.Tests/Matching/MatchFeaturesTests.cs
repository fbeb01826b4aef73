using CsCheck;
using FactBot.Text.Matching;

namespace FactBot.Tests.Matching;

public class MatchFeaturesTests
{
    [Fact]
    public void What_was_stored_comes_back_to_the_last_bit() =>
        Gen.Double[-2, 2].Array[MatchFeatures.Count].Select(MatchFeatures.Of).Sample(features => MatchFeatures.Find(features.ToText()) == features);

    [Fact]
    public void What_was_stored_before_words_were_compared_by_meaning_is_read() => Assert.Equal(
        MatchFeatures.None with { ClaimInText = 0.5, SameWords = 1 }, MatchFeatures.Find("0.5 0 0 0 0 0 0 0 0 0 1"));

    [Fact]
    public void What_was_stored_with_other_features_is_not_read() => Assert.Null(MatchFeatures.Find("0.5 1 0.25"));

    [Theory]
    [InlineData(0.6, 0, 0, true)]
    [InlineData(0, 0.6, 0, true)]
    [InlineData(0, 0, 1, true)]
    [InlineData(0.5, 0.5, 0, false)]
    public void Another_number_negation_or_order_is_a_difference(double number, double negation, double order, bool differ) => Assert.Equal(
        differ, (MatchFeatures.None with { OtherNumbers = number, OtherNegation = negation, OtherOrder = order }).Differ);
}
