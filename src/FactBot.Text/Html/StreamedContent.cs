using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FactBot.Text.Html;

/// <summary>
/// Does what scripts would do with content that a page delivers separately. It fills templates with the hidden content they
/// wait for (React's and Solid's streaming), opens declarative shadow trees, and shows the text for readers without scripts.
/// </summary>
internal static partial class StreamedContent
{
    /// <summary>Articles don't have more shadow trees than this. Each one takes a new search, because they nest.</summary>
    private const int MaxTrees = 200;

    public static void PutInPlace(IHtmlDocument document, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MaxTrees && document.QuerySelector("template[shadowrootmode], template[shadowroot]") is IHtmlTemplateElement tree; i++)
        {
            Open(tree);
        }

        PutStreamedInPlace(document);
        PutNoScriptInPlace(document, cancellationToken);
    }

    /// <remarks>https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode</remarks>
    private static void Open(IHtmlTemplateElement tree)
    {
        if (tree.ParentElement is not { } host)
        {
            tree.Remove();
            return;
        }

        var light = host.ChildNodes.Where(n => n != tree).ToList();
        foreach (var slot in tree.Content.QuerySelectorAll("slot").ToList())
        {
            var name = slot.GetAttribute("name") ?? "";
            var shown = light.Where(n => ((n as IElement)?.GetAttribute("slot") ?? "") == name).ToList();
            light.RemoveAll(shown.Contains);
            if (shown.Any(n => n is IElement || !string.IsNullOrWhiteSpace(n.TextContent)))
            {
                slot.ReplaceWith([.. shown]);
            }
        }

        tree.ReplaceWith([.. tree.Content.ChildNodes]);
    }

    /// <remarks>https://react.dev/reference/react-dom/server/renderToPipeableStream:
    /// <c>S:0</c> replaces <c>B:0</c>, unless a script pairs them differently.</remarks>
    private static void PutStreamedInPlace(IHtmlDocument document)
    {
        var waiting = document.QuerySelectorAll("template[id]").OfType<IHtmlTemplateElement>().ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        var told = document.QuerySelectorAll("script").SelectMany(s => Told().Matches(s.TextContent))
            .DistinctBy(m => m.Groups["place"].Value).ToDictionary(m => m.Groups["place"].Value, m => m.Groups["content"].Value);
        foreach (var template in waiting)
        {
            var content = (Placed().Match(template.Id!) is { Success: true } place
                    ? Find(document, told.GetValueOrDefault(template.Id!)) ?? Find(document, $"{place.Groups["before"].Value}S:{place.Groups["number"].Value}")
                    : null)
                ?? (template.Id!.StartsWith("pl-", StringComparison.Ordinal) ? Find(document, template.Id[3..]) : null);
            if (content is null || content == template || content.Contains(template))
            {
                continue;
            }

            if (template.NextElementSibling is { } next && next.TextContent.Length < 200 && (IsWait().IsMatch(next.ClassName ?? "") || IsWait().IsMatch(next.TextContent)))
            {
                next.Remove();
            }

            template.ReplaceWith([.. (content is IHtmlTemplateElement other ? other.Content.ChildNodes : content.ChildNodes)]);
            content.Remove();
        }
    }

    private static IElement? Find(IHtmlDocument document, string? id) => id is null ? null : document.GetElementById(id);

    /// <summary>Shows a noscript element's content if it is the page's text and not just a request to enable scripts.</summary>
    private static void PutNoScriptInPlace(IHtmlDocument document, CancellationToken cancellationToken)
    {
        const int shortest = 400;
        foreach (var note in document.QuerySelectorAll("body noscript").Where(n => n.TextContent.Length > shortest && n.TextContent.Contains("<p", StringComparison.OrdinalIgnoreCase)).Take(5).ToList())
        {
            var body = HtmlDocumentReader.Parse(note.TextContent, cancellationToken).Body!;
            var after = note.NextSibling;
            var parent = note.ParentElement!;
            note.Remove();
            if (body.TextContent.Length > shortest && !document.Body!.TextContent.Contains(body.QuerySelector("p")?.TextContent ?? "", StringComparison.Ordinal))
            {
                foreach (var node in body.ChildNodes.ToList())
                {
                    parent.InsertBefore(document.Import(node), after);
                }
            }
        }
    }

    [GeneratedRegex("""\$(?:R[CSRX]|df)\(["'](?<place>[^"']{1,100})["'],\s*["'](?<content>[^"']{1,100})["']""")]
    private static partial Regex Told();

    [GeneratedRegex("^(?<before>.{0,60}?)[BP]:(?<number>[0-9a-f]{1,8})$")]
    private static partial Regex Placed();

    [GeneratedRegex("skeleton|loading|fallback|spinner|placeholder|please wait|загруз|завантаж|cargando|chargement|laden", RegexOptions.IgnoreCase)]
    private static partial Regex IsWait();
}
