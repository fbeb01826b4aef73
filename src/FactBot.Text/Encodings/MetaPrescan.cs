using System.Text;

namespace FactBot.Text.Encodings;

/// <summary>Finds the encoding that a page declares, before the page is parsed.</summary>
/// <remarks>https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding</remarks>
internal static class MetaPrescan
{
    /// <summary>In bytes. Browsers scan 1,024, but reload a page that declares it later; real heads are long.</summary>
    private const int Sample = 64 * 1024;

    private const string Spaces = " \t\n\r\f";

    /// <summary>Returns the encoding's label; null if the page declares none.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<char> text = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Sample)]);
        var prolog = text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? Attribute(text[5..Math.Max(5, Until(text, ">"))], "encoding") : null;
        while (text.IndexOf('<') is >= 0 and var at)
        {
            text = text[at..];
            if (text.StartsWith("<!--", StringComparison.Ordinal))
            {
                text = text[(2 + Until(text[2..], "-->"))..];
            }
            else if (text.StartsWith("<meta", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && (Spaces + "/").Contains(text[5], StringComparison.Ordinal))
            {
                var tag = TagAt(text);
                if (NamedIn(tag[5..]) is { } label)
                {
                    return label;
                }

                text = text[tag.Length..];
            }
            else
            {
                text = text[1..];
            }
        }

        return prolog;
    }

    private static string? NamedIn(ReadOnlySpan<char> meta)
    {
        if (Attribute(meta, "charset") is { } label)
        {
            return label;
        }

        return string.Equals(Attribute(meta, "http-equiv")?.Trim(), "content-type", StringComparison.OrdinalIgnoreCase)
            && Attribute(meta, "content") is { } content && content.IndexOf("charset", StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            && content[(at + "charset".Length)..].TrimStart() is ['=', .. var named]
                ? named.Trim().Trim('"', '\'').Split(';', ' ')[0]
                : null;
    }

    /// <summary>Returns the value of an attribute, given the text between a tag's name and its end.</summary>
    private static string? Attribute(ReadOnlySpan<char> tag, string wanted)
    {
        while (!(tag = tag.TrimStart(Spaces + "/")).IsEmpty)
        {
            var nameEnd = tag.IndexOfAny(Spaces + "/=>");
            var name = nameEnd < 0 ? tag : tag[..nameEnd];
            var rest = nameEnd < 0 ? [] : tag[nameEnd..].TrimStart(Spaces);
            ReadOnlySpan<char> value = [];
            if (rest is ['=', ..])
            {
                rest = rest[1..].TrimStart(Spaces);
                var quote = rest is ['"' or '\'', ..] ? rest[0] : '\0';
                var end = quote != '\0' ? rest[1..].IndexOf(quote) + 1 : rest.IndexOfAny(Spaces + ">");
                value = quote != '\0' ? rest[1..Math.Max(1, end)] : end < 0 ? rest : rest[..end];
                rest = end <= 0 ? [] : rest[(quote != '\0' ? end + 1 : end)..];
            }

            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase) && !value.IsEmpty)
            {
                return value.ToString();
            }

            tag = rest.Length < tag.Length ? rest : tag[1..];
        }

        return null;
    }

    private static ReadOnlySpan<char> TagAt(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (quote != '\0' ? text[i] == quote : text[i] is '"' or '\'' && text[..i].TrimEnd(Spaces) is [.., '='])
            {
                quote = quote == '\0' ? text[i] : '\0';
            }
            else if (quote == '\0' && text[i] == '>')
            {
                return text[..i];
            }
        }

        return text;
    }

    /// <summary>Returns the position after the end marker, or the text's length if there is none.</summary>
    private static int Until(ReadOnlySpan<char> text, string end) => text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? at + end.Length : text.Length;
}
