using System.Text;
using FactBot.Domain.Articles;
using FactBot.Pages;
using FactBot.Text.Pages;

namespace FactBot.Tests.Pages;

/// <summary>Pages in the shapes that real sites have, with the text beside them that a person would read; both are our own.</summary>
public class SavedPageTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Pages", "Saved");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.html").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n != "paywall").Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_article_is_found_among_all_that_stands_around_it(string name)
    {
        var page = await ReadAsync(name);
        Assert.Equal((await File.ReadAllTextAsync(Path.Combine(Folder, name + ".txt"), TestContext.Current.CancellationToken)).Trim(), page.Text);
        Assert.False(page.IsPaywalled);
        Assert.StartsWith(name == "ukrainian" ? "Старий міст" : "Old harbour bridge", page.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_for_subscribers_is_known_as_one() => Assert.True((await ReadAsync("paywall")).IsPaywalled);

    private static async Task<ReadablePage> ReadAsync(string name)
    {
        var html = Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".html")));
        var page = new FetchedPage(new Uri("https://news.example/bridge"), "text/html", null, html, PageVersion.None, DateTimeOffset.UnixEpoch);
        return await new PageReader(PageLimits.None).ReadAsync(page, CancellationToken.None);
    }
}
