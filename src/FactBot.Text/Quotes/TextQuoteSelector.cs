namespace FactBot.Text.Quotes;

/// <summary>
/// A passage identified by its own words and those around it, following the W3C Web Annotation Data Model's
/// <see href="https://www.w3.org/TR/annotation-model/#text-quote-selector">TextQuoteSelector</see>.
/// </summary>
/// <param name="Exact">The passage, exactly as in the text.</param>
/// <param name="Prefix">Up to 32 characters before it.</param>
/// <param name="Suffix">Up to 32 characters after it.</param>
public sealed record TextQuoteSelector(string Exact, string Prefix, string Suffix)
{
    public const int ContextLength = 32;

    /// <summary>The selector of the passage from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextQuoteSelector Of(string text, int start, int end)
    {
        var before = Math.Max(0, start - ContextLength);
        var after = Math.Min(text.Length, end + ContextLength);
        before += before < start && char.IsLowSurrogate(text[before]) ? 1 : 0;
        after -= after > end && char.IsHighSurrogate(text[after - 1]) ? 1 : 0;
        return new(text[start..end], text[before..start], text[end..after]);
    }
}
