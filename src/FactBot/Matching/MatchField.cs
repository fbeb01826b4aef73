using FactBot.Chat;
using FactBot.Text.Learning;
using FactBot.Text.Matching;

namespace FactBot.Matching;

/// <summary>Shows people how a team's earlier claims are matched.</summary>
internal static class MatchField
{
    public static CardField Of(Logistic model)
    {
        Words learned = ReferenceEquals(model, MatchModel.ByHand)
            ? (Words)$"As they were set so far: what you answer when an earlier claim is offered, and duplicates, will move them."
            : $"Moved by what you answered when an earlier claim was offered, and by duplicates.";
        return new CardField(
            $"What speaks for (+) and against (−) a claim being the same", $"{ListedWeights.Of(Named(MatchFeatures.Of(model.Weights)))}\n{learned}");
    }

    internal static IReadOnlyList<(string What, double Weight)> Named(MatchFeatures weights) =>
    [
        ("the claim found in the text", weights.ClaimInText),
        ("the text found in the claim", weights.TextInClaim),
        ("a rare word in common", weights.RareWord),
        ("a lead over the next claim", weights.Lead),
        ("other claims come as near", weights.Crowd),
        ("the same month", weights.SameMonth),
        ("names in common, which other claims have too", weights.CommonNames),
        ("other numbers", weights.OtherNumbers),
        ("a “not” in one of them", weights.OtherNegation),
        ("the same words in another order", weights.OtherOrder),
        ("the very same words", weights.SameWords),
        ("the claim found in the text in other words", weights.ClaimInOtherWords),
        ("the text found in the claim in other words", weights.TextInOtherWords),
    ];
}
