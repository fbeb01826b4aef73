using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace FactBot.Text.Encodings;

/// <summary>
/// Guesses the encoding of bytes for which none was named: the one in which they read most like real text. Detection libraries
/// often fail on short texts, so their result counts only as one vote among several.
/// </summary>
internal static partial class EncodingGuess
{
    /// <summary>Maximum number of bytes examined: from near the first non-ASCII byte, or from the start for UTF-16.</summary>
    private const int Sample = 32 * 1024;

    /// <summary>The bonus for UTF.Unknown's result. It decides between encodings that read about equally well.</summary>
    private const double Voice = 0.04;

    private const double Hinted = 0.06;

    // Ordered by how common they are on the web; the first one wins a tie.
    private static readonly int[] Candidates =
        [1252, 1251, 54936, 932, 949, 51932, 950, 1250, 28592, 1254, 1253, 1256, 1255, 874, 1257, 20866, 21866, 28595, 866, 28597, 10007, 10000];

    /// <summary>Returns the best encoding and its score: its plausibility, plus bonuses for detection and language.</summary>
    public static (WebEncoding Encoding, double Score) Best(ReadOnlySpan<byte> bytes)
    {
        if (Utf16(bytes) is { } wide)
        {
            return (wide, 1);
        }

        var sample = SampleOf(bytes);
        var (voice, hints) = (VoiceOn(sample), HintsIn(bytes));
        var best = (Encoding: WebEncodings.Of(1252), Score: double.MinValue);
        foreach (var page in Candidates)
        {
            var encoding = WebEncodings.Of(page);
            var score = Plausibility.Of(encoding.Decode(sample)) + (page == voice ? Voice : 0) + (hints.Contains(page) ? Hinted : 0);
            if (score > best.Score)
            {
                best = (encoding, score);
            }
        }

        return best;
    }

    /// <summary>Returns how plausible the bytes are in an encoding: 1.2 at most, negative for garbage.</summary>
    public static double ScoreOf(ReadOnlySpan<byte> bytes, WebEncoding encoding) => Plausibility.Of(encoding.Decode(SampleOf(bytes)));

    /// <summary>Detects UTF-16 without a byte order mark: in its ASCII characters, every other byte is zero.</summary>
    private static WebEncoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        var length = Math.Min(bytes.Length, Sample);
        for (var i = 0; i < length; i++)
        {
            if (bytes[i] == 0)
            {
                (even, odd) = i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
            }
        }

        if (Math.Max(even, odd) * 16 < length || Math.Min(even, odd) * 8 > Math.Max(even, odd))
        {
            return null;
        }

        // Binary files have zeros too, but decode to control characters.
        var wide = WebEncodings.Of(odd > even ? 1200 : 1201);
        return wide.Decode(bytes[..(length & ~1)]).Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) ? null : wide;
    }

    private static ReadOnlySpan<byte> SampleOf(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        // Starts at the beginning of the line, at most 200 bytes earlier, so that no two-byte letter is split.
        var start = first <= 0 ? 0 : bytes[..first].LastIndexOf((byte)'\n') + 1;
        start = Math.Max(start, first - 200);
        return bytes.Slice(start, Math.Min(bytes.Length - start, Sample));
    }

    private static int VoiceOn(ReadOnlySpan<byte> sample)
    {
        var found = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        return found is { Confidence: >= 0.5f } && WebEncodings.Find(found.EncodingName) is { } encoding ? encoding.Page : 0;
    }

    /// <summary>The usual encodings of the language that the page declares.</summary>
    private static int[] HintsIn(ReadOnlySpan<byte> bytes) =>
        Language().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)])).Groups["code"].Value.ToLowerInvariant() switch
        {
            "pl" or "cs" or "sk" or "hu" or "hr" or "sl" or "ro" or "bs" or "sq" => [1250, 28592],
            "ru" or "uk" or "be" or "bg" or "mk" or "sr" => [1251, 20866, 21866, 866, 28595],
            "tr" or "az" => [1254],
            "el" => [1253, 28597],
            "lt" or "lv" or "et" => [1257],
            "zh" => [54936, 950],
            "ja" => [932, 51932],
            "ko" => [949],
            "th" => [874],
            "ar" or "fa" or "ur" => [1256],
            "he" or "iw" => [1255],
            { Length: 2 } => [1252],
            _ => [],
        };

    [GeneratedRegex("""\blang\s*=\s*["']?(?<code>[a-z]{2})\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Language();
}
