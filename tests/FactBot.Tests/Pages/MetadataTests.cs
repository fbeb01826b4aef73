using System.Text;
using FactBot.Domain.Articles;
using FactBot.Pages;
using FactBot.Text.Html;
using FactBot.Text.Pages;

namespace FactBot.Tests.Pages;

/// <summary>What a page says of its article, in whatever way it says it.</summary>
public class MetadataTests
{
    private static readonly string Story = string.Concat(Enumerable.Range(3, 4).Select(n =>
        $"<p>The board of the mill met {n} times and said that it had spent {n} million euros on it, and that people were paid for it, as the records of the town say in full.</p>"));

    [Theory]
    [InlineData("""{"@type":"NewsArticle","datePublished":"2023-03-12T07:00:00Z"}""", "2023-03-12T07:00:00Z")]
    [InlineData("""{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["Article","NewsArticle"],"datePublished":"2023-03-12T08:00:00+01:00"}]}""", "2023-03-12T07:00:00Z")]
    [InlineData("""[{"@type":"BreadcrumbList"},{"@type":"ReportageNewsArticle","datePublished":"2023-03-12T07:00:00.000Z","dateModified":"2023-04-01"}]""", "2023-03-12T07:00:00Z")]
    [InlineData("""{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","datePublished":"2023-03-12T07:00Z"}}""", "2023-03-12T07:00:00Z")]
    [InlineData("""{"@type":"http://schema.org/NewsArticle","datePublished":"Sun, 12 Mar 2023 07:00:00 GMT"}""", "2023-03-12T07:00:00Z")]
    [InlineData("""{"@type":"NewsArticle","datePublished":["2023-03-12T07:00:00Z"],}""", "2023-03-12T07:00:00Z")]
    [InlineData("""<!-- {"@type":"NewsArticle","datePublished":"2023-03-12T07:00:00Z"} -->""", "2023-03-12T07:00:00Z")]
    [InlineData("""{"@type":"VideoObject","datePublished":"2019-01-01"}""", null)]
    [InlineData("""{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2019-01-01"}]}""", null)]
    [InlineData("""{"@type":"NewsArticle","datePublished":"1970-01-01T00:00:00Z"}""", null)]
    [InlineData("{broken", null)]
    public async Task A_date_in_json_ld_is_found(string json, string? expected) =>
        await PublishedAsync($"<script type=\"application/ld+json\">{json}</script>", "", expected);

    [Theory]
    [InlineData("<meta property=\"article:published_time\" content=\"2023-03-12T07:00:00Z\">", "", "2023-03-12T07:00:00Z")]
    [InlineData("<meta name=\"parsely-pub-date\" content=\"2023-03-12T07:00:00Z\">", "", "2023-03-12T07:00:00Z")]
    [InlineData("<meta name=\"DC.date.issued\" content=\"2023-03-12\">", "", "2023-03-12T00:00:00Z")]
    [InlineData("<meta name=\"date\" content=\"20230312T070000Z\">", "", "2023-03-12T07:00:00Z")]
    [InlineData("<meta name=\"citation_publication_date\" content=\"2023/03/12\">", "", "2023-03-12T00:00:00Z")]
    [InlineData("<meta itemprop=\"datePublished\" content=\"1678604400\">", "", "2023-03-12T07:00:00Z")]
    [InlineData("", "<time itemprop=\"datePublished\" datetime=\"2023-03-12T07:00:00Z\">yesterday</time>", "2023-03-12T07:00:00Z")]
    [InlineData("", "<span property=\"schema:datePublished\" content=\"2023-03-12T07:00:00Z\">12 March</span>", "2023-03-12T07:00:00Z")]
    [InlineData("", "<time pubdate datetime=\"2023-03-12\">12 March</time>", "2023-03-12T00:00:00Z")]
    [InlineData("", "<time datetime=\"2023-03-12T07:00:00Z\">12 March</time>", "2023-03-12T07:00:00Z")]
    [InlineData("", "<abbr class=\"published\" title=\"2023-03-12T07:00:00+00:00\">12 March</abbr>", "2023-03-12T07:00:00Z")]
    [InlineData("", "<span itemprop=datePublished>12. März 2023, 08:00 CET</span>", "2023-03-12T07:00:00Z")]
    [InlineData("<meta property=\"article:published_time\" content=\"2023-03-12T07:00:00Z\"><meta property=\"article:modified_time\" content=\"2023-03-01T07:00:00Z\">", "", "2023-03-12T07:00:00Z")]
    [InlineData("<meta property=\"article:published_time\" content=\"2023-03-14T07:00:00Z\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-03-12T07:00:00Z\"}</script>", "", "2023-03-12T07:00:00Z")]
    [InlineData("<meta name=\"publish-date\" content=\"2023-03-12\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-03-12T07:00:00Z\"}</script>", "", "2023-03-12T07:00:00Z")]
    public async Task So_is_one_in_meta_elements_microdata_rdfa_and_time_elements(string head, string body, string expected) => await PublishedAsync(head, body, expected);

