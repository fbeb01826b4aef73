using FactBot.Chat;
using FactBot.Text.Learning;
using FactBot.Text.Matching;

namespace FactBot.Matching;

/// <summary>By what a team's earlier claims are found again, for people to read.</summary>
internal static class MatchField
{
    // In the order of the comparison's signs.
    internal static readonly IReadOnlyList<string> Names =
    [
        "the claim found in the text", "the text found in the claim", "a rare word in common", "a lead over the next claim",
        "other claims come as near", "the same month", "names in common, which other claims have too", "other numbers",
        "a “not” in one of them", "the same words in another order", "the very same words",
    ];

    public static CardField Of(Logistic model)
    {
        Words learned = ReferenceEquals(model, MatchModel.ByHand)
            ? (Words)$"As they were set so far: what you answer when an earlier claim is offered, and duplicates, will move them."
            : $"Moved by what you answered when an earlier claim was offered, and by duplicates.";
        return new CardField(
            $"What speaks for (+) and against (−) a claim being the same", $"{ListedWeights.Of(Names.Zip(model.Weights))}\n{learned}");
    }
}
