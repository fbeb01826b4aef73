using System.Globalization;
using System.Text;

namespace FactBot.Text.Characters;

/// <summary>Removes invisible characters, direction overrides, and sequences designed to break programs that show them.</summary>
public static class CleanText
{
    /// <summary>More marks than any language needs: https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format</summary>
    private const int MaxMarks = 30;

    // Letters and symbols that render blank: the Hangul fillers and the Braille pattern without dots.
    private static readonly char[] Fillers = ['\u115F', '\u1160', '\u2800', '\u3164', '\uFFA0'];

    // https://www.unicode.org/charts/PDF/UFB00.pdf
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>
    /// Returns the text trimmed, with letters and marks composed and typographic ligatures split. A lone surrogate becomes
    /// U+FFFD. Empty if nothing in the text is visible.
    /// </summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        var (marks, isSeen) = (0, false);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(Rune.GetUnicodeCategory(rune)) ? marks + 1 : 0;
            isSeen |= IsSeen(rune);
            if (marks == 1 && rune.IsBmp && clean.Length > 0 && Letters.FindComposed(clean[^1], (char)rune.Value) is { } whole)
            {
                (clean[^1], marks) = (whole, 0);
            }
            else if (rune.Value is >= 0xFB00 and <= 0xFB06)
            {
                clean.Append(Ligatures[rune.Value - 0xFB00]);
            }
            else if (marks <= MaxMarks && !IsUnseen(rune.Value))
            {
                clean.Append(units[..rune.EncodeToUtf16(units)]);
            }
        }

        return isSeen ? clean.ToString().Trim().Trim(Fillers).Trim() : "";
    }

    /// <summary>Whether the character combines with the letter before it.</summary>
    public static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Whether the character is visible by itself.</summary>
    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => false,
        // Unicode reserves these as invisible: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
        UnicodeCategory.OtherNotAssigned => rune.Value is not (0x2065 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF))
            && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF),
        _ => !rune.IsBmp || !Fillers.Contains((char)rune.Value),
    };

    // Control characters except tab and line ends, the soft hyphen, the zero-width space and BOM, the word joiner and invisible
    // operators, and Unicode's bidirectional controls: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
    private static bool IsUnseen(int c) => c is (< ' ' and not '\t' and not '\n' and not '\r') or 0x7F
        or 0xAD or 0x200B or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F);
}
