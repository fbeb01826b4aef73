using System.Buffers;
using System.Text;

namespace FactBot.Text.Encodings;

/// <summary>
/// Decodes UTF-8 that contains stray windows-1252 bytes, such as a euro sign or a quotation mark pasted by an old program.
/// A single invalid byte among ASCII is decoded as windows-1252; any other damage becomes U+FFFD.
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
            // A letter cut off at the end isn't a stray byte.
            var isStray = status == OperationStatus.InvalidData && taken == 1 && isAfterAscii && (bytes[0] < 0xC0 || bytes.Length < 2 || bytes[1] < 0x80);
            text.Append(isStray ? windows.Decode(bytes[..1]) : rune.ToString());
            isAfterAscii = bytes[taken - 1] < 0x80 || isStray;
            bytes = bytes[taken..];
        }

        return text.ToString();
    }
}
