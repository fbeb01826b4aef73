using System.Text.RegularExpressions;

namespace FactBot.Text.Language;

/// <summary>Recognizes headings above links to other articles, such as “Read more”, in several languages.</summary>
internal static partial class RelatedHeading
{
    public static bool Is(string line) => Related().IsMatch(line);

    [GeneratedRegex(@"^\W*(?:related(?: (?:articles?|stories|links|topics|coverage|reading|content))?|read (?:more|next|also)|see also|more (?:on this(?: story)?|from|like this)(?:\s.{0,30})?|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|most (?:read|popular)|trending(?: now)?|more (?:stories|news|articles)|(?:latest|top|other) (?:news|stories|articles)|popular now|in other news|weitere (?:artikel|themen|meldungen)|neueste (?:artikel|nachrichten)|últimas not[ií]cias|à la une|dernières (?:actualités|nouvelles)|останні новини|последние новости|najnowsze|ultime notizie|laatste nieuws|don.t miss|mehr zum thema|lesen sie (?:auch|mehr)|das könnte sie auch interessieren|meistgelesen|à lire (?:aussi|également)|lire aussi|sur le même sujet|lea también|leer más|te puede interesar|noticias relacionadas|más leídas|leia (?:também|mais)|veja também|mais lidas|читайте (?:также|також)|по теме|за темою|схожі новини|похожие новости|czytaj (?:także|też|również)|zobacz (?:także|też)|relacionad[oa]s?|leggi anche|lees ook|läs också|相关(?:新闻|阅读|文章)|相關(?:新聞|閱讀)|延伸阅读|関連(?:記事|ニュース)|あわせて読みたい|اقرأ أيضا[ًّ]?|यह भी पढ़ें)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Related();
}
