using System.Text;

namespace FactBot.Text.Language;

/// <summary>
/// Detects the language of a text by its script and its most common words. Returns nothing for unknown languages, and for ones
/// that are too similar to tell apart.
/// </summary>
public static class WrittenLanguage
{
    /// <summary>In characters: how much of a text is read, and the shortest text that is.</summary>
    private const int Enough = 20_000, Least = 80;

    /// <summary>The minimum share of a language's most common words, and the minimum ratio to the next language.</summary>
    private const double LeastShare = 0.16, Lead = 1.25;

    /// <summary>How many times better than the page's stated language the detected one must fit to replace it.</summary>
    private const double Sure = 2;

    private static readonly Dictionary<string, HashSet<string>> Common = new()
    {
        ["en"] = Set("the of and to in is was that for it with as his on be at by had are but from or have an they which you were her all their there been has would who will its said this not he she we about when what more out up into than them then some could him these"),
        ["de"] = Set("der die das und ist in den von zu mit sich des auf für nicht im dem ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei sagte ich wir kann keine wenn unter"),
        ["fr"] = Set("le la les de des du et est une un en que qui dans pour pas sur par au avec ce il sont plus ne se ont été aux cette son ses mais comme ou elle nous leur être ces fait dit était même après sans très aussi deux selon entre sous je vous lui"),
        ["es"] = Set("el la los las de del y en que un una por con no para su se al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros fue era han ha son es está años según"),
        ["pt"] = Set("o a os as de do da dos das e em que um uma no na nos nas por com não para se ao mais como mas foi ele sua seu ou quando muito já também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem está são você foram segundo anos é à há"),
        ["it"] = Set("il lo la i gli le di del della dei delle dello degli e è che un una in per con non si da dal dalla nel nella al alla sono come più ma anche ha hanno suo sua questo questa o se essere era stato stata tra dopo anni ai nei sul sulla loro chi fra così ancora gli perché"),
        ["nl"] = Set("de het een en van in is dat op te zijn met voor niet aan er die was als ook maar om bij door naar uit over hij heeft ze dan worden nog wel werd hebben had wordt kan of tot meer zich geen deze dit zo onder na ons waar al ik we zijn haar hun"),
        ["pl"] = Set("w i na z że się nie do to jest o za od jak po co tak ale przez dla są było był była oraz ze przed który która które jego już tylko może czy także lub być ma przy roku ich te tym tego który tej nad został zostały"),
        ["cs"] = Set("a v na je se že s z do o to i za by pro ale jako po jsou od ve byl bylo byla podle jen před také která který které již nebo mezi při aby ze k roce bude jeho už ještě tak své jejich není mají lidí"),
        ["sv"] = Set("och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år säger nu också efter eller vid mot under mycket här man skulle hade blir finns hon ska alla detta några"),
        ["da"] = Set("og i at det er en til på som af for med har de den ikke om et der men var han sig fra vi så kan når år siger nu også efter eller ved mod under meget her man skulle havde bliver hun skal alle dette nogle blev"),
        ["nb"] = Set("og i at det er en til på som av for med har de den ikke om et men var han seg fra vi så kan når år sier nå også etter eller ved mot under mye her man skulle hadde blir hun skal alle dette noen ble"),
        ["fi"] = Set("ja on ei että se oli hän mutta ovat myös kun niin kuin tai joka mukaan sen ole jos mitä vain nyt jo ollut sitä voi vuonna jälkeen kanssa ne tämä tämän hänen kuitenkin vielä olisi eivät sekä jotka siitä"),
        ["ro"] = Set("și în de la a cu nu o pe că este din un care mai pentru au se fi ce s-a sunt dar lui prin după fost ca sau al ale între său când doar această acest ani până foarte dacă despre"),
        ["hu"] = Set("a az és hogy nem is egy ez volt meg de csak már el mint azt kell még vagy ki fel sem ha van be lesz aki amely után szerint több között majd minden lehet ezt akkor az"),
        ["tr"] = Set("ve bir bu için da de ile çok olarak daha olan gibi ne kadar sonra var en ama değil ise her o ki mi göre yeni oldu olduğunu ya son iki kendi ancak türk yıl dedi içinde"),
        ["vi"] = Set("và của là các có trong cho được không với những một người đã này đến khi ra để tại về ở năm từ theo cũng như nhiều vào sau trên phải đó hơn"),
        ["id"] = Set("yang dan di dari untuk dengan ini itu pada dalam tidak adalah akan ke oleh juga sebagai telah mereka atau bisa saat tahun ada kata karena para lebih tersebut orang dapat sudah kami saya"),
        ["uk"] = Set("і в на що не з та до у за як це від про але він його для й які чи було вони якщо після також зі через був була вже коли тільки так бути можуть року цього її які може є"),
        ["ru"] = Set("и в на что не с по как из к от за о для это но он а у его так же было они если после также или был была уже когда только быть могут года этого её который может со при все"),
        ["bg"] = Set("на и в да се за от е с не че са по до като при това във ще но тази беше или след които бе им със той само през има още има който към тя може го си"),
        ["sr"] = Set("је и у да на се за са од не што су као али то о из који по до он би ће или након због које само када још није године био била"),
    };

