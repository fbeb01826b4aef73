using System.Text;
using FactBot.Domain.Articles;
using FactBot.Pages;
using FactBot.Text.Pages;

namespace FactBot.Tests.Pages;

/// <summary>More shapes of pages on which other readers were reported to fail: their mark-up, dates, names, titles and encodings.</summary>
public class ReportedMarkupTests
{
    private const string Paragraph =
        "<p>The board of the mill met three times and said that it had spent four million on the work, and that forty people were paid for it, as the records of the town say in full.</p>";

    [Theory]
    // https://github.com/mozilla/readability/issues/281
    [InlineData("<h2>Four in ten of the town’s mills have stood idle since the flood.</h2>", "Four in ten of the town’s mills have stood idle since the flood.")]
    // https://github.com/mozilla/readability/issues/878
    [InlineData("<div class=\"Markup__Wrapper-sc-1 iWy markup\"><p><a href=\"/live\" rel=nofollow><strong>On Friday 27 May three men of the town, aged 54, 30 and 39, all denied the charge of theft.</strong></a></p></div>", "On Friday 27 May three men of the town, aged 54, 30 and 39, all denied the charge of theft.")]
    // https://github.com/mozilla/readability/issues/665
    [InlineData("Most of these wheels were shown at the <font size=2>Tot Hall in March 1992 (<a href=\"/v\">view</a>)</font> and later in Arden.<br><br>Then they were sold.", "Most of these wheels were shown at the Tot Hall in March 1992 (view) and later in Arden.\n\nThen they were sold.")]
    // https://github.com/mozilla/readability/issues/939
    [InlineData("<h3>Costs</h3><p>They rose by 9.</p>", "Costs\n\nThey rose by 9.")]
    // https://github.com/mozilla/readability/issues/743
    [InlineData("<figure class=\"image-wrapper\"><span class=\"figure-outer\"><span><img src=a.png></span><figcaption><p>The wheel in 1931 (not to scale).</p></figcaption></span></figure>", "The wheel in 1931 (not to scale).")]
    // https://github.com/adbar/trafilatura/issues/660
    [InlineData("<section><p>First</p>This ran together<div><h4>What it cost</h4><p>Nine crowns.</p>This did too</div><div><h4>Who paid</h4></div></section>", "First\n\nThis ran together\n\nWhat it cost\n\nNine crowns.\n\nThis did too\n\nWho paid")]
    // https://github.com/adbar/trafilatura/issues/113
    [InlineData("<p>It is one of the most<a href=\"/x\"> critical acts</a> <code>of 1931</code> <em>by far</em>.</p>", "most critical acts of 1931 by far.")]
    // https://github.com/adbar/trafilatura/issues/845
    [InlineData("<ol><li>There <em>are</em> two cases.</li><li>One <b>of</b> 9.</li></ol>", "There are two cases.\nOne of 9.")]
    // https://github.com/adbar/trafilatura/issues/769
    [InlineData("<ul><li><p>Ropes that hold 9 tons.</p></li><li><p>Wheels of oak.</p></li></ul>", "Ropes that hold 9 tons.\nWheels of oak.")]
    // https://github.com/tidyverse/rvest/issues/372
    [InlineData("<p></p><span>The sentence starts,</span><span> </span><span>then</span><span> </span><span>9</span>", "The sentence starts, then 9")]
    // https://github.com/xberg-io/html-to-markdown/issues/430
    [InlineData("<p><b><span>1 mill</span></b><span>\n</span><span>with cargo</span></p>", "1 mill with cargo")]
    // https://github.com/xberg-io/html-to-markdown/issues/453
    [InlineData("<table><tr><th>Mill</th><th>Year</th></tr><tr><td>Upper<br>Varn</td><td>1931<br>1958</td></tr></table>", "Upper Varn | 1931 1958")]
    // https://github.com/html-to-text/node-html-to-text/issues/52
    [InlineData("<table><tr><td>Issued:</td><td>Wed, 01 Oct 2014</td></tr></table><p>Passengers were 9.</p>", "Wed, 01 Oct 2014\n\nPassengers")]
    // https://github.com/kepano/defuddle/issues/369
    [InlineData("<figure><img src=a.jpg><figcaption>In <a href=\"/d\">Dorn</a>'s own words, “a wheel is worth 9 mules.”<sup class=reference><a href=\"#cite_note-1\">[1]</a></sup></figcaption></figure>", "In Dorn's own words, “a wheel is worth 9 mules.”")]
    // https://github.com/kepano/defuddle/pull/319
    [InlineData("<p>They called it Monte&lt;video&gt; and 3 &lt; 9.</p>", "They called it Monte<video> and 3 < 9.")]
    [InlineData("<p>The rate rose to 4%<span data-type=\"footnote\">See the appendix of 2019.</span> in May.</p>", "The rate rose to 4% in May.")]
    [InlineData("<table><tr><th>Rule</th><th>Since</th></tr><tr><td class=\"t-since-rmvd\"><div class=\"sidebar share\">Nine bolts</div></td><td>1998</td></tr></table>", "Nine bolts | 1998")]
    // https://github.com/WICG/scroll-to-text-fragment/issues/132
    [InlineData("<h3>Costs</h3><div hidden=\"until-found\"><p>The board paid 9 crowns for it.</p></div>", "The board paid 9 crowns for it.")]
    [InlineData("<details><summary>Costs</summary><p>The board paid 9 crowns for it.</p></details>", "The board paid 9 crowns for it.")]
    // https://github.com/jugglerchris/rust-html2text/issues/29
    [InlineData("<p>The mill sold <span style=\"text-decoration: line-through\">40</span> 9 carts.</p>", "The mill sold 9 carts.")]
    // https://github.com/edrlab/thorium-reader/issues/2914
    [InlineData("<p>この<ruby>季<rt>き</rt>節<rt>せつ</rt></ruby>に9人が来た。</p>", "この季節に9人が来た。")]
    // https://github.com/kevinboone/epub2txt2/pull/32
    [InlineData("<p>It says <ruby>01<rt>day</rt></ruby>.<ruby>02<rt>month</rt></ruby>.1999 there.</p>", "It says 01 (day).02 (month).1999 there.")]
    // The same kinds in other elements.
    [InlineData("<ul><li><div>Ropes that hold 9 tons.</div></li><li><div>Wheels of oak.</div></li></ul>", "Ropes that hold 9 tons.\nWheels of oak.")]
    [InlineData("<table><tr><td>Open</td><td><p>Mon to Fri</p><p>10 to 20</p></td></tr><tr><td>Free</td><td><ul><li>Pupils</li><li>Millers</li></ul></td></tr></table>", "Open | Mon to Fri 10 to 20\nFree | Pupils; Millers")]
    [InlineData("<p>The rate rose to 4%<span role=\"doc-footnote\">See the appendix.</span> in May.</p>", "The rate rose to 4% in May.")]
    [InlineData("<section hidden=\"UNTIL-FOUND\"><p>The board paid 9 crowns for it.</p></section>", "The board paid 9 crowns for it.")]
    public async Task What_other_readers_lose_or_run_together_is_kept(string html, string expected) => Assert.Contains(expected, (await ReadAsync(Paragraph + html + Paragraph)).Text);

