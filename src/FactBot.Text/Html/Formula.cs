using System.Text;
using AngleSharp.Dom;
using FactBot.Text.Characters;

namespace FactBot.Text.Html;

/// <summary>Writes MathML as a line of text.</summary>
/// <remarks>https://www.w3.org/TR/mathml-core/. <see cref="HtmlDocumentReader"/> limits the depth.</remarks>
internal static class Formula
{
    public static string Of(IElement math) => Written(math).Trim();

    private static string Written(INode node)
    {
        if (node is not IElement element)
        {
            return node is IText text ? text.Data.Trim() : "";
        }

        var parts = element.Children;
        return element.LocalName.ToLowerInvariant() switch
        {
            "annotation" or "annotation-xml" or "mphantom" or "mprescripts" or "none" => "",
            // Crossed-out parts no longer count.
            "menclose" when element.GetAttribute("notation")?.Contains("strike", StringComparison.OrdinalIgnoreCase) == true => "",
            "mfrac" when parts.Length == 2 && element.GetAttribute("linethickness") is ['0', ..] => $"({Written(parts[0])} over {Written(parts[1])})",
            "mfrac" when parts.Length == 2 => $"{Grouped(parts[0])}/{Grouped(parts[1])}",
            "msup" when parts.Length == 2 => Written(parts[0]) + RaisedText.Raise(Written(parts[1])),
            "msub" when parts.Length == 2 => Written(parts[0]) + Lowered(parts[0], parts[1]),
            "msubsup" when parts.Length == 3 => Written(parts[0]) + Lowered(parts[0], parts[1]) + RaisedText.Raise(Written(parts[2])),
            "msqrt" => $"√({All(element)})",
            "mroot" when parts.Length == 2 => $"{RaisedText.Raise(Written(parts[1]))}√({Written(parts[0])})",
            "munder" when parts.Length == 2 => Written(parts[0]) + Bound('_', parts[1]),
            "mover" when parts.Length == 2 => Written(parts[0]) + Bound('^', parts[1]),
            "munderover" when parts.Length == 3 => $"{Written(parts[0])}{Bound('_', parts[1])}{Bound('^', parts[2])} ",
            "mmultiscripts" when parts.Length > 0 => Scripts(parts),
            "mfenced" => $"{element.GetAttribute("open") ?? "("}{string.Join(", ", parts.Select(Written))}{element.GetAttribute("close") ?? ")"}",
            "mtr" => $"{string.Join(" ", parts.Select(Written))}; ",
            "mo" => Operator(element.TextContent.Trim()),
            "mtext" => $" {element.TextContent.Trim()} ",
            "mspace" => " ",
            _ => All(element),
        };
    }

    /// <summary>Writes all parts in a row, with a space between a fraction and a number beside it: 3 1/2, not 31/2.</summary>
    private static string All(IElement element)
    {
        var row = new StringBuilder();
        var (wasFraction, isInBrackets) = (false, false);
        foreach (var node in element.ChildNodes)
        {
            var isFraction = node is IElement { LocalName: "mfrac" };
            isInBrackets |= node is IElement { LocalName: "mo" } && node.TextContent.Trim() is "(" or "[" or "{";
            var part = !isInBrackets && IsMarkInNumber(node) ? node.TextContent.Trim() : Written(node);
            if (row.Length > 0 && part.Length > 0 && ((isFraction && char.IsLetterOrDigit(row[^1])) || (wasFraction && char.IsLetterOrDigit(part[0]))))
            {
                row.Append(' ');
            }

            row.Append(part);
            wasFraction = part.Length > 0 ? isFraction : wasFraction;
        }

        return row.ToString();
    }

    /// <summary>Whether a node is a comma between two numbers (3,5 and 12,000). Callers rule out brackets.</summary>
    private static bool IsMarkInNumber(INode node) =>
        node is IElement { LocalName: "mo", PreviousElementSibling.LocalName: "mn", NextElementSibling.LocalName: "mn" } && node.TextContent.Trim() == ",";

    /// <summary>Writes what is above or below a sign, but not an accent such as a bar or an arrow.</summary>
    private static string Bound(char mark, IElement bound) =>
        Written(bound).Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 } text && bound.LocalName != "mo" ? $"{mark}({text})" : "";

    /// <summary>Writes indices and exponents on both sides: ¹⁴C.</summary>
    private static string Scripts(IHtmlCollection<IElement> parts)
    {
        var cut = parts.Select((p, i) => (p, i)).FirstOrDefault(p => p.p.LocalName == "mprescripts", (null!, parts.Length)).i;
        return Sides(parts.Skip(cut + 1), isRaisedFirst: true) + Written(parts[0]) + Sides(parts.Take(cut).Skip(1), isRaisedFirst: false);

        static string Sides(IEnumerable<IElement> scripts, bool isRaisedFirst) => string.Concat(scripts.Chunk(2).Select(pair =>
        {
            var (lower, upper) = (Written(pair[0]), pair.Length > 1 ? Written(pair[1]) : "");
            var (index, power) = (lower.Length == 0 ? "" : RaisedText.Lower(lower), upper.Length == 0 ? "" : RaisedText.Raise(upper));
            return isRaisedFirst ? power + index : index + power;
        }));
    }

    private static string Lowered(IElement whole, IElement index) =>
        Written(index) is var own && own.All(char.IsDigit) && !Written(whole).Any(char.IsDigit) ? own : RaisedText.Lower(own);

    private static string Grouped(IElement element) => Written(element) is var text && text.All(char.IsLetterOrDigit) ? text : $"({text})";

    private static string Operator(string sign) => sign switch
    {
        "\u2061" or "\u2062" or "\u2063" or "\u2064" => "",
        "=" or "+" or "−" or "-" or "×" or "≈" or "≤" or "≥" or "<" or ">" or "≠" or "→" or "±" or "·" => $" {sign} ",
        "," => ", ",
        _ => sign,
    };
}
