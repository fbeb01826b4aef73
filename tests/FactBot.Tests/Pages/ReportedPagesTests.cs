using System.Text;
using FactBot.Domain.Articles;
using FactBot.Pages;
using FactBot.Text.Pages;

namespace FactBot.Tests.Pages;

/// <summary>Shapes of pages on which other readers were reported to fail, in words of our own.</summary>
public class ReportedPagesTests
{
    private const string Paragraph =
        "<p>The board of the mill met three times and said that it had spent four million on the work, and that forty people were paid for it, as the records of the town say in full.</p>";

    [Theory]
    // https://github.com/adbar/trafilatura/issues/431
    [InlineData("<ul><li><span class=freight tabindex=0>You have a right to know what the town keeps of you</span></li><li><span>and to have it set right</span></li></ul>", "know what the town keeps of you\nand to have it set right")]
    // https://github.com/adbar/trafilatura/issues/531
    [InlineData("<table><tr><td>Mon</td><td><ul><li>10:00 to 20:00</li></ul></td></tr><tr><td>Tue</td><td><div>closed</div></td></tr></table>", "10:00 to 20:00")]
    [InlineData("<table><tr><td>Mon</td><td><ul><li>10:00 to 20:00</li></ul></td></tr><tr><td>Tue</td><td><div>closed</div></td></tr></table>", "closed")]
    // https://github.com/adbar/trafilatura/issues/10
    [InlineData("<h3>What the town pays</h3><ol><li>The town pays for it all</li><li>The people pay for half</li></ol>", "What the town pays\n\nThe town pays for it all\nThe people pay for half")]
    // https://github.com/adbar/trafilatura/issues/890
    [InlineData("<p>The middle wheel turns at a rate of -3<i>r</i> and the right one at 3<i>r</i>/2. This <b>makes</b> a line.</p>", "rate of -3r and the right one at 3r/2. This makes a line.")]
    // https://github.com/mozilla/readability/issues/696
    [InlineData("<p><span class=\"drop-cap fl header-font pr3\">M</span>r Holt won 125,000 crowns in court, the largest sum ever.</p>", "Mr Holt won 125,000 crowns")]
    // https://github.com/postlight/parser/issues/555
    [InlineData("<p data-x=true><span class=\"r iv iw\">T</span>he calls began early on the day of the flood.</p>", "The calls began early")]
    // https://github.com/mozilla/readability/issues/498
    [InlineData("The mill stood still.<br><br><blockquote>Eight in ten mills stop within a year.<br><br></blockquote>Nobody asked why.<br><br>Then it burned.", "Eight in ten mills stop within a year.")]
    // https://github.com/mozilla/readability/issues/374
    [InlineData("<p>He wrote on the wall of the mill, so that all could read it:</p><div class=lisp><pre class=lisp>4 + 4 = 9</pre></div>", "4 + 4 = 9")]
    // https://github.com/mozilla/readability/issues/855
    [InlineData("<h1>I. Before the flood</h1><p>Nothing much had happened there for years and years.</p><h1>II. After it</h1><p>All was wet for weeks, and the board met.</p>", "II. After it\n\nAll was wet")]
    // https://github.com/mozilla/readability/issues/615
    [InlineData("<dl><dt>Latency</dt><dd>The time it takes, 9 ms at most</dd><dt>Load</dt><dd>How much is asked</dd></dl>", "Latency: The time it takes, 9 ms at most\n")]
    // https://github.com/mozilla/readability/issues/950
    [InlineData("<div class=\"code-toolbar\"><pre>rate = 0.09</pre></div>", "rate = 0.09")]
    // https://github.com/buriy/python-readability/issues/182
    [InlineData("<pre><span class=comment># nine of ten</span> rate = 9</pre>", "# nine of ten rate = 9")]
    // https://github.com/TeamHG-Memex/html-text/issues/16
    [InlineData("<p><span>N</span>o one is <strong>re</strong>sponsible for the <em>9</em> deaths.</p>", "No one is responsible for the 9 deaths.")]
    // https://github.com/browsermt/bergamot-translator/issues/339
    [InlineData("<p>The Donau<wbr>dampf<wbr>schiff sank in 1931 with 40 men.</p>", "The Donaudampfschiff sank")]
    // https://github.com/html-to-text/node-html-to-text/issues/178
    [InlineData("<div style=\"display:inline;\"><p style=\"margin:0\">It opened.<br></p>\n<p>Then&nbsp;<strong>it&nbsp;<em>closed</em></strong><br></p></div>", "It opened.\n\nThen it closed")]
    // https://github.com/html-to-text/node-html-to-text/issues/9
    [InlineData("<p>In <b>all </b>there were<i> 9 </i>mills.</p>", "In all there were 9 mills.")]
    // https://github.com/mozilla/readability/pull/319
    [InlineData("<div class=\"text-wrapper\" itemprop=\"articleBody\" id=\"share-btns-2_containerParent\"><p>Forty barges of stone were moved in 1979, said the board of the mill.</p></div>", "Forty barges of stone")]
    // https://github.com/mozilla/readability/pull/867
    [InlineData("<div><p>“Why?”</p></div><div><p>“Nine.”</p></div>", "“Why?”\n\n“Nine.”")]
    // https://github.com/mozilla/readability/pull/869
    [InlineData("<p><strong id=timeline>VARN, 7 May 2024</strong> – The mill was sold to a firm from the south for 3 million.</p>", "VARN, 7 May 2024 – The mill was sold")]
    public async Task What_other_readers_lose_or_run_together_is_kept(string html, string expected) => Assert.Contains(expected, (await ReadAsync(Paragraph + html + Paragraph)).Text);

