using FactBot.Host.Tests.Stories;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>A day in which the bot says as many kinds of things to Discord as it can.</summary>
internal static class RichDay
{
    public static async Task PlayAsync(Newsroom newsroom)
    {
        await SubmitAsync(newsroom);
        await DecideAsync(newsroom);
        await VoteAsync(newsroom);
        await LookAroundAsync(newsroom);
        await newsroom.FaultAsync("disconnect");
        await newsroom.Client.AdvanceAsync(TimeSpan.FromDays(1));
        await newsroom.Client.RestartAsync();
        await newsroom.Ada.AsksAsync("digest now");
        await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task SubmitAsync(Newsroom newsroom)
    {
        var fay = newsroom.Fay;
        await fay.AddsArticleAsync();
        await fay.FillsAsync(await fay.AsksAsync("article add"), ("title", "The tram"), ("text", Newsroom.Article));
        await fay.SubmitsAsync("\"the largest investment ever made.\"", article: "1");
        await fay.AsksAsync("claim submit", ("text", "The tram has 15 stops."), ("claimant", "Holt"), ("said", "2026-11-01"));
        await fay.UsesAsync("Submit as claim", await newsroom.Eli.WritesAsync("The tram carries 30,000 passengers a day."));
        await fay.TypesAsync("claim show", "claim", "tram");
        await fay.TypesAsync("article show", "article", "");
        await fay.TypesAsync("vote", "rating", "most");
        await newsroom.Ada.TypesAsync("setup", "zone", "kyi");
        for (var i = 4; i <= 12; i++)
        {
            await fay.SubmitsAsync($"The tram has {i} wheels.");
        }

        await fay.PressesAsync("Next", await fay.AsksAsync("claim list"));
        await fay.ChoosesAsync("Look at one of them", await fay.AsksAsync("claim list"), "#5");
        await fay.FillsAsync(await fay.AsksAsync("article add"), ("title", "An article without a text comes back as a file"));
        await fay.FillsWithFileAsync(await fay.AsksAsync("article add"), "b.md", "# A book\n\nIt has 300 pages."u8.ToArray());
    }

    private static async Task DecideAsync(Newsroom newsroom)
    {
        var ada = newsroom.Ada;
        await ada.PressesAsync("Accept", await newsroom.CardAsync(1));
        await ada.ChoosesAsync("Choose a reviewer for #2", await ada.TriagesAsync(2, "accept"), "Chi");
        await ada.FillsAsync(await ada.PressesAsync("Reject", await newsroom.CardAsync(3)), ("reason", "Nobody said so."));
        await ada.FillsAsync(await ada.PressesAsync("Duplicate", await newsroom.CardAsync(4)), ("of", "1"));
        await ada.AssignsAsync(2, "Ben");
        await newsroom.Fay.TriagesAsync(5, "accept");
    }

    private static async Task VoteAsync(Newsroom newsroom)
    {
        var ben = newsroom.Ben;
        await ben.PressesAsync("Take", await newsroom.CardAsync(1));
        await ben.FillsAsync(
            await ben.PressesAsync("Add source", await newsroom.CardAsync(1)), ("url", "https://example.org/a"), ("stance", "refutes"));
        await ben.AddsSourceAsync(2);
        foreach (var reviewer in new[] { ben, newsroom.Chi, newsroom.Dee })
        {
            await reviewer.FillsAsync(
                await reviewer.PressesAsync("Vote", await newsroom.CardAsync(1)),
                ("rating", "false"), ("confidence", "high"), ("reason", "I counted them"));
        }

        await ben.VotesAsync(2, "true");
        await newsroom.Chi.VotesAsync(2, "false");
        await newsroom.Dee.VotesAsync(2, "mixed");
        await newsroom.Ada.AssignsAsync(2, "Eli");
        await newsroom.Ada.PublishesAsync(1);
    }

    private static async Task LookAroundAsync(Newsroom newsroom)
    {
        foreach (var command in new[] { "help", "queue", "article list", "claim list" })
        {
            await newsroom.Ben.AsksAsync(command);
        }

        await newsroom.Ben.AsksAsync("article show", ("article", "1"));
        await newsroom.Ben.AsksAsync("claim show", ("claim", "1"));
        await newsroom.Ben.AsksAsync("claim show", ("claim", "99"));
        await newsroom.Ben.AsksAsync("verdict show", ("claim", "1"));
    }
}
