using FactBot.Chat;
using FactBot.Text.Sentences;

namespace FactBot.Articles;

/// <summary>An article's text in pages, with the passages of its claims marked.</summary>
internal static class MarkedText
{
    /// <summary>In characters; marks and escapes come on top, and a card's text can have 4,096.</summary>
    private const int PageLength = 1800;

    /// <summary>Finds where each page begins and ends.</summary>
    public static IReadOnlyList<(int Start, int End)> PagesOf(string text) => TextPages.Of(text, PageLength);

    /// <summary>Returns part of the text, with each claim's passage in bold and followed by the claim's number.</summary>
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
