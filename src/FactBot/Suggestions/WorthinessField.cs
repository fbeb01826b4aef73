using FactBot.Chat;
using FactBot.Matching;
using FactBot.Text.Worthiness;

namespace FactBot.Suggestions;

/// <summary>Shows people what a team's suggestions are ranked by.</summary>
internal static class WorthinessField
{
    private const int MostWords = 10;

    public static CardField Of(WorthinessModel model)
    {
        var features = Enum.GetValues<Feature>().Zip(model.Features.Weights, (feature, weight) => (What: FeatureWords.Of(feature), Weight: weight));
        var words = model.Words.OrderByDescending(w => Math.Abs(w.Value)).Take(MostWords).Select(w => (What: ShownAs(w.Key), Weight: w.Value));
        Words learned = model.Words.Count == 0
            ? (Words)$"No words yet: they are learned from what is accepted, rejected, ticked and left."
            : $"Words (their stems), from your own triage: {ListedWeights.Of(words)}";
        return new CardField($"What lifts (+) and sinks (−) a suggestion", $"{ListedWeights.Of(features)}\n{learned}");
    }

    /// <summary>Shows numbers as “(number)”, since the ranking treats all numbers as one word.</summary>
    private static string ShownAs(string words) =>
        string.Join(' ', words.Split(' ').Select(w => w == WorthinessModel.AnyNumber ? "(number)" : w));
}
