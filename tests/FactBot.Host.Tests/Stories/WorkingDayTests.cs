using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Stories;

public class WorkingDayTests
{
    [Fact]
    public async Task A_claim_is_submitted_reviewed_and_published()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (ada, ben, chi, dee, fay) = (newsroom.Ada, newsroom.Ben, newsroom.Chi, newsroom.Dee, newsroom.Fay);

        Says("Article 1 is in", await fay.AddsArticleAsync());
        Says("stands in article 1", await fay.SubmitsAsync("\"the largest investment ever made.\"", article: "1"));
        Says("#1 is open", await ada.TriagesAsync(1, "accept"));
        foreach (var reviewer in new[] { "Ben", "Chi", "Dee" })
        {
            Says("#1 is with", await ada.AssignsAsync(1, reviewer));
        }

        Says("#1", await ben.AsksAsync("queue"));
        Says("Source 1 is on #1", await ben.AddsSourceAsync(1));
        Says("1 of 3 votes in", await ben.VotesAsync(1, "false"));
        Says("2 of 3 votes in", await chi.VotesAsync(1, "false"));
        Says("agree on **False**", await dee.VotesAsync(1, "mixed"));
        Says("goes out", await ada.PublishesAsync(1));

        var verdict = Assert.Single(await newsroom.ReadAsync("verdicts")).Text;
        Assert.Contains("#1 · False", verdict, StringComparison.Ordinal);
        Assert.Contains("The numbers differ.", verdict, StringComparison.Ordinal);
        Assert.Contains("example.org", verdict, StringComparison.Ordinal);
        Assert.Contains("Mixed", verdict, StringComparison.Ordinal);
        Assert.Contains("Dee compared the numbers", verdict, StringComparison.Ordinal);
        Assert.Contains("#1 · Published", (await newsroom.CardAsync(1)).Text, StringComparison.Ordinal);
        Says("The numbers differ.", await fay.AsksAsync("verdict show", ("claim", "1")));
    }

    [Fact]
    public async Task The_whole_way_can_be_gone_by_buttons_and_forms()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        Says("#1 is open", await newsroom.Ada.PressesAsync("Accept", await newsroom.CardAsync(1)));
        Says("#1 is yours", await newsroom.Ben.PressesAsync("Take", await newsroom.CardAsync(1)));
        Says("Source 1", await newsroom.Ben.FillsAsync(
            await newsroom.Ben.PressesAsync("Add source", await newsroom.CardAsync(1)),
            ("url", "https://example.org/stops"), ("stance", "supports")));
        foreach (var reviewer in new[] { newsroom.Ben, newsroom.Chi, newsroom.Dee })
        {
            Says("is in", await reviewer.FillsAsync(
                await reviewer.PressesAsync("Vote", await newsroom.CardAsync(1)),
                ("rating", "true"), ("confidence", "high"), ("reason", "I counted them")));
        }

        Says("goes out", await newsroom.Ada.FillsAsync(
            await newsroom.Ada.PressesAsync("Publish", await newsroom.CardAsync(1)),
            ("summary", "It has 14."), ("explanation", "We counted.")));
        Assert.Single(await newsroom.ReadAsync("verdicts"));
        Assert.Empty((await newsroom.CardAsync(1)).Buttons);
    }

    [Fact]
    public async Task Divided_reviewers_get_a_second_round_with_a_fourth()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        await newsroom.Ben.VotesAsync(1, "true");
        await newsroom.Chi.VotesAsync(1, "false");
        Says("without agreement", await newsroom.Dee.VotesAsync(1, "mixed"));
        Assert.Contains("#1 · Disputed", (await newsroom.CardAsync(1)).Text, StringComparison.Ordinal);
        Says("round 2", await newsroom.Ada.AssignsAsync(1, "Eli"));
        Says("0 of 4 votes in (round 2)", await newsroom.Fay.AsksAsync("claim show", ("claim", "1")));
        await newsroom.Eli.VotesAsync(1, "mixed");
        await newsroom.Ben.VotesAsync(1, "mixed");
        Says("3 of 4 votes in", await newsroom.Chi.VotesAsync(1, "false"));
        Says("agree on **Mixed**", await newsroom.Dee.VotesAsync(1, "mixed"));
    }

    [Fact]
    public async Task A_message_becomes_a_claim_from_its_menu()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var message = await newsroom.Eli.WritesAsync("The tram carries 30,000 passengers a day.");
        Says("Claim #1 is submitted", await newsroom.Fay.UsesAsync("Submit as claim", message));
        Assert.Contains("30,000 passengers", (await newsroom.CardAsync(1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_accepted_claim_has_a_thread_of_its_own()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        Assert.Null((await newsroom.CardAsync(1)).Json["thread"]);
        await newsroom.Ada.TriagesAsync(1, "accept");
        await newsroom.Client.AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("#1 The tram has 14 stops.", (string?)(await newsroom.CardAsync(1)).Json["thread"]?["name"]);
    }

    [Fact]
    public async Task A_claim_whose_thread_was_archived_goes_on()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        await newsroom.Client.AdvanceAsync(TimeSpan.FromDays(9));
        Says("#1 is yours", await newsroom.Ben.PressesAsync("Take", await newsroom.CardAsync(1)));
        Assert.Contains("due", (await newsroom.CardAsync(1)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await newsroom.TrafficAsync(), t => (int?)t["status"] == 400);
    }

    [Fact]
    public async Task Buttons_work_after_a_restart_and_nothing_is_posted_again()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        await newsroom.Client.RestartAsync();
        Says("#1 is yours", await newsroom.Ben.PressesAsync("Take", await newsroom.CardAsync(1)));
        Assert.Single(await newsroom.ReadAsync("review"));
    }

    [Fact]
    public async Task Lists_turn_their_pages_in_place()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        for (var i = 1; i <= 11; i++)
        {
            await newsroom.Fay.SubmitsAsync($"The tram has {i} stops.");
        }

        var list = await newsroom.Fay.AsksAsync("claim list");
        Says("Page 1 of 2 · 11 in all", list);
        var next = await newsroom.Fay.PressesAsync("Next", list);
        Says("Page 2 of 2 · 11 in all", next);
        Assert.Equal((string?)list.Message!["id"], (string?)next.Message!["id"]);
    }

    [Fact]
    public async Task Options_complete_as_one_types()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Fay.AddsArticleAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        Assert.Equal(["Europe/Kyiv"], await newsroom.Ada.TypesAsync("setup", "zone", "kyi"));
        Assert.Equal(["1"], await newsroom.Fay.TypesAsync("claim show", "claim", "tram"));
        Assert.Equal(["1"], await newsroom.Fay.TypesAsync("article show", "article", ""));
        Assert.Equal(["mostly-true", "mostly-false"], await newsroom.Ben.TypesAsync("vote", "rating", "most"));
    }

    private static void Says(string expected, Answer answer)
    {
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.True(answer.IsEphemeral || answer.Outcome != "replied", $"everybody saw: {answer.Text}");
    }
}
