using System.Text;
using FactBot.Chat;
using FactBot.Matching;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Matching;

/// <summary>Wherever claims come from, each is asked about once; and a message that links to an article is answered by its claims.</summary>
public class QuestionOnceTests
{
    private const string Article = "The tram line cost 214 million crowns in 2025.\nThe ferry carries 9,000 passengers every week.\n";

    [Fact]
    public async Task Suggested_sentences_that_were_submitted_before_are_asked_about_and_the_rest_is_submitted()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Ben, "The tram line cost 214,000,000 crowns in 2025");
        await AddAsync(desk, "");
        var list = await desk.RunAsync(desk.Fay, "article suggest", ("article", "1"));
        var form = (await desk.PressesAsync(desk.Fay, list.Buttons[0])).Form!;
        var reply = await desk.FillAsync(desk.Fay, form, ("sentences", string.Join('\n', form.Fields[0].Choices.Select(c => c.Value))));
        Assert.Contains("#2", $"{reply.Text}");
        Assert.Equal(["1: same as #1", "1: submit anyway"], reply.Buttons.Select(b => $"{b.Label}"));
        Assert.Equal(2, await desk.LookAsync(db => db.Claims.CountAsync()));
        Assert.Contains("Claim #3 is submitted. It stands in article 1", (await desk.PressesAsync(desk.Fay, reply.Buttons[1])).Answer());
    }

    [Theory]
    [InlineData("Is this true? https://www.news.example/tram?utm_source=x")]
    [InlineData("<https://news.example/tram>, seen today")]
    [InlineData("http://m.news.example/tram/")]
    public async Task A_message_that_links_to_a_known_article_is_answered_with_its_claims(string message)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await AddAsync(desk, "https://news.example/tram");
        await desk.RunAsync(desk.Fay, "claim submit", ("text", "The ferry carries 9,000 passengers every week"), ("article", "1"));
        await desk.SubmitsAsync(desk.Fay, "Wolves were seen near the reservoir.");
        var card = (await AskAsync(desk, message)).Card!;
        Assert.StartsWith("From article 1", $"{card.Title}");
        Assert.Contains("#1", $"{card.Text}");
        Assert.DoesNotContain("#2", $"{card.Text}");
    }

    [Fact]
    public async Task A_message_that_links_to_another_page_is_answered_by_its_words()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await AddAsync(desk, "https://news.example/tram");
        await desk.RunAsync(desk.Fay, "claim submit", ("text", "The ferry carries 9,000 passengers every week"), ("article", "1"));
        Assert.Equal("This was here before", $"{(await AskAsync(desk, "The ferry carries 9000 passengers every week https://news.example/other")).Card!.Title}");
    }

    private static Task<Reply> AskAsync(TestDesk desk, string text) => desk.Router.RunAsync(
        desk.RequestOf(desk.Gus, "Was this checked?") with
        {
            Message = new(new(77), new(101), new(5), DateTimeOffset.UnixEpoch, text, "https://discord.com/channels/1/2/77"),
        },
        CancellationToken.None);

    private static async Task AddAsync(TestDesk desk, string url)
    {
        var form = (await desk.RunAsync(desk.Fay, "article add")).Form!;
        (await desk.FillAsync(desk.Fay, form, ("title", "The new tram line of the town"), ("url", url), ("text", Article))).Answer();
    }
}
