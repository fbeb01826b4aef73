using System.Text;

namespace FactBot.Text.Encodings;

/// <summary>Decodes Big5 as browsers do, including the Hong Kong characters that .NET's code page 950 lacks.</summary>
/// <remarks>https://encoding.spec.whatwg.org/#big5-decoder. Hkscs.txt has the characters by byte, spaces for gaps.</remarks>
internal static class Hkscs
{
    private const int TrailsInRow = 157;

    private static readonly Lazy<string[]> Letters = new(ReadLetters);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var plain = Encoding.GetEncoding(950, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
        var text = new StringBuilder(bytes.Length);
        var start = 0;
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] is < 0x81 or 0xFF)
            {
                continue;
            }

            if (FindLetter(bytes[i], bytes[i + 1]) is { } letter)
            {
                text.Append(plain.GetString(bytes[start..i])).Append(letter);
                start = i + 2;
            }

            i++;
        }

        return text.Append(plain.GetString(bytes[start..])).ToString();
    }

    private static string? FindLetter(byte lead, byte trail)
    {
        if (RowOf(lead) is not (>= 0 and var row) || trail is not ((>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE)))
        {
            return null;
        }

        // These four consist of a letter and a combining mark.
        return (lead, trail) switch
        {
            (0x88, 0x62) => "\u00CA\u0304",
            (0x88, 0x64) => "\u00CA\u030C",
            (0x88, 0xA3) => "\u00EA\u0304",
            (0x88, 0xA5) => "\u00EA\u030C",
            _ => Letters.Value[(row * TrailsInRow) + (trail < 0x7F ? trail - 0x40 : trail - 0xA1 + 63)] is { } letter and not " " ? letter : null,
        };
    }

    private static int RowOf(byte lead) => lead switch
    {
        >= 0x87 and <= 0xA0 => lead - 0x87,
        >= 0xC6 and <= 0xC8 => lead - 0xC6 + 26,
        0xF9 => 29,
        _ => -1,
    };

    private static string[] ReadLetters()
    {
        using var resource = typeof(Hkscs).Assembly.GetManifestResourceStream("hkscs.txt")!;
        return [.. new StreamReader(resource, Encoding.UTF8).ReadToEnd().EnumerateRunes().Select(r => r.ToString())];
    }
}
