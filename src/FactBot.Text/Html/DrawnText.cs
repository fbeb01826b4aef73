using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FactBot.Text.Html;

/// <summary>Reads the labels of SVG drawings: as a figure within the text, or as one line for the labels of a chart.</summary>
internal static partial class DrawnText
{
    /// <summary>A drawing with more labels than this is a map or a plan.</summary>
    private const int MaxLabels = 100;

    public static void Write(IElement root)
    {
        foreach (var drawing in root.QuerySelectorAll("svg").Where(s => s.ParentElement?.Closest("svg") is null).ToList())
        {
            var labels = drawing.QuerySelectorAll("text, foreignObject").Where(t => t.Closest("defs, symbol, clipPath, mask, pattern, metadata") is null && t.ParentElement?.Closest("text, foreignObject") is null)
                .Select(t => Spaces().Replace(t.TextContent, " ").Trim()).Where(t => t.Length > 0).ToList();
            if (labels.Count is 0 or > MaxLabels || drawing.Closest("a, button, nav, [aria-hidden=true i]") is not null)
            {
                // An icon's title, and text that is only defined, aren't visible on the page.
                drawing.Remove();
                continue;
            }

            if (!LineText.IsAlone(drawing))
            {
                drawing.ReplaceWith(drawing.Owner!.CreateTextNode(string.Join(' ', labels)));
                continue;
            }

            var line = drawing.Owner!.CreateElement("p");
            line.TextContent = string.Join(" | ", labels);
            if (drawing.Closest("p") is { } paragraph)
            {
                paragraph.After(line);
                drawing.Remove();
            }
            else
            {
                drawing.ReplaceWith(line);
            }
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
