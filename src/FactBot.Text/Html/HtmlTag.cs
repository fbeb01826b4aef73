namespace FactBot.Text.Html;

/// <summary>Checks a tag before it is parsed, because parsing time is quadratic in the number of attributes.</summary>
internal static class HtmlTag
{
    private const string Spaces = " \t\n\r\f";

    /// <summary>Whether the text begins with a tag that has more attributes than allowed.</summary>
    /// <remarks>https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state</remarks>
    public static bool HasMoreAttributesThan(ReadOnlySpan<char> text, int most)
    {
        if (text is not ['<', var first, ..] || !(char.IsAsciiLetter(first) || first == '/'))
        {
            return false;
        }

        var rest = From(text[1..], text[1..].IndexOfAny(Spaces + "/>"));
        for (var count = 0; count <= most; count++)
        {
            rest = rest.TrimStart(Spaces + "/");
            if (rest.IsEmpty || rest[0] == '>')
            {
                return false;
            }

            rest = AfterAttribute(rest);
        }

        return true;
    }

    private static ReadOnlySpan<char> AfterAttribute(ReadOnlySpan<char> text)
    {
        var rest = From(text[1..], text[1..].IndexOfAny(Spaces + "/>=")).TrimStart(Spaces);
        if (rest is not ['=', ..])
        {
            return rest;
        }

        rest = rest[1..].TrimStart(Spaces);
        if (rest is not ['"' or '\'', ..])
        {
            return From(rest, rest.IndexOfAny(Spaces + ">"));
        }

        var closing = rest[1..].IndexOf(rest[0]);
        return closing < 0 ? [] : rest[(closing + 2)..];
    }

    /// <summary>Returns the text from a position on; empty if the position is negative.</summary>
    private static ReadOnlySpan<char> From(ReadOnlySpan<char> text, int place) => place < 0 ? [] : text[place..];
}
