using System.Text;
using FactBot.Chat;
using FactBot.Pages;

namespace FactBot.Tests.Pages;

public class PageReaderTests
{
    private const string Words =
        "The harbour bridge was opened in 1931 and carries four lanes of traffic, a tramway and two footpaths across the bay. ";

    [Fact]
    public async Task What_a_page_says_of_itself_is_kept_beside_its_text()
    {
        var page = await ReadAsync($$"""
            <!doctype html><html lang="en-GB"><head><title>Bridge closes for a year | Harbour News</title>
            <link rel="canonical" href="/2026/bridge"><meta property="og:site_name" content="Harbour News">
            <meta name="author" content="Ida Holt"><meta property="article:published_time" content="2026-11-20T08:30:00Z">
            </head><body><nav><a href="/">Home</a></nav><article><h1>Bridge closes for a year</h1>
            <p>{{Words}}</p><h2>What it costs</h2><p>{{Words}}</p><ul><li>Two lanes are renewed.</li><li>The tramway stays.</li></ul>
            <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2026</td><td>12,000</td></tr></table><p>{{Words}}</p></article></body></html>
            """);
        Assert.Equal(("Bridge closes for a year", "Ida Holt", "Harbour News", "en"), (page.Title, page.Byline, page.Publisher, page.Language));
        Assert.Equal(new Uri("https://news.example/2026/bridge"), page.Canonical);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero), page.Published);
        Assert.Contains($"{Words.Trim()}\n\nWhat it costs\n\n{Words.Trim()}\n\nTwo lanes are renewed.\nThe tramway stays.", page.Text);
        Assert.Contains("Year | Cost\n2026 | 12,000", page.Text);
        Assert.DoesNotContain("Home", page.Text);
        Assert.False(page.IsPaywalled);
    }

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>""")]
    [InlineData("""<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","isAccessibleForFree":"False"}]}</script>""")]
    [InlineData("""<meta name="article:content_tier" content="locked">""")]
    [InlineData("""<div class="c-Paywall">Subscribe to read on.</div>""")]
    public async Task A_page_that_is_not_free_says_so(string mark) =>
        Assert.True((await ReadAsync($"<html><body>{mark}<article><p>{Words}</p><p>{Words}</p><p>{Words}</p></article></body></html>")).IsPaywalled);

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData("utf-16", null)]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("koi8-u", "koi8-u")]
    [InlineData("windows-1251", null)]
    public async Task Text_is_read_in_whatever_encoding_it_comes(string encoding, string? named)
    {
        const string text = "Міст через затоку відкрили 1931 року. Його довжина становить 1,2 кілометра, і ним їздять трамваї та автомобілі.";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoder = Encoding.GetEncoding(encoding);
        var page = PageOf([.. encoder.GetPreamble(), .. encoder.GetBytes(text)], "text/plain") with { Charset = named };
        Assert.Equal(text, (await PageReader.ReadAsync(page, CancellationToken.None)).Text);
    }

    [Fact]
    public async Task The_encoding_that_a_page_names_in_itself_counts()
    {
        var html = $"<html><head><meta charset=\"iso-8859-1\"></head><body><article><p>Überall Brücken. {Words}</p><p>{Words}</p></article></body></html>";
        Assert.Contains("Überall Brücken.", (await PageReader.ReadAsync(PageOf(Encoding.Latin1.GetBytes(html), "text/html"), CancellationToken.None)).Text);
    }

    public static TheoryData<string> Hostile => new(
        string.Concat(Enumerable.Repeat("<div>", 900_000)),
        string.Concat(Enumerable.Repeat("<p><b><a href=x>", 300_000)),
        string.Concat(Enumerable.Repeat("<table><tr><td>", 300_000)),
        string.Concat(Enumerable.Repeat("<p>a</p>", 600_000)),
        string.Concat(Enumerable.Repeat("<i>a</i>&amp;", 15_000)),
        new string('<', 5_000_000),
        $"<a {string.Concat(Enumerable.Range(0, 300_000).Select(i => $"b{i}=c "))}>");

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task A_page_made_to_hurt_is_refused(string html) => Assert.Contains(
        "far larger than an article", (await Assert.ThrowsAsync<DeskRuleException>(() => ReadAsync(html))).Message);

    [Theory]
    [InlineData("")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    [InlineData("<a title=\"")]
    public async Task Five_megabytes_of_one_line_are_refused(string before)
    {
        var html = before + string.Concat(Enumerable.Repeat("&lt;a word, ", 400_000));
        var refusal = await Assert.ThrowsAsync<DeskRuleException>(() => ReadAsync(html));
        Assert.Contains("as a file instead", refusal.Message);
    }

    [Fact]
    public async Task A_page_without_an_article_is_refused() => Assert.Contains(
        "holds no article", (await Assert.ThrowsAsync<DeskRuleException>(() => ReadAsync("<html><body><p>Hello.</p></body></html>"))).Message);

    [Fact]
    public async Task What_is_no_text_is_refused() => Assert.Contains("is no text, web page or PDF", (await Assert.ThrowsAsync<DeskRuleException>(
        () => PageReader.ReadAsync(PageOf([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00], "image/png"), CancellationToken.None))).Message);

    private static Task<ReadablePage> ReadAsync(string html) =>
        PageReader.ReadAsync(PageOf(Encoding.UTF8.GetBytes(html), "text/html"), CancellationToken.None);

    private static FetchedPage PageOf(byte[] bytes, string type) =>
        new(new Uri("https://news.example/a?ref=home"), type, null, bytes, PageVersion.None, DateTimeOffset.UnixEpoch);
}
