using System.Text;

namespace FactBot.Text.Characters;

/// <summary>Replaces the ligatures and positional forms that old PDFs store with the letters themselves.</summary>
/// <remarks>https://www.unicode.org/charts/PDF/UFB00.pdf, UFB50, UFE70. Globalization is invariant: no library does it.</remarks>
internal static class PresentationForms
{
    private static readonly string[] Latin = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    // Each letter with the number of its forms, in the order of the chart.
    private static readonly Dictionary<char, string> Arabic = new[]
    {
        (First: '\uFE80', Forms: "ء1 آ2 أ2 ؤ2 إ2 ئ4 ا2 ب4 ة2 ت4 ث4 ج4 ح4 خ4 د2 ذ2 ر2 ز2 س4 ش4 ص4 ض4 ط4 ظ4 ع4 غ4 ف4 ق4 ك4 ل4 م4 ن4 ه4 و2 ى2 ي4 لآ2 لأ2 لإ2 لا2"),
        (First: '\uFB50', Forms: "ٱ2 ٻ4 پ4 ڀ4 ٺ4 ٿ4 ٹ4 ڤ4 ڦ4 ڄ4 ڃ4 چ4 ڇ4 ڍ2 ڌ2 ڎ2 ڈ2 ژ2 ڑ2 ک4 گ4 ڳ4 ڱ4 ں2 ڻ4 ۀ2 ہ4 ھ4 ے2 ۓ2"),
        (First: '\uFBD3', Forms: "ڭ4 ۇ2 ۆ2 ۈ2 ٷ1 ۋ2 ۅ2 ۉ2 ې4 ى2"),
        (First: '\uFBFC', Forms: "ی4"),
        (First: '\uFDF2', Forms: "الله1"),
    }.SelectMany(Read).ToDictionary(f => f.Form, f => f.Letters);

    /// <summary>Returns the text in letters; a ligature becomes several.</summary>
    public static string Resolve(string text)
    {
        if (!text.Any(c => c is >= '\uFB00' and <= '\uFEFC'))
        {
            return text;
        }

        var letters = new StringBuilder();
        foreach (var c in text)
        {
            letters.Append(c switch
            {
                >= '\uFB00' and <= '\uFB06' => Latin[c - '\uFB00'],
                '\uFB4F' => "אל",
                // The chart lists letters with a point (dagesh or mapiq) at the same distances as the letters themselves.
                >= '\uFB30' and <= '\uFB4A' => $"{(char)('\u05D0' + (c - '\uFB30'))}\u05BC",
                '\uFB2A' or '\uFB2B' => $"ש{(c == '\uFB2A' ? '\u05C1' : '\u05C2')}",
                '\uFB2E' or '\uFB2F' => $"א{(c == '\uFB2E' ? '\u05B7' : '\u05B8')}",
                '\uFB4B' => "ו\u05B9",
                _ => Arabic.GetValueOrDefault(c) ?? c.ToString(),
            });
        }

        return letters.ToString();
    }

    private static IEnumerable<(char Form, string Letters)> Read((char First, string Forms) chart)
    {
        var at = chart.First;
        foreach (var letter in chart.Forms.Split(' '))
        {
            for (var form = 0; form < letter[^1] - '0'; form++)
            {
                yield return (at++, letter[..^1]);
            }
        }
    }
}
