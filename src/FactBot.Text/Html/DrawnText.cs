using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FactBot.Text.Html;

/// <summary>Reads the words that a drawing in the page is labelled with (SVG): a figure in the text, or a chart's labels on a line.</summary>
internal static partial class DrawnText
{
    /// <summary>A drawing of more labels than that is a map or a plan.</summary>
    private const int MaxLabels = 100;

    public static void Write(IElement root)
    {
        foreach (var drawing in root.QuerySelectorAll("svg").Where(s => s.ParentElement?.Closest("svg") is null).ToList())
        {
            var labels = drawing.QuerySelectorAll("text, foreignObject").Where(t => t.Closest("defs, symbol, clipPath, mask, pattern, metadata") is null && t.ParentElement?.Closest("text, foreignObject") is null)
                .Select(t => Spaces().Replace(t.TextContent, " ").Trim()).Where(t => t.Length > 0).ToList();
            if (labels.Count is 0 or > MaxLabels || drawing.Closest("a, button, nav, [aria-hidden=true i]") is not null)
            {
                // An icon's title, and what is only defined in it, stand nowhere on the page.
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
