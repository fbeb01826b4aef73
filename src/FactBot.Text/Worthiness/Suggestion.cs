using FactBot.Text.Characters;
using FactBot.Text.Sentences;

namespace FactBot.Text.Worthiness;

/// <summary>A sentence that's worth checking.</summary>
/// <param name="Place">The sentence's place in the article.</param>
/// <param name="Text">The sentence's text.</param>
/// <param name="Score">The log-odds that it's worth checking; see <see cref="WorthinessModel"/>.</param>
/// <param name="Why">The features that count most in its favour, at most three.</param>
/// <param name="Claimant">The person quoted in it.</param>
public sealed record Suggestion(Sentence Place, string Text, double Score, IReadOnlyList<Feature> Why, string? Claimant)
{
    /// <summary>How much of a text is read, in characters: about 35,000 words. Each sentence takes time.</summary>
    public const int Longest = 200_000;

    private const int MostFeatures = 3;

    /// <summary>Finds a text's sentences worth checking, best first; only the beginning is read if it's too long.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="worthiness">The model that ranks them.</param>
    /// <param name="longest">The maximum length of a sentence, in characters; longer ones are left out.</param>
    /// <param name="longestName">The maximum length of the quoted person's name, in characters.</param>
    public static IReadOnlyList<Suggestion> In(string text, WorthinessModel worthiness, int longest = 1000, int longestName = 100) =>
    [
        .. Read(text).Select(s => (Place: s, Text: s.In(text)))
            .Where(s => s.Text.Length >= 20 && s.Text.Length <= longest)
            .Select(s => new Suggestion(s.Place, s.Text, worthiness.ScoreOf(s.Text) - Furniture.SinkOf(s.Place, text), WhyOf(s.Text, worthiness), Speaker.FindIn(s.Text, longestName)))
            // A sentence that scores no better than one without any features is just talk.
            .Where(s => s.Score > worthiness.Features.Bias)
            .OrderByDescending(s => s.Score),
    ];

    private static IEnumerable<Sentence> Read(string text) => text.Length <= Longest
        ? SentenceSplitter.Split(text)
        // The last sentence may be cut off.
        : SentenceSplitter.Split(Clip.Cut(text, Longest)).SkipLast(1);

    /// <summary>Whether the feature is shown as a reason for a suggestion.</summary>
    private static bool IsReason(Feature feature) => feature is >= Feature.Number and <= Feature.PublicMatter;

    private static IReadOnlyList<Feature> WhyOf(string text, WorthinessModel worthiness)
    {
        var seen = FeatureReader.Read(text);
        return
        [
            .. seen.Select((s, i) => (Feature: (Feature)i, Seen: s, Worth: s * worthiness.Features.Weights[i]))
                // A quantity implies a number.
                .Where(s => s.Seen > 0 && IsReason(s.Feature) && !(s.Feature == Feature.Number && seen[(int)Feature.Quantity] > 0))
                .OrderByDescending(s => s.Worth).Take(MostFeatures).Select(s => s.Feature),
        ];
    }
}