    [Fact]
    public async Task Dates_of_comments_and_of_other_articles_do_not_count()
    {
        await PublishedAsync("", $"</article><aside><time datetime=\"2019-01-01\">old</time></aside><div class=comments><time itemprop=datePublished datetime=\"2018-01-01\">x</time></div><article>", null);
        var page = await ReadAsync("<meta property=\"article:modified_time\" content=\"2023-03-13\"><meta property=\"og:updated_time\" content=\"2023-03-15T07:00:00Z\">", "");
        Assert.Equal(new DateTimeOffset(2023, 3, 15, 7, 0, 0, TimeSpan.Zero), page.Modified);
        Assert.Null(page.Published);
    }

    [Theory]
    [InlineData("12/03/2023", null, null)]
    [InlineData("12/03/2023", "en", null)]
    [InlineData("12/03/2023", "en-US", "2023-12-03")]
    [InlineData("12/03/2023", "en-GB", "2023-03-12")]
    [InlineData("12/03/2023", "fr", "2023-03-12")]
    [InlineData("12-03-2023", "en", null)]
    [InlineData("12.03.2023", null, "2023-03-12")]
    [InlineData("25/03/2023", null, "2023-03-25")]
    [InlineData("03/25/2023", "fr", "2023-03-25")]
    [InlineData("03/03/2023", null, "2023-03-03")]
    [InlineData("13/13/2023", null, null)]
    [InlineData("2023-02-30", null, null)]
    [InlineData("March 12, 2023", null, "2023-03-12")]
    [InlineData("12th of March 2023", null, "2023-03-12")]
    [InlineData("Sunday, 12 March 2023 at 10.30 pm", null, "2023-03-12")]
    [InlineData("12 de marzo de 2023", null, "2023-03-12")]
    [InlineData("12 juillet 2023", null, "2023-07-12")]
    [InlineData("12 березня 2023", null, "2023-03-12")]
    [InlineData("12 марта 2023 г.", null, "2023-03-12")]
    [InlineData("12 listopada 2023", null, "2023-11-12")]
    [InlineData("2023年3月12日", null, "2023-03-12")]
    [InlineData("yesterday", null, null)]
    [InlineData("5 comments 2023", null, null)]
    public void A_date_is_read_and_day_and_month_are_never_guessed(string text, string? language, string? expected) =>
        Assert.Equal(expected, PageDate.Parse(text, language)?.At.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("2023-03-12T23:30:00-05:00", "2023-03-13T04:30:00Z")]
    [InlineData("2023-03-12 08:00:00 +0100", "2023-03-12T07:00:00Z")]
    [InlineData("2023-03-12 02:00 EST", "2023-03-12T07:00:00Z")]
    [InlineData("March 12, 2023 2:00 AM EST", "2023-03-12T07:00:00Z")]
    [InlineData("March 12, 2023 12:00 pm", "2023-03-12T12:00:00Z")]
    public void The_zone_of_a_time_is_kept(string text, string expected) =>
        Assert.Equal(expected, PageDate.Parse(text, "en")?.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", null));

    [Theory]
    [InlineData("<title>Superbugs: what the ward found in 2023</title>", "", "Superbugs: what the ward found in 2023")]
    [InlineData("<title>Mill closes for a year | Harbour News</title>", "", "Mill closes for a year")]
    [InlineData("<title>Mill closes – and nobody knows why</title>", "", "Mill closes – and nobody knows why")]
    [InlineData("<title>Mill closes - Harbour News</title><meta property=og:site_name content=\"Harbour News\">", "", "Mill closes")]
    [InlineData("<title>Harbour News - Mill closes for a whole year</title><meta property=og:site_name content=\"Harbour News\">", "", "Mill closes for a whole year")]
    [InlineData("<title>Mill closes for a year — News — Harbour News</title><meta property=og:title content=\"Mill closes for a year\">", "", "Mill closes for a year")]
    [InlineData("<title>Home</title><meta property=og:title content=\"Mill closes\">", "<h1>Mill closes</h1>", "Mill closes")]
    [InlineData("<title>Mill closes &amp;amp; opens &quot;soon&quot;</title>", "", "Mill closes & opens \"soon\"")]
    [InlineData("<title>Mi&#x2060;ll closes&#x2060; for&shy;ever</title>", "", "Mill closes forever")]
    [InlineData("<title>Mill: closed for good?</title>", "<h1>Mill: closed for good?</h1>", "Mill: closed for good?")]
    [InlineData("<title>Harbour News</title><meta property=og:site_name content=\"Harbour News\"><script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"Mill closes for a year\"}</script>", "", "Mill closes for a year")]
    [InlineData("<title>9/11 - 20 years on</title>", "", "9/11 - 20 years on")]
    public async Task The_title_is_the_headline_without_the_site(string head, string body, string expected) => Assert.Equal(expected, (await ReadAsync(head, body)).Title);

    [Theory]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ida Holt\"},{\"@type\":\"Person\",\"name\":\"Ben Roy\"}]}</script>", "", "Ida Holt, Ben Roy")]
    [InlineData("<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#ida\"}},{\"@type\":\"Person\",\"@id\":\"#ida\",\"name\":\"Ida Holt\"}]}</script>", "", "Ida Holt")]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":\"By Ida Holt\"}</script>", "", "Ida Holt")]
    [InlineData("<meta name=author content=\"Ida Holt\">", "", "Ida Holt")]
    [InlineData("<meta property=\"article:author\" content=\"https://facebook.example/ida\"><meta name=byl content=\"By Ida Holt\">", "", "Ida Holt")]
    [InlineData("<meta name=citation_author content=\"Holt, Ida\"><meta name=citation_author content=\"Roy, Ben\">", "", "Holt, Ida, Roy, Ben")]
    [InlineData("", "<p class=byline>By <a rel=author href=/ida>Ida Holt</a></p>", "Ida Holt")]
    [InlineData("", "<div itemprop=author itemscope><span itemprop=name>Ida Holt</span><p>Ida writes of mills.</p></div>", "Ida Holt")]
    [InlineData("", "<div class=byline>Von Ida Holt | 12. März 2023</div>", "Ida Holt")]
    [InlineData("", "</article><div class=comments><a rel=author href=/x>Reader One</a></div><article>", null)]
    public async Task Authors_are_found_and_no_one_else_is_one(string head, string body, string? expected) => Assert.Equal(expected, (await ReadAsync(head, body)).Byline);

    [Theory]
    [InlineData("<html lang=\"en-GB\">", "", "en")]
    [InlineData("<html xml:lang=cy>", "", "cy")]
    [InlineData("<html>", "<meta http-equiv=content-language content=\"eu-ES, eu\">", "eu")]
    [InlineData("<html>", "<meta property=og:locale content=gl_ES>", "gl")]
    [InlineData("<html>", "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"inLanguage\":\"mt-MT\"}</script>", "mt")]
    [InlineData("<html lang=\"{{lang}}\">", "", "en")]
    public async Task The_language_is_what_the_page_says(string root, string head, string? expected) => Assert.Equal(expected, (await ReadAsync(head, "", root)).Language);

    [Theory]
    [InlineData("https://news.example/2023/mill", "<link rel=canonical href=\"/2023/mill-closes\">", "https://news.example/2023/mill-closes")]
    [InlineData("https://m.news.example/mill", "<link rel=canonical href=\"https://www.news.example/mill\">", "https://www.news.example/mill")]
    [InlineData("https://news.example/mill/amp", "<link rel=canonical href=\"https://news.example/mill\">", "https://news.example/mill")]
    [InlineData("https://news.example/mill/print", "<link rel=canonical href=\"https://news.example/mill\">", "https://news.example/mill")]
    [InlineData("https://news.example/mill/amp.html", "<link rel=canonical href=\"https://news.example/mill\">", "https://news.example/mill")]
    [InlineData("https://news.example/mill/index.html", "<link rel=canonical href=\"https://news.example/mill/\">", "https://news.example/mill/")]
    [InlineData("https://news.example/mill", "<link rel=canonical href=\"https://news.example/\">", null)]
    [InlineData("https://news.example/news/story", "<link rel=canonical href=\"https://news.example/news\">", null)]
    [InlineData("https://news.example/news/full/", "<link rel=canonical href=\"https://www.news.example/news/\">", null)]
    [InlineData("https://news.example/sport/Story", "<meta property=og:url content=\"https://news.example/sport\">", null)]
    [InlineData("https://news.example/2023/mill", "<link rel=canonical href=\"https://news.example/2023\">", null)]
    [InlineData("https://news.example/mill", "<link rel=canonical href=\"https://other.example/start/page\">", null)]
    [InlineData("https://news.example/mill-closes-for-good", "<link rel=canonical href=\"https://wire.example/x/mill-closes-for-good\">", "https://wire.example/x/mill-closes-for-good")]
    [InlineData("https://news.example/mill", "<link rel=canonical href=\"https://wire.example/a\"><meta property=og:url content=\"https://wire.example/a\">", "https://wire.example/a")]
    [InlineData("https://news.example/mill?page=2", "<link rel=canonical href=\"https://news.example/mill\">", null)]
    [InlineData("https://news.example/mill/page/2", "<link rel=canonical href=\"https://news.example/mill\">", null)]
    [InlineData("https://news.example/mill", "<link rel=canonical href=\"https://news.example/a\"><link rel=canonical href=\"https://news.example/b\">", null)]
    [InlineData("https://news.example/mill", "<meta property=og:url content=\"https://news.example/mill-2\">", "https://news.example/mill-2")]
    [InlineData("https://news.example/mill", "<link rel=canonical href=\"javascript:x\">", null)]
    public async Task A_canonical_address_counts_where_it_names_this_article(string address, string head, string? expected) =>
        Assert.Equal(expected, (await ReadAsync(head, "", address: address)).Canonical?.AbsoluteUri);

    private static async Task PublishedAsync(string head, string body, string? expected) =>
        Assert.Equal(expected, (await ReadAsync(head, body)).Published?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", null));

    private static Task<ReadablePage> ReadAsync(string head, string body, string root = "<html>", string address = "https://a.example/b") => new PageReader(PageLimits.None).ReadAsync(
        new FetchedPage(new Uri(address), "text/html", null, Encoding.UTF8.GetBytes($"<!doctype html>{root}<head>{(head.Contains("<title", StringComparison.Ordinal) ? "" : "<title>Mill</title>")}{head}</head><body><article>{body}{Story}</article></body></html>"), PageVersion.None, DateTimeOffset.UnixEpoch), CancellationToken.None);
}
