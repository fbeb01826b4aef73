using System.Text;

namespace FactBot.Text.Encodings;

/// <summary>A web encoding, decoded as browsers do. Bytes that can't be decoded become U+FFFD.</summary>
/// <param name="Page">Its code page number in <see cref="WebEncodings"/>.</param>
internal readonly record struct WebEncoding(int Page)
{
    private const int Gb18030 = 54936;
    private const int Big5 = 950;
    private const int EucJp = 51932;

    // Encodings for which .NET has no code page, from byte 0xA0 on.
    private const string Latin6 = "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ";
    private const string Latin8 = "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ";
    private const string Latin10 = "\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";

    public bool IsUtf8 => Page == 65001;

    public bool IsUtf16 => Page is 1200 or 1201;

    /// <summary>Whether its letters take several bytes, so that a few of them may look like UTF-8.</summary>
    public bool IsOfManyBytes => Page is Gb18030 or Big5 or EucJp or 932 or 949;

    public string Decode(ReadOnlySpan<byte> bytes) => Page switch
    {
        28600 => FromTable(bytes, Latin6),
        28604 => FromTable(bytes, Latin8),
        28606 => FromTable(bytes, Latin10),
        Big5 => Hkscs.Decode(bytes),
        EucJp => WithSupplement(bytes),
        Gb18030 => WithEuro(bytes),
        _ => Decoded(bytes),
    };

    private string Decoded(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.GetEncoding(Page, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")).GetString(bytes);
        // .NET maps undefined bytes to private-use characters.
        return IsOfManyBytes || IsUtf8 || IsUtf16 ? text : string.Create(text.Length, text, static (chars, all) =>
        {
            for (var i = 0; i < chars.Length; i++)
            {
                chars[i] = all[i] is >= '\uF780' and <= '\uF8FE' ? '\uFFFD' : all[i];
            }
        });
    }

    /// <summary>Decodes GB18030 with GBK's single-byte euro sign: https://encoding.spec.whatwg.org/#gb18030-decoder.</summary>
    private string WithEuro(ReadOnlySpan<byte> bytes)
    {
        const byte euro = 0x80;
        var (text, start) = (new StringBuilder(bytes.Length), 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == euro)
            {
                text.Append(Decoded(bytes[start..i])).Append('€');
                start = i + 1;
            }
            else if (bytes[i] > euro && i + 1 < bytes.Length)
            {
                i += bytes[i + 1] is >= 0x30 and <= 0x39 ? 3 : bytes[i + 1] is >= 0x40 ? 1 : 0;
            }
        }

        return text.Append(Decoded(bytes[start..])).ToString();
    }

    private static string FromTable(ReadOnlySpan<byte> bytes, string upper)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            text.Append(b < 0xA0 ? (char)b : upper[b - 0xA0]);
        }

        return text.ToString();
    }

    /// <summary>Decodes EUC-JP with its three-byte letters (JIS X 0212), which .NET supports only in code page 20932.</summary>
    private string WithSupplement(ReadOnlySpan<byte> bytes)
    {
        const byte supplement = 0x8F;
        var text = new StringBuilder(bytes.Length);
        while (bytes.IndexOf(supplement) is >= 0 and var at)
        {
            text.Append(Decoded(bytes[..at]));
            var isWhole = at + 2 < bytes.Length && bytes[at + 1] >= 0xA1 && bytes[at + 2] >= 0xA1;
            text.Append(isWhole ? Encoding.GetEncoding(20932).GetString([bytes[at + 1], (byte)(bytes[at + 2] & 0x7F)]) : "\uFFFD");
            bytes = bytes[(at + (isWhole ? 3 : 1))..];
        }

        return text.Append(Decoded(bytes)).ToString();
    }
}
