using FactBot.Text.Quotes;
using FactBot.Text.Sentences;

namespace FactBot.Text.Revisions;

/// <summary>What happened to a passage when its article changed.</summary>
/// <param name="Anchor">Its current place; null if it was removed.</param>
/// <param name="IsSame">Whether its words are unchanged.</param>
public sealed record AnchorFollow(TextAnchor? Anchor, bool IsSame)
{
    /// <summary>If two passages share fewer of their words than this, one isn't a rewording of the other.</summary>
    private const double Reworded = 0.5;

    /// <summary>Finds a passage again by its words, or else by the text around it or the most similar sentence.</summary>
    /// <param name="text">The current text of the article.</param>
    /// <param name="selector">The passage and its surroundings before the change.</param>
    /// <param name="at">Its previous start, in UTF-16 code units.</param>
    public static AnchorFollow Find(string text, TextQuoteSelector selector, int at)
    {
        var same = TextAnchor.FindAll(text, selector.Exact)
            .OrderByDescending(a => ContextInCommon(a.Selector, selector)).ThenBy(a => Math.Abs(a.Start - at)).FirstOrDefault();
        if (same is not null)
        {
            return new(same, IsSame: true);
        }

        var changed = BetweenSurroundings(text, selector) ?? NearestSentence(text, selector.Exact);
        return changed is { } place && WordDiff.Likeness(selector.Exact, text[place.Start..place.End]) >= Reworded
            ? new(new TextAnchor(place.Start, place.End, TextQuoteSelector.Of(text, place.Start, place.End)), IsSame: false)
            : new(null, IsSame: false);
    }

    private static int ContextInCommon(TextQuoteSelector one, TextQuoteSelector other)
    {
        var before = one.Prefix.Reverse().Zip(other.Prefix.Reverse()).TakeWhile(p => p.First == p.Second).Count();
        return before + one.Suffix.Zip(other.Suffix).TakeWhile(p => p.First == p.Second).Count();
    }

    private static (int Start, int End)? BetweenSurroundings(string text, TextQuoteSelector selector)
    {
        if (selector.Prefix.Trim().Length < 8 || selector.Suffix.Trim().Length < 8)
        {
            return null;
        }

        var before = text.IndexOf(selector.Prefix, StringComparison.Ordinal);
        var start = before + selector.Prefix.Length;
        var end = before < 0 ? -1 : text.IndexOf(selector.Suffix, start, StringComparison.Ordinal);
        return end < 0 || end - start > (3 * selector.Exact.Length) + 100 ? null : Trimmed(text, start, end);
    }

    private static (int Start, int End)? NearestSentence(string text, string exact)
    {
        (int Start, int End)? nearest = null;
        var best = 0.0;
        foreach (var sentence in SentenceSplitter.Split(text).Where(s => s.End - s.Start <= (3 * exact.Length) + 100))
        {
            var likeness = WordDiff.Likeness(exact, sentence.In(text));
            if (likeness > best)
            {
                (best, nearest) = (likeness, Trimmed(text, sentence.Start, sentence.End));
            }
        }

        return nearest;
    }

    private static (int Start, int End)? Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return start < end ? (start, end) : null;
    }
}