    [Theory]
    // https://github.com/mozilla/readability/issues/775
    [InlineData("<body><table><tbody>*</tbody></table>", "<tr><td><a href=\"#n1\">1</a></td><td>The town never asked anybody about the mill, as the board has said in May, and it went on to build it with the money of its people, 9 million in all.</td></tr>")]
    // https://github.com/buriy/python-readability/issues/76
    [InlineData("<body><div><table class=layout><tr><td><table><tbody>*</tbody></table></td></tr></table></div>", "<tr><td class=t>Bids for 9 million are asked for the work on the lower mill of the town, as its council has decided in May, until the end of June.</td></tr>")]
    public async Task An_article_in_the_rows_of_a_table_is_read(string body, string row) =>
        Assert.Equal(4, (await ReadAsync(body.Replace("*", string.Concat(Enumerable.Repeat(row, 4)), StringComparison.Ordinal))).Text.Split("9 million").Length - 1);

    [Fact]
    // https://github.com/mozilla/readability/issues/603
    public async Task A_long_table_of_names_does_not_take_the_place_of_the_letter_above_it()
    {
        var names = string.Concat(Enumerable.Range(0, 150).Select(n => $"<tr><td>Ida Holt {n}, miller, of the town of Varn on the Ost</td></tr>"));
        var text = (await ReadAsync($"<body><article><h1>A letter</h1>{Paragraph}<p>We ask for 9 million.</p>{Paragraph}</article><div><table>{names}</table></div>")).Text;
        Assert.Contains("We ask for 9 million.", text);
    }

