using System.Text;

namespace FactBot.Tests.Documents;

/// <summary>Web pages and texts made to hurt, each of a kind that has ended, hung or filled some reader.</summary>
internal static class HostilePages
{
    private const string Words = "The harbour bridge was opened in 1931 and carries four lanes of traffic, a tramway and two footpaths across the bay. ";

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["divs nested 900,000 deep"] = () => Html(Times("<div>", 900_000)),
        ["links nested 300,000 deep"] = () => Html(Times("<b><a href=x>", 300_000)),
        ["tables nested 200,000 deep"] = () => Html(Times("<table><tr><td>", 200_000)),
        ["drawings nested 200,000 deep"] = () => Html(Times("<svg><g>", 200_000)),
        ["templates nested 200,000 deep"] = () => Html(Times("<template>", 200_000)),
        ["choices nested 200,000 deep"] = () => Html(Times("<select><optgroup><option>", 100_000)),
        ["frames within formulas"] = () => Html(Times("<math><mi><foreignObject><svg><desc>", 60_000)),
        ["marks that are closed in the wrong order"] = () => Html(Times("<b><i><u><s><p>", 3_000) + Times("</b></i></u></s>", 3_000)),
        ["words misnested 200 deep"] = () => Html($"<article>{Times("<p><font size=1><b><i>", 200)}{Words}{Times("</b></font></i>", 4_000)}</article>"),
        // https://github.com/AngleSharp/AngleSharp/issues/1123
        ["a cell in a template in a table"] = () => Html("<li><table><template><td></li></table>"),
        // https://github.com/AngleSharp/AngleSharp/issues/1179
        ["a link through a template in a drawing"] = () => Html("<table><a><menu><svg><template></a><nobr><p><nobr>"),
        ["a main part through a template in a drawing"] = () => Html("<table><a><main><svg><template></a><a><main><a>"),
        // https://github.com/AngleSharp/AngleSharp/issues/613
        ["a tag of 4,000,000 slashes"] = () => Html("<a " + new string('/', 4_000_000)),
        ["a tag of 1,000,000 attributes"] = () => Html($"<a {string.Concat(Enumerable.Range(0, 500_000).Select(i => $"b{i}=c "))}>"),
        ["an attribute of 4,000,000 letters"] = () => Html($"<article><p class=\"{Times("a ", 2_000_000)}\">{Words}"),
        ["a style of 4,000,000 letters"] = () => Html($"<article><p style=\"{Times("a:b;", 1_000_000)}\">{Times(Words, 10)}"),
        ["two million line breaks"] = () => Html($"<article><p>{Times(Words, 10)}{Times("<br>", 1_200_000)}"),
        ["600,000 paragraphs side by side"] = () => Html(Times("<p>a", 600_000)),
        ["names that stand for characters"] = () => Html(Times("&amp", 1_000_000)),
        ["linked data nested 100,000 deep"] = () => Html($"<script type='application/ld+json'>{new string('[', 100_000)}</script><article>{Times($"<p>{Words}</p>", 9)}"),
        ["linked data whose graph holds graphs"] = () => Html($"<script type='application/ld+json'>{Times("{\"@graph\":", 60)}1{Times("}", 60)}</script><article>{Times($"<p>{Words}</p>", 9)}"),
        ["4,000 pieces of linked data"] = () => Html($"{Times("<script type='application/ld+json'>[[[[[[[[1]]]]]]]]</script>", 4_000)}<article>{Times($"<p>{Words}</p>", 9)}"),
        ["a title of 4,000,000 signs"] = () => Html($"<title>{Times("a | ", 1_000_000)}</title><article>{Times($"<p>{Words}</p>", 9)}"),
        ["a byline that could end anywhere"] = () => Html($"<article><p class=byline>by {Times(" ,", 500_000)}</p>{Times($"<p>{Words}</p>", 9)}"),
        ["a date that could end anywhere"] = () => Html($"<meta property='article:published_time' content='{new string('1', 500_000)}'><article>{Times($"<p>{Words}</p>", 9)}"),
        ["an address of 1,000,000 letters"] = () => Html($"<link rel=canonical href='http://{new string('a', 1_000_000)}.example/'><article>{Times($"<p>{Words}</p>", 9)}"),
        ["1,000,000 spaces before the end"] = () => Html($"<article>{Times($"<p>{Words}{new string(' ', 100_000)}x</p>", 9)}"),
        ["a beginning that could be a page"] = () => Encoding.UTF8.GetBytes("<?xml " + new string(' ', 2_000_000) + "<!--" + new string('-', 2_000_000)),
        ["a comment that never ends"] = () => Html("<!--" + new string('-', 4_000_000)),
        ["a section that never ends"] = () => Html("<svg><![CDATA[" + new string(']', 4_000_000)),
        ["4,000,000 letters that are not UTF-8"] = () => [.. Enumerable.Range(0, 4_000_000).Select(i => (byte)(0x80 + (i * 7919 % 0x80)))],
        ["a letter with 1,500,000 marks"] = () => Encoding.UTF8.GetBytes("a" + Times("̡́", 700_000)),
        ["lines that could go on"] = () => Encoding.UTF8.GetBytes(Times(new string('a', 40) + "\n", 20_000)),
        ["an encoding that nobody knows"] = () => Html($"<meta charset='{new string('x', 4_000)}'><article>{Times($"<p>{Words}é</p>", 9)}"),
        ["an encoding that shifts its letters"] = () => [.. Encoding.ASCII.GetBytes("<meta charset=iso-2022-jp><article>"), .. Enumerable.Repeat((byte)0x1B, 3_000_000)],
        ["nothing at all"] = () => [],
    };

    public static byte[] Good() => Html($"<article><h1>The bridge</h1>{Times($"<p>{Words}</p>", 5)}</article>");

    private static byte[] Html(string page) => Encoding.UTF8.GetBytes($"<!doctype html><html><body>{page}");

    private static string Times(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
