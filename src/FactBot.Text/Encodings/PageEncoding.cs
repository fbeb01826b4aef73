using System.Text;

namespace FactBot.Text.Encodings;

/// <summary>
/// Decodes bytes as the WHATWG standard prescribes: by the byte order mark, else by the encoding that the server named, else by
/// the one that the page declares. If none is named, or the bytes don't fit it, guesses the encoding from the bytes.
/// </summary>
internal static class PageEncoding
{
    /// <summary>With this many intact multi-byte letters, the bytes are UTF-8, whatever encoding was named.</summary>
    private const int FewLetters = 4;

    /// <summary>Below this score, the named encoding loses to a guess that is Good and Clearly better.</summary>
    private const double Bad = 0.35;
    private const double Good = 0.6;
    private const double Clearly = 0.4;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static string Decode(byte[] bytes, string? named)
    {
        if (FromMark(bytes) is { } marked)
        {
            return marked;
        }

        var inPage = WebEncodings.Find(MetaPrescan.Find(bytes));
        // A page whose UTF-16 declaration can be read byte by byte isn't in UTF-16.
        var encoding = WebEncodings.Find(named) ?? (inPage is { IsUtf16: true } ? WebEncodings.Of(65001) : inPage);
        if (encoding is { IsUtf16: true } && bytes.AsSpan().Contains((byte)0))
        {
            return encoding.Value.Decode(bytes);
        }

        if (FromEscapes(bytes) is { } escaped)
        {
            return escaped;
        }

        var text = Utf8.GetString(bytes);
        if (text.Contains('\0', StringComparison.Ordinal) && EncodingGuess.Best(bytes).Encoding is { IsUtf16: true } wide)
        {
            return wide.Decode(bytes);
        }

        var (whole, broken) = LettersIn(text);
        if (IsUtf8(whole, broken, bytes, encoding))
        {
            return broken == 0 ? text : StrayBytes.Decode(bytes);
        }

        if (whole >= FewLetters && StrayBytes.Decode(bytes) is var mixed && !mixed.Contains('\uFFFD', StringComparison.Ordinal) && Plausibility.Of(mixed) >= EncodingGuess.Best(bytes).Score)
        {
            return mixed;
        }

        return (encoding is { IsUtf8: false, IsUtf16: false } other && ReadsAs(other, bytes) ? other : EncodingGuess.Best(bytes).Encoding).Decode(bytes);
    }

    private static string? FromMark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => StrayBytes.Decode(bytes.AsSpan(3)),
        [0xFF, 0xFE, 0, 0, ..] when bytes.Length % 4 == 0 => Encoding.UTF32.GetString(bytes, 4, bytes.Length - 4),
        [0xFF, 0xFE, ..] => WebEncodings.Of(1200).Decode(bytes.AsSpan(2)),
        [0xFE, 0xFF, ..] => WebEncodings.Of(1201).Decode(bytes.AsSpan(2)),
        _ => null,
    };

    /// <summary>Decodes ISO-2022-JP, which is ASCII with escape sequences; null if the bytes aren't in it.</summary>
    private static string? FromEscapes(ReadOnlySpan<byte> bytes) =>
        (bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0) && bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) < 0
            ? WebEncodings.Of(50220).Decode(bytes)
            : null;

    private static (int Whole, int Broken) LettersIn(string text)
    {
        var (whole, broken) = (0, 0);
        foreach (var c in text)
        {
            broken += c == '\uFFFD' ? 1 : 0;
            whole += c > 127 && c != '\uFFFD' ? 1 : 0;
        }

        return (whole, broken);
    }

    /// <summary>Whether the bytes are UTF-8, perhaps damaged. A few letters of another encoding can look like it.</summary>
    private static bool IsUtf8(int whole, int broken, byte[] bytes, WebEncoding? named) => broken == 0
        ? whole >= FewLetters || named is not { IsOfManyBytes: true } other || other.Decode(bytes).Contains('\uFFFD', StringComparison.Ordinal)
        : broken * 50 <= whole || (named is not { IsUtf8: false } && whole >= FewLetters && broken * 4 <= whole);

    private static bool ReadsAs(WebEncoding encoding, byte[] bytes)
    {
        var score = EncodingGuess.ScoreOf(bytes, encoding);
        if (score >= Bad)
        {
            return true;
        }

        // A letter cut off at the end is no reason to reject the encoding, nor is text that reads as badly in every other one.
        var best = EncodingGuess.Best(bytes);
        return best.Score < Good || best.Score - score < Clearly || best.Encoding == encoding;
    }
}
