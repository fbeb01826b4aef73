namespace FactBot.Articles;

/// <summary>Words that are written with a stop, and words by which one tells whether the stop ends a sentence too.</summary>
internal static class Abbreviations
{
    private static readonly HashSet<string> Known = Words(
        // English
        "mr mrs ms dr prof sr jr st mt ft rev hon gen col lt sgt capt cmdr adm maj gov sen rep pres dept univ assn bros inc ltd "
        + "co corp vs etc fig figs no nos vol vols pp p ed eds al approx est cf ca jan feb mar apr jun jul aug sep sept oct nov "
        + "dec mon tue tues wed thu thurs fri sat sun ave blvd rd e.g i.e a.m p.m "
        // German
        + "bzw ca d.h z.b u.a usw evtl ggf inkl exkl zzgl str nr hr fr frl dipl ing habil mio mrd tsd jh jhd v.chr n.chr geb "
        + "gest abs art abt aufl bd hrsg vgl s.o s.u sog max min std tel "
        // French
        + "m mm mme mmes mlle me mgr st ste av bd boul env éd etc fig art chap p.ex c.-à-d janv févr avr juil sept oct nov déc "
        // Spanish
        + "sr sra srta dr dra d dña ud uds vd pág págs núm art cap tel avda ee.uu aprox depto gral lic ing prov "
        // Ukrainian
        + "р рр ст см ім вул просп пл бул обл р-н м с смт буд кв тис млн млрд трлн грн коп коп ін напр див пор т.д т.п т.зв т.ч "
        + "проф акад доц канд гр п пп ред вид авт доп т кг км га год хв сек н.е до н.е");

    /// <summary>Abbreviations that end sentences as often as not, so that the next word decides.</summary>
    private static readonly HashSet<string> AtEndToo =
        Words("etc inc ltd co corp jr sr al usw a.m p.m р рр ін т.д т.п грн млн млрд тис");

    /// <summary>Words that begin sentences far more often than names.</summary>
    private static readonly HashSet<string> Beginnings = Words(
        "the a an he she it they we i you this that these those there in on at but and or so for from with after before when "
        + "while as if his her their its our my some many most all no not what who how why "
        + "der die das ein eine er sie es wir ich ihr dies dieser diese aber und oder so im am auf in bei nach vor als wenn "
        + "le la les un une il elle ils elles on nous vous ce cette ces mais et ou dans en au aux après avant quand comme si "
        + "el los las una unos él ella ellos ellas este esta estos pero y o en con después antes cuando como si "
        + "він вона воно вони ми ви я це цей ця ці той та але і й або у в на з із за до після коли якщо як так");

    private static readonly HashSet<string> AfterOrdinals = Words(
        "januar februar märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts bundesliga liga "
        + "weltkrieg weltkriegs platz klasse etage stock auflage geburtstag mal kapitel absatz");

    private static readonly HashSet<string> BeforeOrdinals = Words("am dem den der vom zum bis im zur des die das und");

    /// <summary>Whether the word, given without its last stop, is written with one.</summary>
    public static bool Has(string word) => Known.Contains(word.ToLowerInvariant());

    public static bool MayEnd(string word) => AtEndToo.Contains(word.ToLowerInvariant());

    public static bool BeginsSentence(string word) => word.Length > 0 && char.IsUpper(word[0]) && Beginnings.Contains(word.ToLowerInvariant());

    public static bool IsGermanAfterOrdinal(string word) => AfterOrdinals.Contains(word.ToLowerInvariant());

    public static bool IsGermanBeforeOrdinal(string word) => BeforeOrdinals.Contains(word.ToLowerInvariant());

    private static HashSet<string> Words(string list) => [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
