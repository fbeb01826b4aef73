namespace FactBot.Text.Html;

/// <summary>Looks at a tag before it is parsed, since parsing takes the square of how many attributes there are.</summary>
internal static class HtmlTag
{
    private const string Spaces = " \t\n\r\f";

    /// <summary>Whether the text begins with a tag of more attributes than that.</summary>
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

    /// <summary>What is left from a place on; nothing where there is no such place.</summary>
    private static ReadOnlySpan<char> From(ReadOnlySpan<char> text, int place) => place < 0 ? [] : text[place..];
}
