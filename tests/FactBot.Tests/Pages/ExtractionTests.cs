using System.Text;
using FactBot.Chat;
using FactBot.Pages;
using FactBot.Text.Pages;

namespace FactBot.Tests.Pages;

/// <summary>What holds the text is the article, whatever its class is called and however it comes; what stands around it is none.</summary>
public class ExtractionTests
{
    private static readonly string[] Counts = ["three", "four", "five", "six"];

    private static readonly string Story = string.Concat(Counts.Select(n =>
        $"<p>The board of the mill met {n} times and said that it had spent {n} million euros on it, and that people were paid for it, as the records of the town say in full.</p>"));

    public static TheoryData<string> Wrappers => new(
        "<body class=\"single-post cookies-not-set\"><article>*</article>",
        "<body class=\"cookie-banner-open gdpr-consent newsletter-popup-open\"><article>*</article>",
        "<article class=\"newsletter-post post\">*</article>",
        "<article class=\"post comments-open\">*</article>",
        "<article class=\"post tag-cookies\">*</article>",
        "<article id=\"story-informed-consent\">*</article>",
        "<div class=\"sponsored-content\"><div class=\"comment-policy-article\">*</div></div>",
        "<div id=\"share-story\">*</div>",
        "<main class=\"popup-enabled modal-page\">*</main>",
        "<section class=\"hidden-print related-posts-on\">*</section>",
        "<div class=\"paywall\">*</div>",
        "<div class=\"sidebar-layout\"><div id=\"contentWithSidebar\">*</div></div>",
        "<div id=\"menu-wrap\"><div class=\"banner-story\">*</div></div>",
        "<div class=\"footer-story header-below\">*</div>",
        "<div role=\"dialog\" aria-modal=\"true\" id=\"reader-overlay\"><h1>Mill</h1>*</div>",
        "<div class=\"social community promo\">*</div>",
        "<div style=\"display:none\" id=\"app\"><article>*</article></div>",
        "<div style=\"visibility:hidden\">*</div>",
        "<main aria-hidden=\"true\">*</main>",
        "<div class=\"skyscraper extra supplemental\">*</div>",
        "<form id=\"aspnetForm\"><div>*</div></form>",
        "<table><tr><td class=menu><a href=/>Home</a></td><td class=sidebar-content>*</td></tr></table>",
        "<div id=root><mill-article><template shadowrootmode=open><style>p{}</style><slot></slot></template>*</mill-article></div>",
        "<mill-article><template shadowrootmode=open><article>*</article></template></mill-article>",
        "<div><template id=B:0></template><p>Loading</p></div><div hidden id='S:0'><article>*</article></div>",
        "<div><template id=\"P:1f\"></template></div><div hidden id=\"S:1f\">*</div><script>$RS(\"S:1f\",\"P:1f\")</script>",
        "<div><template id=\"B:0\"></template><div class=skeleton></div></div><div hidden id=\"S:2\">*</div><script>$RC(\"B:0\",\"S:2\")</script>",
        "<div><template id=\"pl-0\"></template>Loading</div><template id=\"0\"><main>*</main></template><script>$df(\"0\")</script>",
        "<div hidden id='S:0'><article>*</article></div>",
        "<div id=app></div><noscript><article>*</article></noscript>",
        "<div class=\"js-hidden is-hidden\"><article>*</article></div>",
        "<details><summary>Read it</summary><article>*</article></details>");

    [Theory]
    [MemberData(nameof(Wrappers), DisableDiscoveryEnumeration = true)]
    public async Task No_word_in_a_class_or_id_costs_the_article(string wrapper)
    {
        var text = (await ReadAsync(wrapper.Replace("*", Story, StringComparison.Ordinal))).Text;
        Assert.All(Counts, n => Assert.Contains($"met {n} times", text));
        Assert.DoesNotContain("Loading", text);
    }

