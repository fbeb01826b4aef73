using System.Text;
using FactBot.Articles;
using FactBot.Chat;
using FactBot.Domain.Articles;
using FactBot.Domain.Claims;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Articles;

public class ArticleTests
{
    private const string Text = "# A plan of 28 points\n\nThe plan has 28 points. Critics object.";

    [Fact]
    public async Task A_file_becomes_an_article_named_after_its_first_line()
    {
        await using var desk = await TestDesk.SetUpAsync();
        Assert.Contains("“A plan of 28 points”", (await AttachAsync(desk, "plan.md", Encoding.UTF8.GetBytes(Text))).Answer());
        Assert.Equal(Text, (await desk.LookAsync(db => db.Articles.SingleAsync())).Text);
    }

    [Fact]
    public async Task Without_a_file_a_form_asks_for_title_url_publisher_and_the_text_or_a_file()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var form = (await desk.RunAsync(desk.Fay, "article add", ("publisher", "Harbour News"))).Form!;
        Assert.Equal(["title", "url", "publisher", "text", "file"], form.Fields.Select(f => f.Name));
        (await desk.FillAsync(desk.Fay, form, ("title", "A plan"), ("url", "https://example.org/a"), ("text", Text))).Answer();
        var article = await desk.LookAsync(db => db.Articles.SingleAsync());
        Assert.Equal(("A plan", "https://example.org/a"), (article.Title, article.Url));
    }

    [Fact]
    public async Task The_same_text_is_kept_once()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await AttachAsync(desk, "plan.md", Encoding.UTF8.GetBytes(Text));
        Assert.Contains("This is article 1 already", (await AttachAsync(desk, "again.txt", Encoding.UTF8.GetBytes(Text))).Answer());
        Assert.Equal(1, await desk.LookAsync(db => db.Articles.CountAsync()));
    }

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "plan.txt", [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00], "is no text, web page or PDF" },
        { "plan.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D], "is no text, web page or PDF" },
        { "plan.pdf", Encoding.UTF8.GetBytes("%PDF-1.7 and nothing else"), "is damaged, locked" },
        { "plan.html", Encoding.UTF8.GetBytes("<html><body>Menu</body></html>"), "no article that could be found" },
        { "plan.txt", [], "holds no text" },
        { "plan.txt", Encoding.UTF8.GetBytes(" \n \t "), "holds no text" },
        { "plan.txt", new byte[AddArticle.MaxFile + 1], "larger than 5 MB" },
        { "plan.txt", Encoding.UTF8.GetBytes(new string('a', 1_000_001)), "more than 1,000,000 characters" },
    };

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public async Task A_file_is_read_in_whatever_encoding_it_is(string encoding)
    {
        await using var desk = await TestDesk.SetUpAsync();
        const string text = "Überschrift für später: Die neue Brücke über den Fluss wird größer als geplant, so der Bürgermeister.";
        var encoder = Encoding.GetEncoding(encoding);
        (await AttachAsync(desk, "plan.exe", [.. encoder.GetPreamble(), .. encoder.GetBytes(text)])).Answer();
        Assert.Equal(text, (await desk.LookAsync(db => db.Articles.SingleAsync())).Text);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_no_text_is_refused(string name, byte[] bytes, string expected)
    {
        await using var desk = await TestDesk.SetUpAsync();
        Assert.Contains(expected, (await AttachAsync(desk, name, bytes)).Refusal());
        Assert.Equal(0, await desk.LookAsync(db => db.Articles.CountAsync()));
    }

    [Fact]
    public async Task A_claim_that_stands_in_its_article_is_anchored_there()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await AttachAsync(desk, "plan.md", Encoding.UTF8.GetBytes(Text));
        var reply = await desk.RunAsync(desk.Fay, "claim submit", ("text", "the plan has 28 points."), ("article", "1"));
        Assert.Contains("stands in article 1", reply.Answer());
        var place = (await desk.ClaimAsync(1)).Appearance!;
        Assert.Equal("The plan has 28 points.", place.Exact);
        Assert.Equal(place.Exact, Text[place.Start!.Value..place.End!.Value]);
        Assert.Equal(" Critics object.", place.Suffix);
    }

    [Fact]
    public async Task A_claim_that_does_not_stand_in_its_article_is_taken_and_says_so()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await AttachAsync(desk, "plan.md", Encoding.UTF8.GetBytes(Text));
        var reply = await desk.RunAsync(desk.Fay, "claim submit", ("text", "The mayor never saw the plan."), ("article", "1"));
        Assert.Contains("does not appear in article 1", reply.Answer());
        Assert.False((await desk.ClaimAsync(1)).Appearance!.IsAnchored);
    }

    [Fact]
    public async Task A_claim_that_nearly_stands_in_its_article_shows_what_differs()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await AttachAsync(desk, "plan.md", Encoding.UTF8.GetBytes(Text));
        var reply = await desk.RunAsync(desk.Fay, "claim submit", ("text", "The plan has 20 points."), ("article", "1"));
        Assert.Contains("its place there is kept", reply.Answer());
        Assert.Contains("~~20~~ **28**", reply.Answer());
        Assert.True((await desk.ClaimAsync(1)).Appearance!.IsAnchored);
    }

    [Fact]
    public async Task An_article_is_shown_with_its_claims()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await AttachAsync(desk, "plan.md", Encoding.UTF8.GetBytes(Text));
        await desk.RunAsync(desk.Fay, "claim submit", ("text", "The plan has 28 points."), ("article", "1"));
        var card = (await desk.RunAsync(desk.Fay, "article show", ("article", "1"))).Card!;
        Assert.Contains("The plan has 28 points.", card.Text!.ToString());
        Assert.Equal("0 of 1 decided · page 1 of 1", card.Footer!.ToString());
        Assert.Contains("1 claim ·", (await desk.RunAsync(desk.Fay, "article list")).Card!.Text!.ToString());
    }

    private static Task<Reply> AttachAsync(TestDesk desk, string name, byte[] bytes) => desk.Router.RunAsync(
        desk.RequestOf(desk.Fay, "article add") with
        {
            Files = new Dictionary<string, AttachedFile>
            {
                ["file"] = new(name, bytes.Length, _ => Task.FromResult(bytes)),
            },
        },
        CancellationToken.None);
}
