using FactBot.Text.Characters;
using FactBot.Text.Sentences;

namespace FactBot.Text.Worthiness;

/// <summary>A sentence that is worth checking.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">Its words.</param>
/// <param name="Score">The log-odds that it is; see <see cref="WorthinessModel"/>.</param>
/// <param name="Why">The features that speak for it most, at most three.</param>
/// <param name="Claimant">Who is quoted in it.</param>
public sealed record Suggestion(Sentence Place, string Text, double Score, IReadOnlyList<Feature> Why, string? Claimant)
{
    /// <summary>How much of a text is looked through, in characters: about 35,000 words. Each sentence takes its time.</summary>
    public const int Longest = 200_000;

    private const int MostFeatures = 3;

    /// <summary>The sentences of a text that are worth checking, the best first; of one that's too long, those of its beginning.</summary>
    /// <param name="text">The article.</param>
    /// <param name="worthiness">Ranks them.</param>
    /// <param name="longest">The most characters in a sentence; longer ones are left out.</param>
    /// <param name="longestName">The most characters in the name of the person quoted.</param>
    public static IReadOnlyList<Suggestion> In(string text, WorthinessModel worthiness, int longest = 1000, int longestName = 100) =>
    [
        .. Read(text).Select(s => (Place: s, Text: s.In(text)))
            .Where(s => s.Text.Length >= 20 && s.Text.Length <= longest)
            .Select(s => new Suggestion(s.Place, s.Text, worthiness.ScoreOf(s.Text) - Furniture.SinkOf(s.Place, text), WhyOf(s.Text, worthiness), Speaker.FindIn(s.Text, longestName)))
            // What has less for it than nothing at all is talk.
            .Where(s => s.Score > worthiness.Features.Bias)
            .OrderByDescending(s => s.Score),
    ];

    private static IEnumerable<Sentence> Read(string text) => text.Length <= Longest
        ? SentenceSplitter.Split(text)
        // The last one may be cut.
        : SentenceSplitter.Split(Clip.Cut(text, Longest)).SkipLast(1);

    /// <summary>Whether it says why a sentence is suggested.</summary>
    private static bool IsReason(Feature feature) => feature is >= Feature.Number and <= Feature.PublicMatter;

    private static IReadOnlyList<Feature> WhyOf(string text, WorthinessModel worthiness)
    {
        var seen = FeatureReader.Read(text);
        return
        [
            .. seen.Select((s, i) => (Feature: (Feature)i, Seen: s, Worth: s * worthiness.Features.Weights[i]))
                // A quantity is a number already.
                .Where(s => s.Seen > 0 && IsReason(s.Feature) && !(s.Feature == Feature.Number && seen[(int)Feature.Quantity] > 0))
                .OrderByDescending(s => s.Worth).Take(MostFeatures).Select(s => s.Feature),
        ];
    }
}