    [Theory]
    [InlineData("comment-text")]
    [InlineData("newsletter-paragraph")]
    [InlineData("gdpr-Paragraph")]
    [InlineData("sponsor-text")]
    [InlineData("paywall")]
    [InlineData("share-quote related")]
    [InlineData("popup cookie-free")]
    [InlineData("footer-font")]
    public async Task Nor_does_one_that_every_paragraph_bears(string name)
    {
        var page = await ReadAsync($"<article>{Story.Replace("<p>", $"<p class=\"{name}\">", StringComparison.Ordinal)}</article>");
        Assert.All(Counts, n => Assert.Contains($"met {n} times", page.Text));
        Assert.False(page.IsPaywalled);
    }

    public static TheoryData<string> Around => new(
        "<div id=\"cookie-consent\"><h2>We value your privacy</h2><p>We and our 842 partners store and access JUNK on a device, such as cookies, and process personal data, such as unique identifiers, for personalised advertising and content, and more of it.</p><button>Accept</button></div>",
        "<div class=\"gdpr-banner\" role=\"dialog\"><p>This site uses cookies for JUNK. By staying here you agree.</p></div>",
        "<section id=\"comments\"><div class=\"comment\"><p>I have lived here for 30 years and never saw such JUNK, I tell you, and nobody ever asked me about it at all.</p></div><div class=\"comment\"><p>I have lived here for 40 years and never saw such JUNK, I tell you, and nobody ever asked me about it at all.</p></div></section>",
        "<ol class=\"commentlist\"><li class=\"comment\"><article><p>I have lived here for 30 years and never saw such JUNK, I tell you, and nobody ever asked me.</p></article></li><li class=\"comment\"><article><p>I have lived for 40 years and never saw such JUNK, I tell you, and nobody ever asked me.</p></article></li></ol>",
        "<div class=\"newsletter-signup\"><p>Get our JUNK letter each morning, free.</p><form><input type=email></form></div>",
        "<div class=\"share-buttons\"><a href=x>JUNK</a> <a href=y>Post</a></div>",
        "<h3>Related articles</h3><ul><li><a href=/1>JUNK one</a></li><li><a href=/2>JUNK two</a></li></ul>",
        "<p><strong>Lesen Sie auch</strong></p><ul><li><a href=/1>JUNK eins</a></li><li><a href=/2>JUNK zwei</a></li></ul>",
        "<div>Читайте також:</div><ul><li><a href=/1>JUNK раз</a></li><li><a href=/2>JUNK два</a></li></ul>",
        "<aside class=\"most-read\"><h4>Most read</h4><ol><li><a href=/1>JUNK of the week, and what came after it</a></li></ol></aside>",
        "<div class=\"outbrain\"><a href=x>You won’t believe this JUNK</a></div>",
        "<dialog><p>Subscribe to our JUNK today and get the first month for nothing at all, as a present.</p></dialog>",
        "<script>var a = 'JUNK';</script><style>.JUNK{}</style>");

    [Theory]
    [MemberData(nameof(Around), DisableDiscoveryEnumeration = true)]
    public async Task What_stands_around_an_article_is_left_out(string junk)
    {
        foreach (var html in new[] { $"<article><h1>Mill</h1>{Story}{junk}</article>", $"<article><h1>Mill</h1>{Story}</article>{junk}", $"{junk}<main><h1>Mill</h1>{Story}</main>" })
        {
            var text = (await ReadAsync(html)).Text;
            Assert.DoesNotContain("JUNK", text);
            Assert.Contains("met six times", text);
        }
    }

    [Fact]
    public async Task Thirty_comments_do_not_outweigh_a_short_article_without_any_mark_up()
    {
        var comments = string.Concat(Enumerable.Range(0, 30).Select(i => $"<div class=comment-body><p>I have lived here for {i} years and nobody has ever asked me what I think about the traffic, the mill or the noise.</p></div>"));
        var text = (await ReadAsync($"<div id=page><h1>Mill</h1><div>{Story}</div></div><div class=\"comments-area\">{comments}</div>")).Text;
        Assert.Contains("met three times", text);
        Assert.DoesNotContain("lived here", text);
    }

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>""", "<p>Subscribe to read on.</p>", true)]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False","hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".locked"}}</script>""", "", true)]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":[{"isAccessibleForFree":false,"cssSelector":".whole"}]}</script>""", "", false)]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false,"wordCount":2000}</script>""", "", true)]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true}</script>""", "<div class=paywall>Subscribe to our paper</div>", false)]
    [InlineData("""<meta property="article:content_tier" content="locked">""", "", true)]
    [InlineData("""<meta property="article:content_tier" content="free">""", "", false)]
    [InlineData("", "<div class=\"c-Paywall\">Subscribe to read on.</div>", true)]
    [InlineData("", "<div class=\"tp-paywall\"><a href=/login>Anmelden</a> oder jetzt abonnieren</div>", true)]
    [InlineData("", "<div class=\"paywall\"></div>", false)]
    [InlineData("", "<div id=\"paywall-container\" style=\"display:none\">Subscribe to read on.</div>", false)]
    [InlineData("", "<p>And the mayor said at the end of it that…</p><p>Log in to read the rest of it.</p>", true)]
    [InlineData("", "<p>The board asks readers to subscribe to its paper on paywall research.</p>", false)]
    [InlineData("<style>.paywall{}</style><script>window.paywall = true</script>", "", false)]
    public async Task A_paywall_is_told_by_mark_up_and_by_what_is_missing(string head, string end, bool isPaywalled) =>
        Assert.Equal(isPaywalled, (await ReadAsync($"<article><div class=whole>{Story}</div>{end}</article>", head)).IsPaywalled);

    [Fact]
    public async Task A_page_of_links_and_one_that_asks_for_consent_hold_no_article()
    {
        var links = string.Concat(Enumerable.Range(0, 30).Select(i => $"<div class=card><a href=/{i}>The mill of {i} that nobody ever wanted to see again in this town</a></div>"));
        Assert.Contains("holds no article", (await Assert.ThrowsAsync<DeskRuleException>(() => ReadAsync($"<main>{links}</main>"))).Message);
    }

    private static async Task<ReadablePage> ReadAsync(string body, string head = "") => await new PageReader(PageLimits.None).ReadAsync(
        "a.html", Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>Mill</title>{head}</head>{(body.StartsWith("<body", StringComparison.Ordinal) ? "" : "<body>")}{body}</body></html>"), CancellationToken.None);
}