    /// <summary>Returns the language's code; null if the text doesn't show it.</summary>
    public static string? Find(string text) => Scores(text) is [var best, ..] && best.Share >= LeastShare ? best.Code : null;

    /// <summary>Returns the language that the page states, or the detected one if none is stated or it clearly differs.</summary>
    /// <param name="named">The stated code, possibly with a region; null if the page states none.</param>
    /// <param name="text">The article's text.</param>
    public static string? Settle(string? named, string text)
    {
        var scores = Scores(text);
        if (named is null)
        {
            return scores is [var best, ..] && best.Share >= LeastShare ? best.Code : null;
        }

        var code = named.Split('-', '_')[0].ToLowerInvariant();
        code = code is "no" or "nn" ? "nb" : code is "in" ? "id" : code;
        if (scores is not [var written, ..] || written.Code == code || written.Share < LeastShare || AreNear(written.Code, code))
        {
            return named;
        }

        // For a language that isn't known here, only a different script shows that the text isn't in it.
        var share = scores.FirstOrDefault(s => s.Code == code);
        return written.IsByScript ? IsOfScript(code, written.Code) ? named : written.Code
            : Common.ContainsKey(code) && written.Share >= Sure * share.Share ? written.Code
            : named;
    }

    private static bool AreNear(string one, string other) => (one, other) is ("da" or "nb" or "sv", "da" or "nb" or "sv") or ("uk" or "ru" or "bg" or "sr", "be" or "mk" or "kk") or ("es" or "pt", "gl" or "ca") or ("cs", "sk");

    /// <summary>Whether a text in the stated language may be in the script that identified the other one.</summary>
    private static bool IsOfScript(string named, string found) => found switch
    {
        "ar" => named is "fa" or "ur" or "ps" or "ckb" or "ug" or "sd" or "ku",
        "he" => named is "yi" or "iw",
        "hi" => named is "mr" or "ne" or "sa" or "bho" or "mai",
        "zh" => named is "ja" or "yue",
        _ => false,
    };

    private static List<(string Code, double Share, bool IsByScript)> Scores(string text)
    {
        var some = text.AsSpan(0, Math.Min(text.Length, Enough));
        if (ScriptOf(some, out var letters) is { } byScript)
        {
            return letters < Least / 2 ? [] : [(byScript, 1, true)];
        }

        if (letters < Least)
        {
            return [];
        }

        var words = WordsOf(some);
        var scores = Common.Select(c => (Code: c.Key, Share: words.Count(c.Value.Contains) / (double)Math.Max(1, words.Count), IsByScript: false)).OrderByDescending(s => s.Share).ToList();
        return scores[0].Share >= Lead * scores[1].Share ? scores : [];
    }

    /// <summary>Returns the language of a script that few languages share; null if the words have to decide.</summary>
    private static string? ScriptOf(ReadOnlySpan<char> text, out int letters)
    {
        Dictionary<string, int> counts = [];
        letters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // https://www.unicode.org/Public/UNIDATA/Blocks.txt
            var script = rune.Value switch
            {
                >= 0x3041 and <= 0x30FF => "ja",
                (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF) => "zh",
                >= 0xAC00 and <= 0xD7A3 => "ko",
                >= 0x600 and <= 0x77F => "ar",
                >= 0x590 and <= 0x5FF => "he",
                >= 0x900 and <= 0x97F => "hi",
                >= 0xE00 and <= 0xE7F => "th",
                >= 0x370 and <= 0x3FF => "el",
                >= 0x10A0 and <= 0x10FF => "ka",
                >= 0x530 and <= 0x58F => "hy",
                _ => Rune.IsLetter(rune) ? "" : null,
            };
            if (script is not null)
            {
                counts[script] = counts.GetValueOrDefault(script) + 1;
                letters++;
            }
        }

        var han = counts.GetValueOrDefault("zh");
        var kana = counts.GetValueOrDefault("ja");
        counts["zh"] = kana * 20 > han ? 0 : han;
        counts["ja"] = kana * 20 > han ? kana + han : kana;
        var best = counts.MaxBy(c => c.Key is "zh" or "ja" or "ko" ? c.Value * 2 : c.Value);
        return best.Key.Length > 0 && best.Value > 0 ? best.Key : null;
    }

    private static List<string> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || (text[i] == '-' && start >= 0)))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i].ToString().TrimEnd('-').ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
