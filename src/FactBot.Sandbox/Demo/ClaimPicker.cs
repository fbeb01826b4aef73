using System.Text.RegularExpressions;

namespace FactBot.Sandbox.Demo;

/// <summary>Picks sentences of an article for the demo's claims: those with numbers and quotes first.</summary>
internal static partial class ClaimPicker
{
    /// <summary>Sentences of 30 to 400 characters in the article's order; fewer where it has not as many.</summary>
    public static IReadOnlyList<string> Pick(string article, int count) =>
    [
        .. article.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(paragraph => SentenceEnd().Split(paragraph))
            .Where(sentence => sentence.Length is >= 30 and <= 400)
            .Distinct()
            .Select((sentence, place) => (sentence, place, weight: Weight(sentence)))
            .OrderByDescending(s => s.weight).ThenBy(s => s.place).Take(count)
            .OrderBy(s => s.place).Select(s => s.sentence),
    ];

    private static int Weight(string sentence) =>
        (sentence.Any(char.IsDigit) ? 2 : 0) + (sentence.IndexOfAny(['"', '“', '”']) >= 0 ? 1 : 0);

    [GeneratedRegex("""(?<=[.!?]["”]?)\s+(?=["“]?[\p{Lu}\d])""")]
    private static partial Regex SentenceEnd();
}
