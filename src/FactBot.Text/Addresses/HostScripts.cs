using System.Globalization;
using System.Text;

namespace FactBot.Text.Addresses;

/// <summary>Decides which labels of a host can be shown in their own letters.</summary>
/// <remarks>
/// Based on Unicode's blocks, its recommended scripts (https://www.unicode.org/reports/tr31/#Table_Recommended_Scripts) and
/// those confusables (https://www.unicode.org/Public/security/latest/confusables.txt) that look like Latin letters.
/// </remarks>
internal static class HostScripts
{
    private enum Script
    {
        None,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Hebrew,
        Arabic,
        Devanagari,
        Bengali,
        Gurmukhi,
        Gujarati,
        Odia,
        Tamil,
        Telugu,
        Kannada,
        Malayalam,
        Sinhala,
        Thai,
        Lao,
        Tibetan,
        Myanmar,
        Georgian,
        Ethiopic,
        Khmer,
        Hiragana,
        Katakana,
        Bopomofo,
        Hangul,
        Han,
    }

    private static readonly (int First, int Last, Script Script)[] Ranges =
    [
        ('a', 'z', Script.Latin), (0x00DF, 0x00F6, Script.Latin), (0x00F8, 0x017E, Script.Latin), (0x01A1, 0x01A1, Script.Latin), (0x01B0, 0x01B0, Script.Latin),
        (0x0219, 0x021B, Script.Latin), (0x1EA0, 0x1EF9, Script.Latin), (0x0386, 0x03CE, Script.Greek), (0x0430, 0x045F, Script.Cyrillic),
        (0x048A, 0x0529, Script.Cyrillic), (0x0561, 0x0587, Script.Armenian), (0x05D0, 0x05EA, Script.Hebrew), (0x0620, 0x0657, Script.Arabic),
        (0x0671, 0x06D3, Script.Arabic), (0x0900, 0x0965, Script.Devanagari), (0x0980, 0x09E5, Script.Bengali), (0x0A01, 0x0A5E, Script.Gurmukhi),
        (0x0A70, 0x0A75, Script.Gurmukhi), (0x0A81, 0x0AE3, Script.Gujarati), (0x0B01, 0x0B63, Script.Odia), (0x0B82, 0x0BD7, Script.Tamil),
        (0x0C00, 0x0C63, Script.Telugu), (0x0C80, 0x0CE3, Script.Kannada), (0x0D00, 0x0D57, Script.Malayalam), (0x0D81, 0x0DDF, Script.Sinhala),
        (0x0E01, 0x0E4E, Script.Thai), (0x0E81, 0x0ECD, Script.Lao), (0x0F40, 0x0FBC, Script.Tibetan), (0x1000, 0x103F, Script.Myanmar),
        (0x10D0, 0x10F0, Script.Georgian), (0x1200, 0x135A, Script.Ethiopic), (0x1780, 0x17D3, Script.Khmer), (0x3041, 0x3096, Script.Hiragana),
        (0x30A1, 0x30FA, Script.Katakana), (0x30FC, 0x30FC, Script.Katakana), (0x3005, 0x3005, Script.Han), (0x3105, 0x312F, Script.Bopomofo),
        (0x3400, 0x4DBF, Script.Han), (0x4E00, 0x9FFF, Script.Han), (0xAC00, 0xD7A3, Script.Hangul), (0x20000, 0x323AF, Script.Han),
    ];

    /// <summary>Scripts that are commonly mixed.</summary>
    private static readonly Script[][] Together =
    [
        [Script.Han, Script.Hiragana, Script.Katakana], [Script.Han, Script.Bopomofo], [Script.Han, Script.Hangul],
    ];

    /// <summary>Scripts that don't need combining marks on the web, since marked letters have their own characters.</summary>
    private static readonly Script[] WithoutMarks =
        [Script.Latin, Script.Greek, Script.Cyrillic, Script.Armenian, Script.Georgian, Script.Hiragana, Script.Katakana, Script.Han, Script.Hangul, Script.Bopomofo, Script.Hebrew];

    /// <summary>Latin letters that are easily mistaken for others.</summary>
    private const string OddLatin = "ıĸŀŉſłŧħđðþæœĳ";

    /// <summary>Letters that look like Latin letters, digits or no letter. A label of only these isn't shown as it is.</summary>
    private static readonly HashSet<Rune> LookAlikes =
    [
        .. "аысԁеёѐԍһіїјӏорԗԛѕԝхуъьҽпгѵѡюўӓӧӑӗӯӱӳӷӻӽӿкмтвн".EnumerateRunes(), // Cyrillic
        .. "αάικνρυύωώηήοότγχςϲϳίϊϋε".EnumerateRunes(), // Greek
        .. "ագզէթհյոռստցւօքֆլղնիսց".EnumerateRunes(), // Armenian
        .. "იოყძხპსო".EnumerateRunes(), // Georgian
        .. "דוחיןסט".EnumerateRunes(), // Hebrew
        .. "ทนบพรหเแดลปฟม".EnumerateRunes(), // Thai
        .. "ሀሆሠሰስበኒነአዐዕዘጠፐ".EnumerateRunes(), // Ethiopic
        .. "ノソゾンーー一丶丿工口ロニハへヘ二卜ト八乙".EnumerateRunes(), // Han and kana
        .. "ഠടധനറരഗ೦೧ംഃ०੦૦௦౦൦༠၀ဝငထ".EnumerateRunes(), // Rings and strokes of southern Asia
    ];

    /// <summary>Whether a label can safely be shown in its own letters.</summary>
    public static bool IsPlain(string label)
    {
        var scripts = new HashSet<Script>();
        foreach (var rune in label.EnumerateRunes())
        {
            if (rune.Value is '-' or (>= '0' and <= '9'))
            {
                continue;
            }

            var script = ScriptOf(rune);
            if (script == Script.None || !IsLetterOf(script, rune))
            {
                return false;
            }

            scripts.Add(script);
        }

        return (scripts.Count == 1 || Together.Any(scripts.IsSubsetOf)) && !LooksLatin(label, scripts);
    }

    public static bool RunsRightToLeft(string label) =>
        label.EnumerateRunes().Any(r => ScriptOf(r) is Script.Hebrew or Script.Arabic);

    private static bool IsLetterOf(Script script, Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter =>
            script != Script.Latin || !OddLatin.Contains(rune.ToString(), StringComparison.Ordinal),
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => !WithoutMarks.Contains(script),
        _ => false,
    };

    private static bool LooksLatin(string label, HashSet<Script> scripts) =>
        !scripts.Contains(Script.Latin) && label.EnumerateRunes().All(r => r.IsAscii || LookAlikes.Contains(r));

    private static Script ScriptOf(Rune rune)
    {
        foreach (var (first, last, script) in Ranges)
        {
            if (rune.Value >= first && rune.Value <= last)
            {
                return script;
            }
        }

        return Script.None;
    }
}
