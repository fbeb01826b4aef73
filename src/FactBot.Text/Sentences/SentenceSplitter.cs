using FactBot.Text.Language;

namespace FactBot.Text.Sentences;

/// <summary>
/// Splits a text into sentences by the rules of its language (<see cref="SentenceLanguages"/>). Handles abbreviations, initials,
/// decimals, ordinals, quotations, reference marks, headings and lists.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>A line that's shorter than this, in characters, and has no full stop at the end is a heading.</summary>
    private const int LongestHeading = 60;

    private const int LongestHeadline = 150;

    /// <summary>Returns the sentences in order; joined from Start to Next, they make up the text.</summary>
    public static IReadOnlyList<Sentence> Split(string text)
    {
        var sentences = new List<Sentence>();
        var stops = new SentenceStops(text, SentenceLanguages.Of(text));
        var items = new Queue<int>(ListItems.In(text));
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            while (items.TryPeek(out var passed) && passed < at)
            {
                items.Dequeue();
            }

            var next = items.TryPeek(out var item) && item == at ? at
                : text[at] == '\n' ? AfterBreak(text, start, at)
                : SentenceMarks.IsEnd(text[at]) || text[at] == '|' ? stops.After(start, at)
                : -1;
            if (next > start && !text.AsSpan(start, next - start).IsWhiteSpace())
            {
                sentences.Add(new Sentence(start, Trimmed(text, start, next), next));
                start = next;
            }

            at = Math.Max(at + 1, next);
        }

        if (start < text.Length)
        {
            sentences.Add(new Sentence(start, Trimmed(text, start, text.Length), text.Length));
        }

        return sentences;
    }

    private static int Trimmed(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Returns where the next sentence begins if a line feed separates two; -1 if the sentence continues.</summary>
    private static int AfterBreak(string text, int start, int at)
    {
        var next = SentenceStops.SkipSpace(text, at);
        return next == text.Length
            || text.AsSpan(at, next - at).Count('\n') > 1
            || ListItems.Begins(text, next)
            || (BeginsLine(text, start) && (at - start < LongestHeading || IsHeadline(text, start, at)) && SentenceStops.StartsSentence(text, next))
            || (at > start && SentenceMarks.IsEnd(text[at - 1]))
            || ListItems.IsOfShortLines(text, at)
            ? next
            : -1;
    }

    /// <summary>Whether the place begins its line; a short piece that begins within a line isn't a heading.</summary>
    private static bool BeginsLine(string text, int at) =>
        text.AsSpan(0, at).LastIndexOf('\n') is var feed && text.AsSpan(feed + 1, at - feed - 1).IsWhiteSpace();

    /// <summary>Whether nearly all words of a line are capitalised, as in English headlines.</summary>
    private static bool IsHeadline(string text, int start, int end)
    {
        if (end - start > LongestHeadline)
        {
            return false;
        }

        var words = text[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 4 && words.Count(w => char.IsUpper(w[0])) >= 0.7 * words.Length;
    }
}
