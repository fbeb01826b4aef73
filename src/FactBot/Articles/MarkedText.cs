using FactBot.Chat;

namespace FactBot.Articles;

/// <summary>An article's text in pages, with the passages of its claims marked.</summary>
internal static class MarkedText
{
    /// <summary>In characters; marks and escapes come on top, and a card's text may have 4,096.</summary>
    private const int PageLength = 1800;

    /// <summary>Where each page begins and ends; a sentence is kept whole where it fits on a page.</summary>
    public static IReadOnlyList<(int Start, int End)> PagesOf(string text)
    {
        var pages = new List<(int Start, int End)>();
        var start = 0;
        foreach (var sentence in Sentences.In(text))
        {
            if (sentence.Next - start > PageLength && sentence.Start > start)
            {
                pages.Add((start, sentence.Start));
                start = sentence.Start;
            }

            while (sentence.Next - start > PageLength)
            {
                var end = start + PageLength - (char.IsHighSurrogate(text[start + PageLength - 1]) ? 1 : 0);
                pages.Add((start, end));
                start = end;
            }
        }

        return start < text.Length || pages.Count == 0 ? [.. pages, (start, text.Length)] : pages;
    }

    /// <summary>A stretch of the text; each passage that begins in it in bold, with its claim's number.</summary>
    public static Words Of(string text, int start, int end, IEnumerable<(int Start, int End, int Claim)> passages)
    {
        var parts = new List<Words>();
        var at = start;
        foreach (var (from, to, claim) in passages.Where(p => p.End > start && p.Start < end).OrderBy(p => p.Start))
        {
            var (first, last) = (Math.Max(from, at), Math.Min(to, end));
            if (first >= last)
            {
                continue;
            }

            parts.Add($"{text[at..first]}");
            parts.Add($"**{text[first..last].Trim()}** *(#{claim})*{(char.IsWhiteSpace(text[last - 1]) ? " " : "")}");
            at = last;
        }

        parts.Add($"{text[at..end].TrimEnd()}");
        return Words.Join("", parts);
    }
}
