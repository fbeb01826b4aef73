using System.Buffers;
using System.Text;

namespace FactBot.Text.Encodings;

/// <summary>
/// UTF-8 into which bytes of windows-1252 strayed, such as a euro sign or a quotation mark pasted by an old program: a byte that
/// stands by itself among ASCII is read as that, and any other damage becomes U+FFFD.
/// </summary>
internal static class StrayBytes
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var windows = WebEncodings.Of(1252);
        var isAfterAscii = true;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var taken);
            // A letter that is cut off at the end is no stray byte.
            var isStray = status == OperationStatus.InvalidData && taken == 1 && isAfterAscii && (bytes[0] < 0xC0 || bytes.Length < 2 || bytes[1] < 0x80);
            text.Append(isStray ? windows.Decode(bytes[..1]) : rune.ToString());
            isAfterAscii = bytes[taken - 1] < 0x80 || isStray;
            bytes = bytes[taken..];
        }

        return text.ToString();
    }
}
