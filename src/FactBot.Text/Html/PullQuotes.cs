using AngleSharp.Dom;

namespace FactBot.Text.Html;

/// <summary>Removes pull quotes: sentences set large beside the text that already contains them.</summary>
internal static class PullQuotes
{
    /// <summary>In letters and digits.</summary>
    private const int Longest = 500;
    private const int Shortest = 20;

    private const int MaxQuotes = 50;

    public static void Remove(IElement core)
    {
        foreach (var quote in core.QuerySelectorAll("aside, blockquote, figure, [class*=pull i], [class*=quote i], [class*=tweet-this i], [class*=highlight i], [class*=callout i]").Take(MaxQuotes).ToList())
        {
            if (quote == core || quote.ParentElement is null || quote.Contains(core) || Bare(quote) is not { Length: > Shortest and < Longest } words)
            {
                continue;
            }

            var all = Bare(core);
            var first = all.IndexOf(words, StringComparison.Ordinal);
            if (first >= 0 && all.IndexOf(words, first + 1, StringComparison.Ordinal) >= 0)
            {
                quote.Remove();
            }
        }
    }

    /// <summary>Returns the element's letters and digits, without the name under a quote.</summary>
    private static string Bare(IElement element)
    {
        var name = element.QuerySelector(":scope > cite, :scope > footer, :scope > figcaption");
        return string.Concat(element.TextContent.Where(char.IsLetterOrDigit)) is var all && name is not null && string.Concat(name.TextContent.Where(char.IsLetterOrDigit)) is { Length: > 0 } under
            ? all.Replace(under, "", StringComparison.Ordinal)
            : all;
    }
}