    [Theory]
    // https://github.com/adbar/trafilatura/issues/233
    [InlineData("<body>*<ul><li>First, the town never asked anybody about the mill at all.</li><li>Second, it paid 9 million.</li></ul>*")]
    // https://github.com/mozilla/readability/issues/1012
    [InlineData("<body><div class=bellowheadercontainer>*<p>It paid 9 million.</p>*</div><footer><p>All rights are kept by the paper and its owners, whoever they may be in years to come.</p></footer>")]
    // https://github.com/omnivore-app/omnivore/pull/854
    [InlineData("<body><div class=container-banners>*<p>It paid 9 million.</p>*</div>")]
    // A page whose entries are set in divs without paragraphs.
    [InlineData("<body><div class=shoutbox-free><div>The town never asked anybody about the mill at all, as the board has said in May, and it went on to build it with the money of its people.</div><br><div>It paid 9 million.</div>*</div>")]
    public async Task Bare_and_oddly_named_bodies_are_read_whole(string body) => Assert.Contains("paid 9 million.", (await ReadAsync(body.Replace("*", Paragraph, StringComparison.Ordinal))).Text);

    [Theory]
    // https://github.com/scrapinghub/extruct/issues/84
    [InlineData("{\"@type\":\"NewsArticle\",\"description\":\"two\nlines\tand more\",\"author\":\"Ida Holt\",\"datePublished\":\"2023-03-12\"}")]
    // https://github.com/adbar/trafilatura/pull/296
    [InlineData("{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":{\"@type\":\"Person\",\"name\":\"Ida Holt\"}},\"datePublished\":\"2023-03-12\"}")]
    // https://github.com/microlinkhq/metascraper/issues/47
    [InlineData("{\"@type\":\"Article\",\"mainEntityOfPage\":\"True\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ida Holt\"}],\"datePublished\":\"2023-03-12 00:00:00.000000\"}")]
    // https://github.com/SzymonPajzert/koryta/issues/767
    [InlineData("{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2022-01-01\"},{\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#p\"},\"datePublished\":\"2023-03-12\"},{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ida Holt\"}]}")]
    public async Task Json_ld_that_other_readers_stumble_over_is_read(string json)
    {
        var page = await ReadAsync(Paragraph + Paragraph, $"<script type=\"application/ld+json\">{json}</script>");
        Assert.Equal(("Ida Holt", new DateTimeOffset(2023, 3, 12, 0, 0, 0, TimeSpan.Zero)), (page.Byline, page.Published));
    }

    [Theory]
    // https://github.com/mozilla/readability/issues/400
    [InlineData("Strikes A Message To The Board, More If Necessary: Mill Chief General Ida Holt", "Strikes A Message To The Board, More If Necessary: Mill Chief General Ida Holt")]
    // https://github.com/mozilla/readability/issues/954
    [InlineData("Your weekly reading from the mill – Web Mills", "Your weekly reading from the mill")]
    [InlineData("Partisan politics and the road to ruin — Web Mills", "Partisan politics and the road to ruin")]
    // https://github.com/ageitgey/node-unfluff/issues/93
    [InlineData("Mill seeds eleventh beta [Update: public beta available] - Web Mills", "Mill seeds eleventh beta [Update: public beta available]")]
    public async Task No_title_is_cut_at_a_mark_that_is_its_own(string title, string expected) => Assert.Equal(expected, (await ReadAsync(Paragraph + Paragraph, $"<title>{title}</title>", "https://webmills.example/a")).Title);

    private static Task<ReadablePage> ReadAsync(string body, string head = "", string address = "https://a.example/b") => new PageReader(PageLimits.None).ReadAsync(
        new FetchedPage(new Uri(address), "text/html", null, Encoding.UTF8.GetBytes($"<!doctype html><html><head>{(head.Contains("<title", StringComparison.Ordinal) ? "" : "<title>Mill</title>")}{head}</head>{(body.StartsWith("<body", StringComparison.Ordinal) ? body : $"<body><article>{body}</article>")}</body></html>"), PageVersion.None, DateTimeOffset.UnixEpoch), CancellationToken.None);
}
