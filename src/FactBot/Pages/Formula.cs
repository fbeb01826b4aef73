using AngleSharp.Dom;

namespace FactBot.Pages;

/// <summary>Writes MathML in a line.</summary>
/// <remarks>https://www.w3.org/TR/mathml-core/; the depth is bounded by <see cref="HtmlDocumentReader"/>.</remarks>
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
            "annotation" or "annotation-xml" or "mphantom" => "",
            "mfrac" when parts.Length == 2 => $"{Grouped(parts[0])}/{Grouped(parts[1])}",
            "msup" when parts.Length == 2 => Written(parts[0]) + RaisedText.Raise(Written(parts[1])),
            "msub" when parts.Length == 2 => Written(parts[0]) + Lowered(parts[0], parts[1]),
            "msubsup" when parts.Length == 3 => Written(parts[0]) + Lowered(parts[0], parts[1]) + RaisedText.Raise(Written(parts[2])),
            "msqrt" => $"√({All(element)})",
            "mroot" when parts.Length == 2 => $"{RaisedText.Raise(Written(parts[1]))}√({Written(parts[0])})",
            "mtr" => $"{string.Join(" ", parts.Select(Written))}; ",
            "mo" => Operator(element.TextContent.Trim()),
            "mtext" => $" {element.TextContent.Trim()} ",
            "mspace" => " ",
            _ => All(element),
        };
    }

    private static string All(IElement element) => string.Concat(element.ChildNodes.Select(Written));

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