    [Theory]
    // https://github.com/AndyTheFactory/newspaper4k/issues/153
    [InlineData("<time class=data datetime=\"2017-11-27\">27/11/2017</time>", "2017-11-27T00:00:00Z")]
    [InlineData("<div class=article-duration><time class=timeago datetime=\"Sat Nov 18 2017 15:21:41 GMT+0000\">18 Nov 2017</time></div>", "2017-11-18T15:21:41Z")]
    // https://github.com/codelucas/newspaper/issues/967
    [InlineData("<meta name=\"dc.date\" content=\"2023-01-02\">", "2023-01-02T00:00:00Z")]
    // https://github.com/Flexget/Flexget/pull/4635
    [InlineData("<meta property=\"article:published_time\" content=\"Fri, 15 Jul 2016 12:24 EDT\">", "2016-07-15T16:24:00Z")]
    // https://github.com/kurtmckee/feedparser/issues/20
    [InlineData("<meta property=\"article:published_time\" content=\"Thu, 30 Apr 2015 08:57:00 MEST\">", "2015-04-30T06:57:00Z")]
    // https://github.com/mmcdole/gofeed/issues/94
    [InlineData("<meta property=\"article:published_time\" content=\"Sun, 06 Sep 2009 16:18:00 EST\">", "2009-09-06T21:18:00Z")]
    [InlineData("<meta property=\"article:published_time\" content=\"Thu, 30 Apr 2015 08:57:00 MESZ\">", "2015-04-30T06:57:00Z")]
    [InlineData("<meta property=\"article:published_time\" content=\"April 30, 2015, 8:57 pm AEST\">", "2015-04-30T10:57:00Z")]
    [InlineData("<meta property=\"article:published_time\" content=\"Thu, 30 Apr 2015 09:00 MST\">", "2015-04-30T16:00:00Z")]
    [InlineData("<meta property=\"article:published_time\" content=\"Thu Apr 30 08:57:00 EDT 2015\">", "2015-04-30T12:57:00Z")]
    // https://github.com/inyokaproject/inyoka/pull/145
    [InlineData("<meta property=\"article:published_time\" content=\"Sun Jul 15 00:15:00 +0200 2012\">", "2012-07-14T22:15:00Z")]
    // https://github.com/extractus/article-extractor/pull/400
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"WebSite\",\"name\":\"Mills\"}</script><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-10-13T08:00:00Z\"}</script>", "2024-10-13T08:00:00Z")]
    // https://github.com/scrapinghub/dateparser/issues/527
    [InlineData("<meta name=\"citation_publication_date\" content=\"1996-04\">", null)]
    // https://github.com/adbar/htmldate/issues/28
    [InlineData("<script>var paywall = {expires: '2031-01-31'}</script>", null)]
    // https://github.com/gaborcsardi/parsedate/issues/31
    [InlineData("<time datetime=\"19Nov2019 11:43:12\">19 Nov</time>", "2019-11-19T11:43:12Z")]
    public async Task A_date_is_read_in_its_zone_and_none_is_made_up(string html, string? expected)
    {
        var isHead = html.StartsWith("<meta", StringComparison.Ordinal) || html.StartsWith("<script", StringComparison.Ordinal);
        var page = await ReadAsync((isHead ? "" : html) + Paragraph + Paragraph, isHead ? html : "");
        Assert.Equal(expected, page.Published?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", null));
    }

    [Fact]
    // https://github.com/AndyTheFactory/newspaper4k/issues/153
    public async Task A_time_that_says_it_is_of_a_change_is_no_date_of_publication()
    {
        var page = await ReadAsync("<time itemprop=dateModified datetime=\"2017-11-27T19:20:45.000+01:00\">27/11/2017 01:57 | Actualizado a 27/11/2017 19:20</time>" + Paragraph + Paragraph);
        Assert.Equal((null, new DateTimeOffset(2017, 11, 27, 18, 20, 45, TimeSpan.Zero)), (page.Published, page.Modified?.ToUniversalTime()));
    }

    [Theory]
    // https://github.com/adbar/trafilatura/issues/24
    [InlineData("{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ida Holt\"},{\"@type\":\"Person\",\"name\":\"Tom Birch\"}]}", "Ida Holt, Tom Birch")]
    // https://github.com/mozilla/readability/issues/617
    [InlineData("{\"@type\":\"Article\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ida Holt\"}]}", "Ida Holt")]
    // https://github.com/adbar/trafilatura/pull/103
    [InlineData("{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ida Holt\"},{\"name\":\"Tom Birch\"},{\"name\":\"Ida Holt\"}]}", "Ida Holt, Tom Birch")]
    // https://github.com/adbar/trafilatura/pull/97
    [InlineData("{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"By Ida Holt \",\"image\":{\"@type\":\"ImageObject\",\"name\":\"Mills Ltd\"}}}", "Ida Holt")]
    public async Task Everybody_who_wrote_it_is_named_once(string json, string expected) =>
        Assert.Equal(expected, (await ReadAsync(Paragraph + Paragraph, $"<script type=\"application/ld+json\">{json}</script>")).Byline);

    [Theory]
    // https://github.com/goose3/goose3/issues/123
    [InlineData("<meta property=og:title content=\"Pravan Birch\"><meta property=og:site_name content=\"Pravan\">", "Pravan Birch")]
    // https://github.com/AndyTheFactory/newspaper4k/issues/632
    [InlineData("<meta property=og:title content=\"Plus – Minus tell of first work in a decade – Further Afield\"><meta property=og:site_name content=\"Treble\">", "Plus – Minus tell of first work in a decade – Further Afield")]
    // https://github.com/adbar/trafilatura/pull/824
    [InlineData("<meta property=og:title content=\"How will the mill be in 2050? - Nine Mills Co.\"><meta property=og:site_name content=\"Nine Mills Co.\">", "How will the mill be in 2050?")]
    // https://github.com/linkwarden/linkwarden/pull/1821
    [InlineData("<title>Mills</title><meta content=\"The dam that cost 9 million\" property=\"og:title\"><meta property=og:site_name content=Mills>", "The dam that cost 9 million")]
    // https://github.com/adbar/trafilatura/issues/284
    [InlineData("<title>The dam that cost 9 million &#8212; Mills of Varn</title><meta property=og:site_name content=\"Mills of Varn\">", "The dam that cost 9 million")]
    public async Task A_title_is_whole_and_without_the_name_of_its_site(string head, string expected) => Assert.Equal(expected, (await ReadAsync(Paragraph + Paragraph, head)).Title);

    [Theory]
    // https://github.com/jhy/jsoup/issues/834
    [InlineData("<meta http-equiv=Content-Type content=\"text/html\"><title>다리</title><meta http-equiv=content-type content=\"text/html; charset=euc-kr\">", 51949, "시장은 다리를 짓는 데 오백만 원이 들었다고 말했다.")]
    // https://github.com/babarot/oksskolten/issues/22
    [InlineData("<meta charset=\"Shift_JIS\">", 932, "市長は、橋の建設に五百万円かかったと述べた。")]
    // https://github.com/internetarchive/wayback/issues/47
    [InlineData("<meta charset=\"UTF-16\">", 65001, "Рада заявила, що міст коштував п’ять мільйонів гривень.")]
    // https://github.com/validator/htmlparser/issues/79
    [InlineData("", 65001, "It cost 5 million €, said Núñez.")]
    // https://github.com/servo/servo/issues/47122
    [InlineData("", 51932, "市長は、橋の建設に五百万円かかったと述べた。")]
    // https://github.com/apache/stormcrawler/issues/438
    [InlineData("<meta http-equiv=content-type content='text/html; charset=windows-1251'>", 1251, "Рада заявила, що міст коштував п’ять мільйонів.")]
    public async Task The_letters_are_read_in_what_they_are_written_in(string head, int codePage, string sentence)
    {
        var html = $"<!doctype html><html><head>{head}<!-- {new string('x', 900)} --></head><body><article>{Paragraph}{Paragraph}{Paragraph}<p>{sentence}</p></article></body></html>";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(codePage)?.GetBytes(html) ?? Encoding.GetEncoding(codePage).GetBytes(html);
        Assert.Contains(sentence, (await ReadAsync(bytes, "https://a.example/b")).Text);
    }

    private static Task<ReadablePage> ReadAsync(string body, string head = "") => ReadAsync(
        Encoding.UTF8.GetBytes($"<!doctype html><html><head>{(head.Contains("title", StringComparison.Ordinal) ? "" : "<title>Mill</title>")}{head}</head>{(body.StartsWith("<body", StringComparison.Ordinal) ? body : $"<body><article>{body}</article>")}</body></html>"), "https://a.example/b");

    private static Task<ReadablePage> ReadAsync(byte[] bytes, string address) => new PageReader(PageLimits.None).ReadAsync(
        new FetchedPage(new Uri(address), "text/html", null, bytes, PageVersion.None, DateTimeOffset.UnixEpoch), CancellationToken.None);
}
