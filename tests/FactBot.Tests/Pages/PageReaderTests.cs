using System.Text;
using FactBot.Chat;
using FactBot.Domain.Articles;
using FactBot.Pages;
using FactBot.Text.Pages;

namespace FactBot.Tests.Pages;

public class PageReaderTests
{
    private const string Words =
        "The harbour bridge was opened in 1931 and carries four lanes of traffic, a tramway and two footpaths across the bay. ";

    // What is hostile has to be told by what is in it, so no test here is helped by the time running out.
    private static readonly PageReader Reader = new(PageLimits.None);

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
        Assert.Equal(text, (await Reader.ReadAsync(page, CancellationToken.None)).Text);
    }

    [Fact]
    public async Task The_encoding_that_a_page_names_in_itself_counts()
    {
        var html = $"<html><head><meta charset=\"iso-8859-1\"></head><body><article><p>Überall Brücken. {Words}</p><p>{Words}</p></article></body></html>";
        Assert.Contains("Überall Brücken.", (await Reader.ReadAsync(PageOf(Encoding.Latin1.GetBytes(html), "text/html"), CancellationToken.None)).Text);
    }

    public static TheoryData<string> Hostile => new(
        string.Concat(Enumerable.Repeat("<div>", 900_000)),
        string.Concat(Enumerable.Repeat("<p><b><a href=x>", 300_000)),
        string.Concat(Enumerable.Repeat("<table><tr><td>", 300_000)),
        string.Concat(Enumerable.Repeat("<p>a</p>", 600_000)),
        string.Concat(Enumerable.Repeat("<i>a</i>&amp;", 15_000)),
        new string('<', 5_000_000),
        $"<p>{Tag}",
        $"<!-- <a b=\" -->\r\n{Tag}",
        $"<title>a<b c=\"</title>{Tag.Replace("<a ", "<a b=\">\" c='>' ", StringComparison.Ordinal)}",
        $"{Tag.Replace("<a", "</a", StringComparison.Ordinal)}");

    private static string Tag => $"<a {string.Concat(Enumerable.Range(0, 300_000).Select(i => $"b{i}=c "))}>";

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task A_page_made_to_hurt_is_refused(string html) => Assert.Contains(
        "far larger than an article", (await Assert.ThrowsAsync<DeskRuleException>(() => ReadAsync(html))).Message);

    [Theory]
    [InlineData("", "holds more than 1,000,000 characters; add the part that matters as a file instead.")]
    [InlineData("<script>", "holds no article that could be found; add its text as a file instead.")]
    [InlineData("<!--", "holds no article that could be found; add its text as a file instead.")]
    [InlineData("<a title=\"", "holds no article that could be found; add its text as a file instead.")]
    public async Task Five_megabytes_of_one_line_are_refused(string before, string expected)
    {
        var line = string.Concat(Enumerable.Repeat("&lt;a word, ", 400_000));
        Assert.EndsWith(expected, (await Assert.ThrowsAsync<DeskRuleException>(() => ReadAsync(before + line))).Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "line.txt holds more than 1,000,000 characters; add the part that matters as a file instead.",
            (await Assert.ThrowsAsync<DeskRuleException>(() => Reader.ReadAsync("line.txt", Encoding.UTF8.GetBytes(line), CancellationToken.None))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Utf_8_with_damaged_places_is_read_and_what_is_none_at_all_is_refused()
    {
        const string text = "Міст через затоку відкрили 1931 року, і відтоді ним їздять трамваї та автомобілі, а двома доріжками ходять люди. Він закритий.";
        byte[] damaged = [.. Encoding.UTF8.GetBytes(text), 0xC3];
        Assert.Equal(text + "\uFFFD", (await Reader.ReadAsync("a.txt", damaged, CancellationToken.None)).Text);

        byte[] noise = [.. Enumerable.Range(0, 10_000).Select(i => (byte)(0x80 + (i * 7919 % 0x80)))];
        noise[5000] = 0;
        Assert.Equal(
            "a.txt is no text, web page or PDF; save the article as one of them and add that.",
            (await Assert.ThrowsAsync<DeskRuleException>(() => Reader.ReadAsync("a.txt", noise, CancellationToken.None))).Message);
    }

    [Fact]
    public async Task Text_from_right_to_left_is_kept_and_what_turns_other_text_around_is_not()
    {
        const string arabic = "الخطة فيها 28 نقطة، كما قال الوزير.";
        Assert.Equal($"{arabic} {arabic}", (await Reader.ReadAsync("a.txt", Encoding.UTF8.GetBytes($"\u202E{arabic}\u202C \u2067{arabic}\u2069"), CancellationToken.None)).Text);
        var page = await ReadAsync($"<article><p>\u202E{arabic}\u202C</p><p>{Words}</p><p>{Words}</p></article>");
        Assert.Contains(arabic, page.Text);
        Assert.DoesNotContain('\u202E', page.Text);
    }

    [Fact]
    public async Task Marks_are_put_on_their_letters_and_no_letter_bears_more_than_thirty()
    {
        Assert.Equal("café", (await Reader.ReadAsync("a.txt", Encoding.UTF8.GetBytes("cafe\u0301"), CancellationToken.None)).Text);
        // Sorting the marks of a letter into their order takes the square of how many there are.
        var tower = "a" + string.Concat(Enumerable.Repeat("\u0321\u0301", 500_000));
        Assert.InRange((await Reader.ReadAsync("a.txt", Encoding.UTF8.GetBytes(tower), CancellationToken.None)).Text.Length, 20, 31);
    }

    [Fact]
    public async Task A_web_page_is_told_by_its_content_and_not_by_its_name() => Assert.Equal(
        "Bridge closes", (await Reader.ReadAsync("notes.txt", Encoding.UTF8.GetBytes($"<!doctype html><title>Bridge closes</title><article><p>{Words}</p><p>{Words}</p></article>"), CancellationToken.None)).Title);

    [Fact]
    public async Task A_page_whose_words_are_not_found_in_time_is_given_up()
    {
        var page = PageOf(Encoding.UTF8.GetBytes($"<article><p>{Words}</p></article>"), "text/html");
        var hurried = new PageReader(PageLimits.None with { Reading = TimeSpan.Zero });
        Assert.Contains("cannot be read", (await Assert.ThrowsAsync<DeskRuleException>(() => hurried.ReadAsync(page, CancellationToken.None))).Message);
    }

    [Fact]
    public async Task A_page_without_an_article_is_refused() => Assert.Contains(
        "holds no article", (await Assert.ThrowsAsync<DeskRuleException>(() => ReadAsync("<html><body><p>Hello.</p></body></html>"))).Message);

    [Fact]
    public async Task What_is_no_text_is_refused() => Assert.Contains("is no text, web page or PDF", (await Assert.ThrowsAsync<DeskRuleException>(
        () => Reader.ReadAsync(PageOf([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00], "image/png"), CancellationToken.None))).Message);

    private static Task<ReadablePage> ReadAsync(string html) =>
        Reader.ReadAsync(PageOf(Encoding.UTF8.GetBytes(html), "text/html"), CancellationToken.None);

    private static FetchedPage PageOf(byte[] bytes, string type) =>
        new(new Uri("https://news.example/a?ref=home"), type, null, bytes, PageVersion.None, DateTimeOffset.UnixEpoch);
}
