using FactBot.Chat;
using FactBot.Host.Export;
using FactBot.Host.Storage;
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

    [Fact]
    public async Task Each_suggestion_is_asked_about_once_and_what_an_article_says_twice_becomes_one_claim()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Ben, "The tram line cost 214,000,000 crowns in 2025");
        await desk.SubmitsAsync(desk.Ben, "Every week the ferry carries 9,000 passengers");
        await AddAsync(desk, "", Article + "The mill at Ostrel burnt down in 1931, and 12 people died.\nThe tram line cost 214 million crowns in 2025.\nThe mill at Ostrel burnt down in 1931 and 12 people died.\n");
        var list = await desk.RunAsync(desk.Fay, "article suggest", ("article", "1"));
        var form = (await desk.PressesAsync(desk.Fay, list.Buttons[0])).Form!;
        var reply = await desk.FillAsync(desk.Fay, form, ("sentences", string.Join('\n', form.Fields[0].Choices.Select(c => c.Value))));
        Assert.Equal(["1: same as #1", "1: submit anyway", "2: same as #2", "2: submit anyway"], reply.Buttons.Select(b => $"{b.Label}"));
        Assert.Equal(1, await desk.LookAsync(db => db.Claims.CountAsync(c => c.Number > 2)));
        (await desk.PressesAsync(desk.Fay, reply.Buttons[0])).Answer();
        (await desk.PressesAsync(desk.Fay, reply.Buttons[3])).Answer();
        Assert.Contains("already", (await desk.PressesAsync(desk.Fay, reply.Buttons[1])).Refusal());
        Assert.Equal(4, await desk.LookAsync(db => db.Claims.CountAsync()));
    }

    [Theory]
    [InlineData("The ferry carries 9000 passengers every week.", "#1 says the same")]
    [InlineData("Every week, the ferry carries nine thousand passengers", "Is it the same as #1?")]
    public async Task A_message_submitted_as_a_claim_is_asked_about_once(string message, string title)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Ben, "The ferry carries 9,000 passengers every week");
        var offer = await OnMessageAsync(desk, "Submit as claim", message);
        Assert.Equal(title, $"{offer.Card!.Title}");
        Assert.Equal(1, await desk.LookAsync(db => db.Claims.CountAsync()));
        Assert.Contains("is submitted", (await desk.PressesAsync(desk.Gus, offer.Buttons[1])).Answer());
        Assert.Equal(2, await desk.LookAsync(db => db.Claims.CountAsync()));
    }

    [Fact]
    public async Task The_parts_of_a_split_claim_are_asked_about_once_and_never_for_the_whole_or_each_other()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Ben, "The ferry carries 9,000 passengers every week.");
        await desk.SubmitsAsync(desk.Fay, "The tram line cost 214 million crowns and the ferry carries 9000 passengers every week");
        var form = (await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "split"))).Form!;
        var reply = await desk.FillAsync(desk.Ada, form, ("parts", "The tram line cost 214 million crowns\nThe ferry carries 9000 passengers every week"));
        Assert.Contains("#2 is split into #3, #4", $"{reply.Text}");
        Assert.Equal("Was this part here before?", $"{reply.Card!.Title}");
        var button = Assert.Single(reply.Buttons);
        Assert.Equal("#4 is a duplicate of #1", $"{button.Label}");
        Assert.Contains("#4 is marked as a duplicate of #1", (await desk.PressesAsync(desk.Ada, button)).Answer());
        Assert.Empty(await desk.FlawsAsync());
    }

    [Fact]
    public async Task A_split_into_parts_that_nobody_submitted_asks_nothing()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Ben, "Wolves were seen near the reservoir.");
        await desk.SubmitsAsync(desk.Fay, "The tram line cost 214 million crowns and the ferry carries 9000 passengers every week");
        var form = (await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "split"))).Form!;
        var reply = await desk.FillAsync(desk.Ada, form, ("parts", "The tram line cost 214 million crowns\nThe ferry carries 9000 passengers every week"));
        Assert.Null(reply.Card);
        Assert.Empty(reply.Buttons);
    }

    [Fact]
    public async Task The_claims_of_an_imported_team_and_their_other_wordings_are_asked_about()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Ben, "The ferry carries 9,000 passengers every week.");
        await desk.SubmitsAsync(desk.Ben, "Nine thousand people a week take the boat.");
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "duplicate"), ("of", "1"))).Answer();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, await desk.LookAsync(async db =>
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            return TeamExport.Make((SqliteFactBotDbContext)db, desk.Team).ToJsonString(TeamExport.Json);
        }), TestContext.Current.CancellationToken);

        await using var other = await TestDesk.BareAsync();
        await other.LookAsync(async db =>
        {
            var import = new TeamImport((SqliteFactBotDbContext)db, file);
            return await import.RunAsync(await import.ReadAsync(CancellationToken.None), CancellationToken.None);
        });
        await other.StartAgainAsync();
        foreach (var text in new[] { "The ferry carries 9000 passengers every week", "9,000 people a week take the boat" })
        {
            // The ids of requests were imported, too.
            var offer = await other.Router.RunAsync(other.RequestOf(other.Fay, "claim submit", ("text", text)) with { Id = text }, CancellationToken.None);
            Assert.True($"{offer.Card?.Title}" == "#1 says the same", $"{text}: {offer.Text}");
        }

        Assert.Equal(2, await other.LookAsync(db => db.Claims.CountAsync()));
        File.Delete(file);
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

    private static Task<Reply> AskAsync(TestDesk desk, string text) => OnMessageAsync(desk, "Was this checked?", text);

    private static Task<Reply> OnMessageAsync(TestDesk desk, string command, string text) => desk.Router.RunAsync(
        desk.RequestOf(desk.Gus, command) with
        {
            Message = new(new(77), new(101), new(5), DateTimeOffset.UnixEpoch, text, "https://discord.com/channels/1/2/77"),
        },
        CancellationToken.None);

    private static async Task AddAsync(TestDesk desk, string url, string text = Article)
    {
        var form = (await desk.RunAsync(desk.Fay, "article add")).Form!;
        (await desk.FillAsync(desk.Fay, form, ("title", "The new tram line of the town"), ("url", url), ("text", text))).Answer();
    }
}
