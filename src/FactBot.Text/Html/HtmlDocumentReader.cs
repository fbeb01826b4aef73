using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FactBot.Text.Html;

/// <summary>
/// Parses HTML that may be hostile. What comes after it is recursive in a page's depth and quadratic in how many nodes,
/// attributes or stray brackets stand side by side, so a page that has far more of them than real ones is given up early.
/// </summary>
internal static class HtmlDocumentReader
{
    public const int MaxDepth = 256;
    public const int MaxElements = 20_000;
    public const int MaxAttributes = 200;

    /// <summary>Pieces of text one after the other, as a row of stray brackets makes them.</summary>
    public const int MaxPieces = 5_000;

    /// <summary>The squares of how many children each node has, added up: 4,000 paragraphs in one.</summary>
    public const long MaxBreadth = 4_000L * 4_000;

    /// <exception cref="InvalidDataException">It is more than a page of an article can be.</exception>
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
                // An element is put into its place after this call, so the depth is that of the one before.
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
