using System.Globalization;
using System.Text;

namespace FactBot.Text.Characters;

/// <summary>
/// Unifies letters that look alike, so that imitating them with other widths, styles or scripts doesn't make a different
/// statement. Words that are truly Cyrillic or Greek keep their script; Latin letters within them are converted to it.
/// </summary>
/// <remarks>The common sets of https://www.unicode.org/reports/tr39/#Confusable_Detection, as pairs with Latin letters.</remarks>
internal static class Lookalikes
{
    // Real letters of other scripts, each with the Latin letter at the same position that it looks like.
    private static readonly (string Other, string Latin)[] Pairs =
    [
        ("аАВвсСеЕԍНнһіІјЈКкӏмМОоРрԛѕЅТтхХуУԝѵ", "aABbcCeEgHhhiIjJKklmMOoPpqsSTtxXyYwv"),
        ("αΑΒϲϹεΕΗιΙϳΚκΜνΝοΟρΡτΤυΥχΧγΖωѡ", "aABcCeEHiIjKkMvNoOpPtTuYxXyZww"),
        ("ԁօհոցսյզ", "dohngujq"),
        ("ԛԜᎪᏴᏟᎬᎻᎫᏦᏞᎷᎾᏢᏒᏚᎢᏙᎳᏃ", "qWABCEHJKLMOPRSTVWZ"),
    ];

    private static readonly Dictionary<char, char> ToLatin = Pairs.SelectMany(p => p.Other.Zip(p.Latin)).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second);

    private static readonly Dictionary<char, char> ToCyrillic = Pairs[0].Other.Zip(Pairs[0].Latin).Where(p => IsCyrillic(p.First)).DistinctBy(p => p.Second).ToDictionary(p => p.Second, p => p.First);

    private static readonly Dictionary<char, char> ToGreek = Pairs[1].Other.Zip(Pairs[1].Latin).Where(p => IsGreek(p.First)).DistinctBy(p => p.Second).ToDictionary(p => p.Second, p => p.First);

    private const string Styled = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻɑɡℎℬℰℱℋℐℒℳℛℯℊℴℭℌℑℜℨℂℍℕℙℚℝℤℓKÅ";
    private const string Plain = "abcdefghijklmnoprstuvwyzabcdefghjklmoprstuvwxyzaghBEFHILMRegoCHIRZCHNPQRZlKA";

    /// <summary>Returns the text in plain letters, digits and apostrophes, without invisible characters.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(plain, rune);
        }

        return Unify(plain.ToString());
    }

    private static void Append(StringBuilder plain, Rune rune)
    {
        switch (rune.Value)
        {
            case < 0x80:
                plain.Append((char)rune.Value);
                break;
            case 0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or 0x2800 or 0x3164 or 0xFEFF or 0xFFA0
                or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF):
                break;
            case 0x2019 or 0x2018 or 0x02BC or 0x00B4 or 0x02B9 or 0x2032 or 0xFF07:
                plain.Append('\'');
                break;
            case 0x2212 or 0xFE63 or 0x2010 or 0x2011:
                plain.Append('-');
                break;
            case 0x066B:
                plain.Append('.');
                break;
            case 0x066C:
                plain.Append(',');
                break;
            case >= 0xFF01 and <= 0xFF5E:
                plain.Append((char)(rune.Value - 0xFEE0));
                break;
            case >= 0x1D400 and <= 0x1D6A3:
                plain.Append(LetterAt((rune.Value - 0x1D400) % 52));
                break;
            case >= 0x1D7CE and <= 0x1D7FF:
                plain.Append((char)('0' + ((rune.Value - 0x1D7CE) % 10)));
                break;
            case >= 0x249C and <= 0x24E9:
                plain.Append((char)('a' + ((rune.Value - 0x249C) % 26)));
                break;
            case (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189):
                plain.Append((char)('a' + ((rune.Value - 0x1F130) % 32)));
                break;
            case >= 0x2460 and <= 0x2473:
                plain.Append(CultureInfo.InvariantCulture, $"{rune.Value - 0x245F}");
                break;
            case >= 0x2160 and <= 0x216B:
                plain.Append("I II III IV V VI VII VIII IX X XI XII".Split(' ')[rune.Value - 0x2160]);
                break;
            default:
                AppendOther(plain, rune);
                break;
        }
    }

    private static void AppendOther(StringBuilder plain, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        }
        else if (rune.IsBmp && Styled.IndexOf((char)rune.Value, StringComparison.Ordinal) is >= 0 and var at)
        {
            plain.Append(Plain[at]);
        }
        else
        {
            plain.Append(rune.ToString());
        }
    }

    private static char LetterAt(int place) => (char)(place < 26 ? 'A' + place : 'a' + place - 26);

    /// <summary>Converts each word to one script: that of its letters without lookalikes, or else the text's main one.</summary>
    private static string Unify(string text)
    {
        var (latin, cyrillic, greek, others) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            latin += char.IsAsciiLetter(c) ? 1 : 0;
            cyrillic += IsCyrillic(c) && !ToLatin.ContainsKey(c) ? 1 : 0;
            greek += IsGreek(c) && !ToLatin.ContainsKey(c) ? 1 : 0;
            others += ToLatin.ContainsKey(c) ? 1 : 0;
        }

        if (others == 0 && (cyrillic + greek == 0 || latin == 0))
        {
            return text;
        }

        var main = cyrillic > 0 && cyrillic * 2 >= latin ? ToCyrillic : greek > 0 && greek * 2 >= latin ? ToGreek : latin + cyrillic + greek == 0 ? null : ToLatin;
        var letters = text.ToCharArray();
        for (var start = 0; start < letters.Length; start++)
        {
            var end = start;
            while (end < letters.Length && (char.IsLetter(letters[end]) || char.IsDigit(letters[end])))
            {
                end++;
            }

            if (end > start)
            {
                Unify(letters.AsSpan(start, end - start), main);
                start = end;
            }
        }

        return new string(letters);
    }

    private static void Unify(Span<char> word, Dictionary<char, char>? main)
    {
        var (trulyLatin, trulyCyrillic, trulyGreek) = (false, false, false);
        foreach (var c in word)
        {
            trulyLatin |= (char.IsAsciiLetter(c) && !ToCyrillic.ContainsKey(c)) || c is >= '\u00C0' and < '\u0250';
            trulyCyrillic |= IsCyrillic(c) && !ToLatin.ContainsKey(c);
            trulyGreek |= IsGreek(c) && !ToLatin.ContainsKey(c);
        }

        var to = trulyCyrillic && !trulyLatin ? ToCyrillic : trulyGreek && !trulyLatin ? ToGreek : trulyLatin && !trulyCyrillic && !trulyGreek ? ToLatin : main;
        for (var i = 0; to is not null && i < word.Length; i++)
        {
            word[i] = to.TryGetValue(word[i], out var alike) ? alike : word[i];
        }
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    private static bool IsGreek(char c) => c is >= '\u0370' and <= '\u03FF';
}
