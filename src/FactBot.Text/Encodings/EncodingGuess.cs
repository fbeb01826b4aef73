using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace FactBot.Text.Encodings;

/// <summary>
/// Tells in which encoding bytes are that nobody named one for: the one in which they read most like writing. Short texts are
/// what the detectors of others stumble over, so those have one voice among several here.
/// </summary>
internal static partial class EncodingGuess
{
    /// <summary>How much is looked at, in bytes, from the first letter on that is not ASCII.</summary>
    private const int Sample = 32 * 1024;

    /// <summary>What the voice of UTF.Unknown adds: it decides where two read about as well.</summary>
    private const double Voice = 0.04;

    private const double Hinted = 0.06;

    // In the order in which they win where they are alike: by how common they are on the web.
    private static readonly int[] Candidates =
        [1252, 1251, 54936, 932, 949, 51932, 950, 1250, 28592, 1254, 1253, 1256, 1255, 874, 1257, 20866, 21866, 28595, 866, 28597, 10007, 10000];

    /// <summary>The encoding, and how well the bytes read in it, 0 to 1.</summary>
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

    /// <summary>How well the bytes read in an encoding, 0 to 1.</summary>
    public static double ScoreOf(ReadOnlySpan<byte> bytes, WebEncoding encoding) => Plausibility.Of(encoding.Decode(SampleOf(bytes)));

    /// <summary>UTF-16 without a mark: every other byte of what is ASCII in it is zero.</summary>
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

        // A program's bytes have zeros too, but read as UTF-16 they hold control characters.
        var wide = WebEncodings.Of(odd > even ? 1200 : 1201);
        return wide.Decode(bytes[..(length & ~1)]).Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) ? null : wide;
    }

    private static ReadOnlySpan<byte> SampleOf(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        // From the line's begin, so that no letter of two bytes is cut.
        var start = first <= 0 ? 0 : bytes[..first].LastIndexOf((byte)'\n') + 1;
        start = Math.Max(start, first - 200);
        return bytes.Slice(start, Math.Min(bytes.Length - start, Sample));
    }

    private static int VoiceOn(ReadOnlySpan<byte> sample)
    {
        var found = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        return found is { Confidence: >= 0.5f } && WebEncodings.Find(found.EncodingName) is { } encoding ? encoding.Page : 0;
    }

    /// <summary>The encodings of the language that a page says it is in.</summary>
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
