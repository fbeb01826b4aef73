using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace FactBot.Pages;

/// <summary>
/// Turns bytes into text: by their byte order mark, else as UTF-8 where they are, else by the encoding that server or page
/// named, else by the likeliest. What cannot be decoded becomes U+FFFD.
/// </summary>
internal static partial class PageEncoding
{
    /// <summary>How much is looked at to tell an encoding that nobody named, in bytes.</summary>
    private const int Sample = 256 * 1024;

    private const float Sure = 0.5f;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static PageEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(byte[] bytes, string? named)
    {
        using var marked = new StreamReader(new MemoryStream(bytes), StrictUtf8, detectEncodingFromByteOrderMarks: true);
        try
        {
            return marked.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            var text = Encoding.UTF8.GetString(bytes);
            return IsNearlyAll(text) ? text : EncodingOf(bytes, named).GetString(bytes);
        }
    }

    /// <summary>Whether it is UTF-8 but for a damaged place here and there.</summary>
    private static bool IsNearlyAll(string text) => text.Count(c => c == '\uFFFD') * 50 <= text.Count(c => c > 127);

    private static Encoding EncodingOf(byte[] bytes, string? named) =>
        Find(named)
        ?? Find(NamedInPage().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4096))).Groups["name"].Value)
        ?? Detect(bytes)
        ?? Encoding.UTF8;

    private static Encoding? Detect(byte[] bytes) =>
        CharsetDetector.DetectFromBytes(bytes, 0, Math.Min(bytes.Length, Sample)).Detected is { Confidence: >= Sure } found
            ? found.Encoding
            : null;

    private static Encoding? Find(string? name)
    {
        try
        {
            return string.IsNullOrWhiteSpace(name) ? null : Encoding.GetEncoding(name.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // https://html.spec.whatwg.org/multipage/semantics.html#charset
    [GeneratedRegex("""<meta[^>]{0,200}?charset\s*=\s*["']?(?<name>[a-zA-Z0-9_:.-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex NamedInPage();
}
