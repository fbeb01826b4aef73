using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FactBot.Pages;

/// <summary>Parses HTML that may be hostile: what is too deep or too large is given up before it costs much.</summary>
internal static class HtmlDocumentReader
{
    /// <summary>Real pages nest a few dozen deep; the algorithms behind are quadratic or recursive in it.</summary>
    public const int MaxDepth = 256;

    public const int MaxElements = 60_000;

    /// <exception cref="InvalidDataException">It is nested too deep or has too many elements.</exception>
    public static IHtmlDocument Parse(string html, CancellationToken cancel)
    {
        var elements = 0;
        INode? last = null;
        var options = new HtmlParserOptions
        {
            IsScripting = true,
            SkipComments = true,
            OnCreated = (element, _) =>
            {
                cancel.ThrowIfCancellationRequested();
                // An element is put into its place after this call, so the depth is that of the one before.
                if (++elements > MaxElements || IsTooDeep(last))
                {
                    throw new InvalidDataException("The page has too many elements or nests too deep.");
                }

                last = element;
            },
        };
        return new HtmlParser(options, BrowsingContext.New(Configuration.Default)).ParseDocument(html);
    }

    private static bool IsTooDeep(INode? node)
    {
        var depth = 0;
        for (; node is not null; node = node.Parent)
        {
            if (++depth > MaxDepth)
            {
                return true;
            }
        }

        return false;
    }
}
