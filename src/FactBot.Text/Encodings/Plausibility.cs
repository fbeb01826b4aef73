using System.Globalization;

namespace FactBot.Text.Encodings;

/// <summary>Rates how much a decoded text reads like real words, with letters that occur together in a language.</summary>
internal static class Plausibility
{
    // For each language or group of languages, the letters and signs it uses besides a to z.
    private static readonly string[] Latin =
    [
        "äöüßÄÖÜé", "éèêëàâçîïôûùœæÉÈÀÇÊÔŒ", "áéíóúñüÁÉÍÓÚÑ¿¡ºª", "ãõáéíóúâêôçàÃÕÁÉÍÓÚÂÊÔÇº", "àèéìòùÀÈÉ", "åäöæøéÅÄÖÆØ", "áéíóúýðþæöÁÉÍÓÚÝÐÞÆÖ",
        "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "áčďéěíňóřšťúůýžôäľĺŕÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽ", "áéíóöőúüűÁÉÍÓÖŐÚÜŰ", "ăâîșțşţĂÂÎȘȚŞŢ", "čćđšžČĆĐŠŽ",
        "çğıöşüâîÇĞİÖŞÜ", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ", "ąčęėįšųūžĄČĘĖĮŠŲŪŽ", "äöõüšžÄÖÕÜŠŽ", "ëçËÇ",
    ];

    private const string Cyrillic = "оеаинтрсвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўјљњћђџѓќѕ";

    // These make up half of all Chinese writing, but only a few per cent of wrongly decoded text.
    private const string Han =
        "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏" +
        "這來個國說們為時會過學對裡後開經頭見長現將與進實點種聲話兒門間無樣動從兩還發當給業東電關氣產軍內報體場師書員馬張難車應親務邊風戰覺統請愛讓論術結義隊帶條變聯權領傳達辦運強區輕語滿識極錢黨設雙歷廣議單據導網專讀飛觀爭組視濟離雖壞億萬橋華";

    private const string Hangul =
        "이다는의에가을를은고로한하지도사인기서대그리어나정아시자수일해것들있과부주만전제보장상구공라년원으적스동성할관안국화여조경미비게비와위물면신세문생선연내용통소오방산발중개무학회회모치지트였했습니니까된되며명간역교월날때두까본등민우남재단계차강금행업권당식건실영거말후표최데반분야김박";

    private const string CommonSigns = "“”‘’„‚«»‹›–—…€£§°©®™•·×\u00A0½²³ªº‰†№、。「」『』，．！？：；（）《》〈〉・ー～“”…";

    /// <summary>Returns the score: 1.2 at most, negative for garbage, and 1 for a text that is all ASCII.</summary>
    public static double Of(string text)
    {
        var (units, good) = (0, 0.0);
        Span<int> byLanguage = stackalloc int[Latin.Length];
        var latin = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c <= 127)
            {
                continue;
            }

            units++;
            var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
            if (IsLatin(c))
            {
                latin++;
                for (var language = 0; language < Latin.Length; language++)
                {
                    byLanguage[language] += Latin[language].Contains(c, StringComparison.Ordinal) ? 1 : 0;
                }
            }

            good += i == text.Length - 1 && c == '\uFFFD' ? 0 : WorthOf(c, before, after);
        }

        if (units == 0)
        {
            return 1;
        }

        var most = 0;
        foreach (var count in byLanguage)
        {
            most = Math.Max(most, count);
        }

        return (good + most) / units;
    }

    private static bool IsLatin(char c) => c is >= 'À' and <= 'ɏ' or '¿' or '¡' && c is not '×' and not '÷';

    private static double WorthOf(char c, char before, char after)
    {
        var category = char.GetUnicodeCategory(c);
        return c switch
        {
            '\uFFFD' => -6,
            < '\u00A0' => -2,
            >= '\uE000' and <= '\uF8FF' => -2,
            // Opening marks come at the beginning of a word.
            '‚' or '„' when char.IsLetterOrDigit(before) || IsLatin(before) => -0.5,
            '¿' or '¡' => char.IsLetter(before) ? -1.5 : 0,
            // Only penalties here: Of adds the score of the language that fits best.
            _ when IsLatin(c) => (IsWrongCase(c, before) ? -1 : 0) + (IsOtherScript(before) || IsOtherScript(after) ? -0.8 : 0)
                // No Latin word has three such letters in a row.
                + (IsLatin(before) && IsLatin(after) ? -1 : 0),
            >= '\u0400' and <= '\u045F' => (Cyrillic.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal) ? CyrillicWorth(c) : 0)
                - (IsWrongCase(c, before) ? 1 : 0) - (IsLatinLetter(before) || IsLatinLetter(after) ? 1 : 0),
            >= '\u0460' and <= '\u04FF' => 0.3,
            >= '\u0370' and <= '\u03FF' => (IsWrongCase(c, before) ? -1 : 0.97) - (IsLatinLetter(before) || IsLatinLetter(after) ? 1.5 : 0),
            >= '\u05D0' and <= '\u05EA' or >= '\u0620' and <= '\u06FF' => IsLatinLetter(before) || IsLatinLetter(after) ? -0.5 : 0.95,
            >= '\u0E01' and <= '\u0E5B' => IsLatinLetter(before) || IsLatinLetter(after) ? -0.5 : 0.9,
            >= '\u3041' and <= '\u30FF' => IsLatinLetter(before) && IsLatinLetter(after) ? 0 : 1.1,
            >= '\uFF61' and <= '\uFF9F' => -0.3,
            >= '\uAC00' and <= '\uD7A3' => Hangul.Contains(c, StringComparison.Ordinal) ? 1.15 : 0.55,
            >= '\u4E00' and <= '\u9FFF' => (Han.Contains(c, StringComparison.Ordinal) ? 1.2 : 0.35) - (IsLatinLetter(before) || IsLatinLetter(after) ? 0.6 : 0),
            >= '\u3400' and <= '\u4DBF' => -0.5,
            _ when CommonSigns.Contains(c, StringComparison.Ordinal) => c < 0x2000 && char.IsLetter(before) && char.IsLetter(after) && c is not '\u00A0' and not '·' ? -1 : 0.9,
            _ when category is UnicodeCategory.OtherNotAssigned => -2,
            _ when char.IsLetter(before) && char.IsLetter(after) => -1,
            _ => 0,
        };
    }

    /// <summary>The list starts with the most common letters and ends with those of few languages.</summary>
    private static double CyrillicWorth(char c) => Cyrillic.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) switch
    {
        < 16 => 1.05,
        < 38 => 0.9,
        _ => 0.5,
    };

    private static bool IsWrongCase(char c, char before) => char.IsUpper(c) && char.IsLower(before);

    private static bool IsLatinLetter(char c) => char.IsAsciiLetter(c) || c is >= 'À' and <= 'ɏ';

    private static bool IsOtherScript(char c) => c > 'ɏ' && char.IsLetter(c);
}
