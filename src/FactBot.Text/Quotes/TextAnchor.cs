namespace FactBot.Text.Quotes;

/// <summary>Where a quote stands in a text.</summary>
/// <param name="Start">The first character, counted in UTF-16 code units from 0.</param>
/// <param name="End">The character after the last.</param>
/// <param name="Selector">The passage by its words.</param>
public sealed record TextAnchor(int Start, int End, TextQuoteSelector Selector)
{
    /// <summary>Whether the passage says nearly, but not quite, what the quote does.</summary>
    public bool IsNear { get; init; }

    /// <summary>
    /// Finds a quote's first place as whole words, or at any letter in scripts without spaces. What is folded away by
    /// <see cref="FoldedText"/> does not matter, nor does a full stop at the quote's end. Null where it does not stand in the text.
    /// </summary>
    public static TextAnchor? Find(string text, string quote) => FindAll(text, quote).FirstOrDefault();

    /// <summary>Finds a quote, or the one passage that says nearly the same.</summary>
    public static TextAnchor? FindNear(string text, string quote) => Find(text, quote) ?? NearQuote.Find(text, quote);

    /// <summary>Finds all places of a quote, by the rules of <see cref="Find"/>, in their order.</summary>
    public static IEnumerable<TextAnchor> FindAll(string text, string quote) =>
        FindAll(text, quote, readsMarkdown: false) is { Count: > 0 } found ? found : FindAll(text, quote, readsMarkdown: true);

    private static List<TextAnchor> FindAll(string text, string quote, bool readsMarkdown)
    {
        var wanted = FoldedText.Of(quote, readsMarkdown).Letters.Trim(' ');
        if (!wanted.Any(char.IsLetterOrDigit))
        {
            return [];
        }

        // People who quote a clause often end it with a full stop of their own.
        var folded = FoldedText.Of(text, readsMarkdown);
        var clause = wanted.TrimEnd('.').TrimEnd(' ');
        return PlacesOf(wanted) is { Count: > 0 } whole ? whole : clause == wanted ? [] : PlacesOf(clause);

        List<TextAnchor> PlacesOf(string letters) =>
            [.. folded.PlacesOf(letters).Select(place => folded.AnchorAt(text, place, place + letters.Length))];
    }

    /// <summary>Whether two passages differ in nothing that matters to <see cref="Find"/>.</summary>
    public static bool AreSame(string one, string other) =>
        FoldedText.Of(one, readsMarkdown: true).Letters.Trim(' ', '.') == FoldedText.Of(other, readsMarkdown: true).Letters.Trim(' ', '.');

    /// <summary>Finds a quote between two places of a text, by the same rules; its selector tells what stands around it in the whole.</summary>
    public static TextAnchor? FindWithin(string text, string quote, int start, int end) =>
        Find(text[start..end], quote) is { } found
            ? new(start + found.Start, start + found.End, TextQuoteSelector.Of(text, start + found.Start, start + found.End))
            : null;
}
