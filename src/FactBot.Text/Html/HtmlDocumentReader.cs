using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FactBot.Text.Html;

/// <summary>
/// Parses HTML that may be hostile. Later steps are recursive in a page's depth and quadratic in the number of sibling nodes,
/// attributes or stray brackets, so a page with far more of them than real pages have is rejected early.
/// </summary>
internal static class HtmlDocumentReader
{
    public const int MaxDepth = 256;
    public const int MaxElements = 20_000;
    public const int MaxAttributes = 200;

    /// <summary>Limit for consecutive pieces of text, such as a row of stray brackets produces.</summary>
    public const int MaxPieces = 5_000;

    /// <summary>Limit for the sum of the squares of all nodes' child counts: 4,000 paragraphs in one element.</summary>
    public const long MaxBreadth = 4_000L * 4_000;

    /// <exception cref="InvalidDataException">The page has more in it than an article's page can have.</exception>
    public static IHtmlDocument Parse(string html, CancellationToken cancellationToken)
    {
        RefuseIf(HtmlTag.HasMoreAttributesThan(html, MaxAttributes));
        var document = new HtmlParser(LimitsOf(html, cancellationToken), BrowsingContext.New(Configuration.Default)).ParseDocument(html);
        var breadth = 0L;
        var open = new Stack<INode>([document]);
        while (open.TryPop(out var node))
        {
            breadth += (long)node.ChildNodes.Length * node.ChildNodes.Length;
            foreach (var child in node.ChildNodes)
            {
                open.Push(child);
            }
        }

        return breadth <= MaxBreadth ? document : throw TooMuch();
    }

    private static HtmlParserOptions LimitsOf(string html, CancellationToken cancellationToken)
    {
        var (elements, pieces) = (0, 0);
        INode? last = null;
        return new HtmlParserOptions
        {
            IsScripting = true,
            SkipComments = true,
            OnToken = (token, place) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                pieces = token.Type == HtmlTokenType.Character ? pieces + 1 : 0;
                RefuseIf(pieces > MaxPieces || HtmlTag.HasMoreAttributesThan(html.AsSpan(Math.Min(place.End.Index, html.Length)), MaxAttributes));
            },
            OnCreated = (element, _) =>
            {
                // The parser inserts an element after this call, so this measures the depth of the previous one.
                RefuseIf(++elements > MaxElements || IsTooDeep(last));
                last = element;
            },
        };
    }

    private static bool IsTooDeep(INode? node)
    {
        var depth = 0;
        while (node is not null && depth <= MaxDepth)
        {
            (node, depth) = (node.Parent, depth + 1);
        }

        return depth > MaxDepth;
    }

    private static void RefuseIf(bool isTooMuch)
    {
        if (isTooMuch)
        {
            throw TooMuch();
        }
    }

    private static InvalidDataException TooMuch() => new("The page has more in it than a page of an article can have.");
}
