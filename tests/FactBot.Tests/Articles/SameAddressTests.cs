using System.Text;
using FactBot.Chat;
using FactBot.Tests.Pages;
using FactBot.Text.Addresses;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Articles;

/// <summary>Which addresses are those of one article.</summary>
public sealed class SameAddressTests
{
    [Theory]
    [InlineData("https://news.example/a", "http://www.news.example/a/")]
    [InlineData("https://news.example/a", "https://m.news.example/a#part")]
    [InlineData("https://news.example/a", "https://news.example/a?utm_source=x&fbclid=1&gclid=2&yclid=3&_ga=4&mc_cid=5&igsh=6&at_medium=7&wt_mc=8")]
    [InlineData("https://news.example/a", "https://news.example/a/amp")]
    [InlineData("https://news.example/a", "https://amp.news.example/a?outputType=amp")]
    [InlineData("https://news.example/a", "https://news-example.cdn.ampproject.org/c/s/news.example/a")]
    [InlineData("https://news.example/a", "https://www.google.com/amp/s/news.example/a")]
    [InlineData("https://news.example/~a/b-c", "https://news.example/%7Ea/b%2Dc")]
    [InlineData("https://news.example/caf%c3%a9", "https://news.example/café")]
    [InlineData("https://bücher.example/a", "https://xn--bcher-kva.example/a")]
    [InlineData("https://news.example/a?id=5&p=2", "https://news.example/a?p=2&id=5")]
    [InlineData("https://news.example//a//b", "https://news.example/a/b")]
    [InlineData("https://news.example/a/index.html", "https://news.example/a")]
    public void Addresses_of_one_page_have_one_key(string one, string other) => Assert.Equal(WebAddress.KeyOf(one), WebAddress.KeyOf(other));

    [Theory]
    [InlineData("https://news.example/a?id=5", "https://news.example/a?id=6")]
    [InlineData("https://news.example/?p=5", "https://news.example/?p=6")]
    [InlineData("https://news.example/a?page=2", "https://news.example/a")]
    [InlineData("https://news.example/a?article=x", "https://news.example/a?article=y")]
    [InlineData("https://news.example/A", "https://news.example/a")]
    [InlineData("https://news.example/#!/a", "https://news.example/#!/b")]
    [InlineData("https://blog.news.example/a", "https://news.example/a")]
    [InlineData("https://news.example:8443/a", "https://news.example/a")]
    [InlineData("https://news.example/a%2Fb", "https://news.example/a/b")]
    public void Addresses_of_two_pages_have_two(string one, string other) => Assert.NotEqual(WebAddress.KeyOf(one), WebAddress.KeyOf(other));

    [Fact]
    public async Task Another_text_at_a_known_address_is_offered_and_can_be_added_all_the_same()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await using var web = await TestWeb.OpenAsync();
        var url = new Uri(web.Address, "/live?id=1").AbsoluteUri;
        web.With("/live", PageOf("mill"));
        (await desk.RunAsync(desk.Fay, "article add", ("url", url))).Answer();
        web.With("/live", PageOf("harbour"));
        var offer = await desk.RunAsync(desk.Fay, "article add", ("url", url + "&utm_source=chat"));
        Assert.Contains("has the same address but a different text", offer.Answer());
        Assert.Equal(1, await desk.LookAsync(db => db.Articles.CountAsync()));
        Assert.Contains("Article 2 is in", (await desk.PressesAsync(desk.Fay, offer.Buttons.Single(b => b.Label.ToString() == "Add it all the same"))).Answer());
        Assert.Contains("This is article 2 already", (await desk.RunAsync(desk.Fay, "article add", ("url", url))).Answer());
    }

    [Fact]
    public async Task A_file_with_another_text_and_a_known_address_goes_in_without_the_address()
    {
        await using var desk = await TestDesk.SetUpAsync();
        (await AttachAsync(desk, PageOf("mill"), ("url", "https://news.example/a"))).Answer();
        Assert.Contains("without **url**", (await AttachAsync(desk, PageOf("harbour"), ("url", "https://news.example/a"))).Answer());
        Assert.Contains("Article 2 is in", (await AttachAsync(desk, PageOf("harbour"))).Answer());
    }

    [Fact]
    public async Task Page_2_that_calls_page_1_its_address_is_an_article_of_its_own()
    {
        await using var desk = await TestDesk.SetUpAsync();
        const string canonical = "<link rel=canonical href=\"https://www.daily.example/long-read\">";
        (await AttachAsync(desk, PageOf("barn", canonical))).Answer();
        Assert.Contains("Article 2 is in", (await AttachAsync(desk, PageOf("silo", canonical))).Answer());
        Assert.Equal(["https://www.daily.example/long-read", null], await desk.LookAsync(db => db.Articles.OrderBy(a => a.Number).Select(a => a.Url).ToListAsync()));
    }

    private static readonly string[] Counts = ["three", "four", "five"];

    private static string PageOf(string about, string head = "") =>
        $"<html><head><title>The {about}</title>{head}</head><body><article>{string.Concat(Counts.Select(n => $"<p>The {about} board met {n} times about the {about} and said that the {about} had cost {n} million for the {about} of the town, as {about} records say.</p>"))}</article></body></html>";

    private static Task<Reply> AttachAsync(TestDesk desk, string html, params (string Name, string Value)[] options)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        return desk.Router.RunAsync(
            desk.RequestOf(desk.Fay, "article add", options) with { Files = new Dictionary<string, AttachedFile> { ["file"] = new("a.html", bytes.Length, _ => Task.FromResult(bytes)) } },
            CancellationToken.None);
    }
}
