namespace FactBot.Text.Quotes;

/// <summary>The place of a quote in a text.</summary>
/// <param name="Start">The position of the first character, in UTF-16 code units from 0.</param>
/// <param name="End">The position after the last character.</param>
/// <param name="Selector">The passage, identified by its words.</param>
public sealed record TextAnchor(int Start, int End, TextQuoteSelector Selector)
{
    /// <summary>Whether the passage says nearly, but not exactly, the same as the quote.</summary>
    public bool IsNear { get; init; }

    /// <summary>
    /// Finds the first place of a quote: as whole words, or at any letter in scripts without spaces. Ignores what
    /// <see cref="FoldedText"/> folds away, and a full stop at the quote's end. Returns null if the quote isn't in the text.
    /// </summary>
    public static TextAnchor? Find(string text, string quote) => FindAll(text, quote).FirstOrDefault();

    /// <summary>Finds a quote, or the one passage that says nearly the same.</summary>
    public static TextAnchor? FindNear(string text, string quote) => Find(text, quote) ?? NearQuote.Find(text, quote);

    /// <summary>Finds all places of a quote in order, by the same rules as <see cref="Find"/>.</summary>
    public static IEnumerable<TextAnchor> FindAll(string text, string quote) =>
        FindAll(text, quote, readsMarkdown: false) is { Count: > 0 } found ? found : FindAll(text, quote, readsMarkdown: true);

    private static List<TextAnchor> FindAll(string text, string quote, bool readsMarkdown)
    {
        var wanted = FoldedText.Of(quote, readsMarkdown).Letters.Trim(' ');
        if (!wanted.Any(char.IsLetterOrDigit))
        {
            return [];
        }

        // People often end a quoted clause with a full stop of their own.
        var folded = FoldedText.Of(text, readsMarkdown);
        var clause = wanted.TrimEnd('.').TrimEnd(' ');
        return PlacesOf(wanted) is { Count: > 0 } whole ? whole : clause == wanted ? [] : PlacesOf(clause);

        List<TextAnchor> PlacesOf(string letters) =>
            [.. folded.PlacesOf(letters).Select(place => folded.AnchorAt(text, place, place + letters.Length))];
    }

    /// <summary>Whether two passages differ only in ways that <see cref="Find"/> ignores.</summary>
    public static bool AreSame(string one, string other) =>
        FoldedText.Of(one, readsMarkdown: true).Letters.Trim(' ', '.') == FoldedText.Of(other, readsMarkdown: true).Letters.Trim(' ', '.');

    /// <summary>Finds a quote between two positions by the same rules; its selector's context is from the whole text.</summary>
    public static TextAnchor? FindWithin(string text, string quote, int start, int end) =>
        Find(text[start..end], quote) is { } found
            ? new(start + found.Start, start + found.End, TextQuoteSelector.Of(text, start + found.Start, start + found.End))
            : null;
}
