using System.Text.Json.Nodes;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Stories;

public class ArticlePageTests
{
    [Fact]
    public async Task An_article_is_read_from_its_page_its_claims_are_ticked_and_a_silent_edit_shows_on_the_card()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var page = new Uri(newsroom.Address, "pages/tram").AbsoluteUri;
        Assert.Contains("Article 1 is in: “The new tram is there”", (await newsroom.Fay.AsksAsync("article add", ("url", page))).Text, StringComparison.Ordinal);

        var asked = await newsroom.Fay.PressesAsync("Choose which to submit", await newsroom.Fay.AsksAsync("article suggest", ("article", "1")));
        var submitted = await newsroom.Fay.TakesFirstAsync("sentences", asked);
        Assert.Contains("Submitted from article 1: #1", submitted.Text, StringComparison.Ordinal);

        await newsroom.Client.PostAsync("stage/pages", new JsonObject
        {
            ["name"] = "tram",
            ["title"] = "The new tram is there",
            ["text"] = "The first tram crossed the Old Harbour Bridge on Monday at 6:10 in the morning, eleven months later than planned.\nThe line has 15 stops and cost 314 million crowns, 30 percent more than the council had agreed on in 2021.\nThe council decides in spring whether a second line is built.",
        });
        Assert.Contains("was changed", (await newsroom.Ada.AsksAsync("article check", ("article", "1"))).Text, StringComparison.Ordinal);
        await Newsroom.UntilAsync(async () => (await newsroom.CardAsync(1)).Text.Contains("was changed here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_checked_already_is_told_from_a_message_s_menu()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram carries 30,000 passengers a day.");
        var message = await newsroom.Eli.WritesAsync("Did you know? The tram carries 30,000 passengers a day!");
        Assert.Contains("#1", (await newsroom.Dee.UsesAsync("Was this checked?", message)).Text, StringComparison.Ordinal);
    }
}
