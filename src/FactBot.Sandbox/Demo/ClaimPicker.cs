using System.Globalization;
using System.Text.RegularExpressions;

namespace FactBot.Sandbox.Demo;

/// <summary>
/// Picks what people in the demo claim: sentences of the article, preferably with numbers and quotes; parts of sentences if
/// there aren't enough; and made-up statements if the article is only a line or two.
/// </summary>
internal static partial class ClaimPicker
{
    private const int Shortest = 30;
    private const int ShortestPart = 12;
    private const int Longest = 400;

    /// <summary>The minimum number of letters in a meaningful text, and in each half of a split one.</summary>
    private const int Letters = 3;

    private static readonly string[] Own =
    [
        "Twelve readers wrote to the newsroom about this article, and nine of them praised it.",
        "The photograph beside this article was taken in 1987 from the roof of a hotel.",
        "An earlier version of this article was printed on page 14, under another headline.",
    ];

    /// <summary>Returns the requested number of texts, all different, in the article's order; the last can be halved.</summary>
    public static IReadOnlyList<string> Pick(string article, int count)
    {
        var sentences = Sentences(article).ToList();
        var parts = sentences.SelectMany(s => PartEnd().Split(s)).Concat(sentences.SelectMany(Windows));
        var found = Heaviest(sentences.Where(s => s.Length >= Shortest && IsClaim(s)), count).ToList();
        foreach (var text in parts.Concat(Own).Select(s => s.Trim()).Where(s => s.Length >= ShortestPart && IsClaim(s)))
        {
            if (found.Count < count && !found.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                found.Add(text);
            }
        }

        var last = found.FindLastIndex(s => Halve(s) is not null);
        if (last < 0)
        {
            found[^1] = Own[0];
            return found;
        }

        (found[^1], found[last]) = (found[last], found[^1]);
        return found;
    }

    /// <summary>Splits a text into two statements as near its middle as possible; null if either would say nothing.</summary>
    public static (string First, string Second)? Halve(string text)
    {
        var places = text.Any(char.IsWhiteSpace)
            ? Enumerable.Range(0, text.Length).Where(i => char.IsWhiteSpace(text[i]))
            : StringInfo.ParseCombiningCharacters(text);
        foreach (var place in places.OrderBy(i => Math.Abs(i - (text.Length / 2))))
        {
            var (first, second) = (text[..place].Trim(), text[place..].Trim());
            if (IsClaim(first) && IsClaim(second) && !first.Equals(second, StringComparison.OrdinalIgnoreCase))
            {
                return (first, second);
            }
        }

        return null;
    }

    private static IEnumerable<string> Sentences(string article) => article.ReplaceLineEndings("\n")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(paragraph => SentenceEnd().Split(paragraph))
        .Select(sentence => sentence.Trim())
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Heaviest(IEnumerable<string> sentences, int count) => sentences
        .Select((sentence, place) => (sentence, place, weight: Weight(sentence)))
        .OrderByDescending(s => s.weight).ThenBy(s => s.place).Take(count)
        .OrderBy(s => s.place).Select(s => s.sentence);

    /// <summary>Returns runs of words from a sentence that is too long to be claimed as a whole.</summary>
    private static IEnumerable<string> Windows(string sentence)
    {
        for (var start = 0; start + Longest < sentence.Length; start += Longest)
        {
            var window = sentence.Substring(start, Longest / 2);
            var (first, last) = (window.IndexOf(' ', StringComparison.Ordinal), window.LastIndexOf(' '));
            if (last > first)
            {
                yield return window[first..last];
            }
        }
    }

    private static bool IsClaim(string text) =>
        text.Length <= Longest && Link().Replace(text, "").Count(char.IsLetter) >= Letters;

    private static int Weight(string sentence) =>
        (sentence.Any(char.IsDigit) ? 2 : 0) + (sentence.IndexOfAny(['"', '“', '”', '„', '«', '»', '「']) >= 0 ? 1 : 0);

    [GeneratedRegex("""(?<=[.!?…؟।]["”»’]?)\s+(?=["“«„‘]?[\p{Lu}\p{Lo}\d])|(?<=[。！？]["”」』]?)(?!["”」』])""")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[,;:،、，；：–—]\s*")]
    private static partial Regex PartEnd();

    [GeneratedRegex(@"\w+://\S+|\S+@\S+|<[@#][^>]*>")]
    private static partial Regex Link();
}
