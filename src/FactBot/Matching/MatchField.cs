using FactBot.Chat;

namespace FactBot.Matching;

/// <summary>By what a team's earlier claims are found again, for people to read.</summary>
internal static class MatchField
{
    public static CardField Of(Logistic model)
    {
        Words learned = ReferenceEquals(model, MatchModel.ByHand)
            ? (Words)$"As they were set so far: what you answer when an earlier claim is offered, and duplicates, will move them."
            : $"Moved by what you answered when an earlier claim was offered, and by duplicates.";
        return new CardField(
            $"What speaks for (+) and against (−) a claim being the same", $"{ListedWeights.Of(Comparison.SignNames.Zip(model.Weights))}\n{learned}");
    }
}
