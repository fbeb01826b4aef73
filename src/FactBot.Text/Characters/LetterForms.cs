namespace FactBot.Text.Characters;

/// <summary>Maps letters of other widths and compositions to the plain letters they represent.</summary>
internal static class LetterForms
{
    // https://www.unicode.org/charts/PDF/UFF00.pdf, from U+FF61 on.
    private const string Kana = ".「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    // https://www.unicode.org/charts/PDF/U0900.pdf, from U+0958 on.
    private const string WithNukta = "कखगजडढफय";

    private static readonly string[] Numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "l", "c", "d", "m"];

    /// <summary>Returns the plain letters; null if the letter is already plain.</summary>
    public static string? PlainOf(int letter) => letter switch
    {
        >= 0xFF61 and < 0xFF9E => Kana[letter - 0xFF61].ToString(),
        >= 0x958 and <= 0x95F => $"{WithNukta[letter - 0x958]}\u093C",
        >= 0x2160 and <= 0x216F => Numerals[letter - 0x2160],
        >= 0x2170 and <= 0x217F => Numerals[letter - 0x2170],
        _ => null,
    };

    /// <summary>Combines a kana with a voicing mark, such as カ with ﾞ; returns null if there is no such kana.</summary>
    public static char? VoicedOf(char kana, int mark) => (kana, mark) switch
    {
        ('ウ', 0xFF9E or 0x3099) => 'ヴ',
        ((>= 'ハ' and <= 'ホ') or (>= 'は' and <= 'ほ'), 0xFF9F or 0x309A) => (char)(kana + 2),
        ((>= 'カ' and <= 'ト') or (>= 'ハ' and <= 'ホ') or (>= 'か' and <= 'と') or (>= 'は' and <= 'ほ'), 0xFF9E or 0x3099) => (char)(kana + 1),
        _ => null,
    };

    /// <summary>Whether the letter is the Arabic stroke that only lengthens a word (tatweel).</summary>
    public static bool IsLeftOut(int letter) => letter == 0x640;
}
