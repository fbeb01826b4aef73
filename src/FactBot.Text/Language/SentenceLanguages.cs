using System.Text;

namespace FactBot.Text.Language;

/// <summary>Detects which of the supported languages a text is in, by its script and then by its most common words.</summary>
internal static class SentenceLanguages
{
    /// <summary>In characters; a longer text isn't needed.</summary>
    private const int Enough = 20_000;

    private static readonly string[] Latin = ["en", "de", "fr", "es", "pt", "pl"];

    public static SentenceLanguage Of(string text)
    {
        var some = text.AsSpan(0, Math.Min(text.Length, Enough));
        Dictionary<Script, int> scripts = [];
        foreach (var rune in some.EnumerateRunes())
        {
            var script = ScriptOf(rune);
            scripts[script] = scripts.GetValueOrDefault(script) + 1;
        }

        scripts.Remove(Script.None);
        var kana = scripts.GetValueOrDefault(Script.Kana);
        return scripts.Count == 0 ? SentenceLanguage.Of("en") : scripts.MaxBy(s => s.Value * (s.Key is Script.Han or Script.Kana ? 3 : 1)).Key switch
        {
            Script.Kana => SentenceLanguage.Of("ja"),
            Script.Han => SentenceLanguage.Of(kana * 20 > scripts[Script.Han] ? "ja" : "zh"),
            Script.Arabic => SentenceLanguage.Of("ar"),
            Script.Devanagari => SentenceLanguage.Of("hi"),
            Script.Cyrillic => SentenceLanguage.Of(IsUkrainian(some) ? "uk" : "ru"),
            _ => LatinOf(some),
        };
    }

    private static SentenceLanguage LatinOf(ReadOnlySpan<char> text)
    {
        var words = WordsOf(text);
        var best = SentenceLanguage.Of("en");
        var most = -1;
        foreach (var name in Latin)
        {
            // In a short text, a language's own letters say more than its few words.
            var count = SentenceLanguage.Of(name).CountCommon(words) + CountOwn(text, SentenceLanguage.Of(name));
            (best, most) = count > most ? (SentenceLanguage.Of(name), count) : (best, most);
        }

        return best;
    }

    private static int CountOwn(ReadOnlySpan<char> text, SentenceLanguage language)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += c > 'z' && language.IsOwnLetter(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Compares letters that only one of the two languages has; if that's no help, their most common words.</summary>
    private static bool IsUkrainian(ReadOnlySpan<char> text)
    {
        var (ukrainian, russian) = (0, 0);
        foreach (var c in text)
        {
            ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' ? 1 : 0;
            russian += c is 'ы' or 'э' or 'ъ' or 'ё' or 'Э' ? 1 : 0;
        }

        if (ukrainian != russian)
        {
            return ukrainian > russian;
        }

        var words = WordsOf(text);
        return SentenceLanguage.Of("uk").CountCommon(words) >= SentenceLanguage.Of("ru").CountCommon(words);
    }

    private static List<string> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i].ToString());
                start = -1;
            }
        }

        return words;
    }

    // https://www.unicode.org/Public/UNIDATA/Blocks.txt
    private static Script ScriptOf(Rune rune) => rune.Value switch
    {
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0xC0 and <= 0x24F) => Script.Latin,
        >= 0x400 and <= 0x52F => Script.Cyrillic,
        >= 0x600 and <= 0x77F => Script.Arabic,
        >= 0x900 and <= 0x97F => Script.Devanagari,
        >= 0x3041 and <= 0x30FF => Script.Kana,
        (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF) => Script.Han,
        _ => Script.None,
    };

    private enum Script
    {
        None,
        Latin,
        Cyrillic,
        Arabic,
        Devanagari,
        Kana,
        Han,
    }
}
