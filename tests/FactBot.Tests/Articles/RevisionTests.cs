using FactBot.Chat;
using FactBot.Domain.Articles;
using FactBot.Domain.Claims;
using FactBot.Tests.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Articles;

public sealed class RevisionTests : IAsyncLifetime
{
    private const string Around =
        "<p>The harbour bridge carries four lanes of traffic, a tramway and two footpaths across the bay, and it is closed at night.</p>";

    private const string Claim = "It cost 12 million crowns and took three years to build.";

    private TestDesk desk = null!;
    private TestWeb web = null!;

    public async ValueTask InitializeAsync()
    {
        (desk, web) = (await TestDesk.SetUpAsync(), await TestWeb.OpenAsync());
        Serve(Claim);
        var added = await desk.RunAsync(desk.Fay, "article add", ("url", new Uri(web.Address, "/bridge").AbsoluteUri));
        Assert.Contains("Article 1 is in: “The bridge”", added.Answer());
        (await desk.RunAsync(desk.Fay, "claim submit", ("text", Claim), ("article", "1"))).Answer();
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await web.DisposeAsync();
    }

    [Fact]
    public async Task The_same_page_under_another_address_is_the_same_article()
    {
        var again = await desk.RunAsync(desk.Ben, "article add", ("url", new Uri(web.Address, "/bridge?utm_source=chat#top").AbsoluteUri));
        Assert.Contains("This is article 1 already", again.Answer());
        web.With("/copy", PageOf(Claim).Replace("/bridge", "/copy", StringComparison.Ordinal).Replace("has been hurt", "was hurt", StringComparison.Ordinal));
        Assert.Contains("This is article 1 already", (await desk.RunAsync(desk.Ben, "article add", ("url", new Uri(web.Address, "/copy").AbsoluteUri))).Answer());
    }

    [Fact]
    public async Task What_a_page_says_of_itself_is_kept_with_its_article()
    {
        var head = "<head><title>Bridge closes</title><meta property=\"og:site_name\" content=\"Harbour News\"><meta name=\"author\" content=\"Ida Holt\">"
            + "<meta property=\"article:published_time\" content=\"2026-11-20T08:30:00Z\"><link rel=canonical href=\"https://news.example.org/bridge\"></head>";
        web.With("/closes", $"<html lang=\"en-GB\">{head}<body><article>{Around}<p>The bridge closes for a year, and nobody knows what comes after that.</p>{Around}</article></body></html>");
        (await desk.RunAsync(desk.Fay, "article add", ("url", new Uri(web.Address, "/closes").AbsoluteUri))).Answer();
        var article = await desk.LookAsync(db => db.Articles.SingleAsync(a => a.Number == 2));
        Assert.Equal(("Bridge closes", "Harbour News", "Ida Holt", "en"), (article.Title, article.Publisher, article.Byline, article.Language));
        Assert.Equal((new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero), "https://news.example.org/bridge"), (article.PublishedAt, article.Url));
    }

    [Fact]
    public async Task An_article_that_says_what_it_said_is_told_so()
    {
        Assert.Contains("says what it said before", (await desk.RunAsync(desk.Fay, "article check", ("article", "1"))).Answer());
        Assert.Equal(0, await desk.LookAsync(db => db.ArticleRevisions.CountAsync()));
    }

    [Fact]
    public async Task A_silent_edit_is_found_within_a_day_and_shown_on_the_claim_s_card()
    {
        Serve(Claim.Replace("12", "14", StringComparison.Ordinal));
        desk.Clock.Advance(TimeSpan.FromHours(23));
        await desk.LookAtArticlesAsync();
        Assert.Equal(0, await desk.LookAsync(db => db.ArticleRevisions.CountAsync()));
        desk.Clock.Advance(TimeSpan.FromHours(2));
        await desk.LookAtArticlesAsync();
        await desk.SettleAsync();

        Assert.Contains("12 million", (await desk.LookAsync(db => db.ArticleRevisions.SingleAsync())).Text);
        Assert.Contains("14 million", (await desk.LookAsync(db => db.Articles.SingleAsync())).Text);
        var card = (await desk.RunAsync(desk.Fay, "claim show", ("claim", "1"))).Card!;
        Assert.Contains("was changed here: It cost ~~12~~ **14** million crowns", card.Text!.ToString());
        await desk.AssertReplayAsync();
        Assert.Contains("Revision 2", (await desk.RunAsync(desk.Fay, "article show", ("article", "1"))).Card!.Text!.ToString());
    }

    [Fact]
    public async Task A_passage_that_was_taken_out_is_told_and_one_that_came_back_is_found_again()
    {
        Serve("Nobody says any more how much was paid.");
        Assert.Contains("The passage of #1", (await desk.RunAsync(desk.Fay, "article check", ("article", "1"))).Answer());
        Assert.Contains("is no longer in it", (await desk.RunAsync(desk.Fay, "claim show", ("claim", "1"))).Card!.Text!.ToString());
    }

    [Fact]
    public async Task An_edit_elsewhere_moves_the_claim_s_place_and_flags_nothing()
    {
        Serve("In the beginning there was a ferry, which took an hour. " + Claim);
        Assert.Contains("No claim's passage was touched", (await desk.RunAsync(desk.Fay, "article check", ("article", "1"))).Answer());
        var place = (await desk.ClaimAsync(1)).Appearance!;
        var text = (await desk.LookAsync(db => db.Articles.SingleAsync())).Text;
        Assert.Equal(Claim, text[place.Start!.Value..place.End!.Value]);
        Assert.Null(place.Before);
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_changes_nothing()
    {
        web.With("/bridge", context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        Assert.Contains("answered with an error", (await desk.RunAsync(desk.Fay, "article check", ("article", "1"))).Refusal());
        desk.Clock.Advance(TimeSpan.FromDays(2));
        await desk.LookAtArticlesAsync();
        Assert.Equal(0, await desk.LookAsync(db => db.ArticleRevisions.CountAsync()));
    }

    [Fact]
    public async Task An_id_erased_from_an_article_does_not_come_back_when_its_page_is_read_again()
    {
        string Naming(string more) => $"{Claim} The account {desk.Ben.Id} said so, and {desk.Chi.Id} and {desk.Dee.Id} denied it{more}.";
        Serve(Naming(""));
        await desk.RunAsync(desk.Ada, "article check", ("article", "1"));
        await desk.ForgetsAsync(desk.Dee);
        await desk.ForgetsAsync(desk.Ben);
        await desk.PassNightAsync();
        await desk.LookAtArticlesAsync();
        Assert.Equal(1, await desk.LookAsync(db => db.ArticleRevisions.CountAsync()));
        Assert.Contains("says what it said before", (await desk.RunAsync(desk.Fay, "article check", ("article", "1"))).Answer());

        Serve($"It was foggy. {Naming(" at once")}");
        Assert.Contains("was changed", (await desk.RunAsync(desk.Fay, "article check", ("article", "1"))).Answer());
        var text = await desk.LookAsync(db => db.Articles.Select(a => a.Text).SingleAsync());
        Assert.Contains($"The account {2:D18} said so, and {desk.Chi.Id} and {1:D18} denied it at once", text);
        await desk.PassNightAsync();
        Assert.All([desk.Ben, desk.Dee], p => Assert.Empty(Privacy.Traces.Of(p.Id, desk)));
        await desk.AssertReplayAsync();
    }

    [Theory]
    [InlineData("<article><h1>We value your privacy</h1><p>We and our partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for advertising.</p><p>You can change your mind at any time by a click on the link at the end of each page of ours, as the law has it.</p></article>")]
    [InlineData("<main><h1>Page not found</h1><p>Sorry, what you are looking for is not here any more, or has never been here at all. Please go back to the start page and look for it there.</p><p>Our newest stories wait for you on that page, and those that were read most often this week as well.</p></main>")]
    public async Task A_page_that_shows_something_else_now_could_not_be_read_this_time(string now)
    {
        web.With("/bridge", $"<html><head><title>x</title></head><body>{now}</body></html>");
        Assert.Contains("couldn't be read this time", (await desk.RunAsync(desk.Fay, "article check", ("article", "1"))).Refusal());
        desk.Clock.Advance(TimeSpan.FromDays(2));
        await desk.LookAtArticlesAsync();
        Assert.Equal(0, await desk.LookAsync(db => db.ArticleRevisions.CountAsync()));
    }

    [Fact]
    public async Task A_clock_that_moved_on_is_no_edit()
    {
        web.With("/clock", PageOf(Claim).Replace("<h1>The bridge</h1>", "<p>Updated <time>3 minutes ago</time></p>", StringComparison.Ordinal).Replace("/bridge", "/clock", StringComparison.Ordinal).Replace("carries", "bears", StringComparison.Ordinal).Replace("footpaths", "ways", StringComparison.Ordinal));
        (await desk.RunAsync(desk.Fay, "article add", ("url", new Uri(web.Address, "/clock").AbsoluteUri))).Answer();
        var number = await desk.LookAsync(db => db.Articles.MaxAsync(a => a.Number));
        web.With("/clock", PageOf(Claim).Replace("<h1>The bridge</h1>", "<p>Updated <time>9 minutes ago</time></p>", StringComparison.Ordinal).Replace("/bridge", "/clock", StringComparison.Ordinal).Replace("carries", "bears", StringComparison.Ordinal).Replace("footpaths", "ways", StringComparison.Ordinal));
        Assert.Contains("says what it said before", (await desk.RunAsync(desk.Fay, "article check", ("article", $"{number}"))).Answer());
    }

    [Fact]
    public async Task What_cannot_be_read_is_asked_for_as_text()
    {
        web.With("/locked", $"<html><head><meta name=\"article:content_tier\" content=\"locked\"></head><body><article>{Around}</article></body></html>");
        var reply = await desk.RunAsync(desk.Fay, "article add", ("url", new Uri(web.Address, "/locked").AbsoluteUri));
        Assert.Contains("to its subscribers alone", reply.Answer());
        Assert.NotNull((await desk.PressesAsync(desk.Fay, Assert.Single(reply.Buttons))).Form);
        Assert.Contains("has no such page", (await desk.RunAsync(desk.Fay, "article add", ("url", new Uri(web.Address, "/none").AbsoluteUri))).Answer());
    }

    [Fact]
    public async Task The_text_is_shown_in_pages_with_the_claims_marked()
    {
        var card = (await desk.RunAsync(desk.Fay, "article show", ("article", "1"), ("view", "text"))).Card!;
        Assert.Contains($"**{Claim}** *(#1)*", card.Text!.ToString());
        Assert.Equal("Page 1 of 1", card.Footer!.ToString());
    }

    private void Serve(string sentence) => web.With("/bridge", PageOf(sentence));

    private static string PageOf(string sentence) =>
        $"<html><head><title>The bridge</title><link rel=canonical href=\"/bridge\"></head><body><article><h1>The bridge</h1>{Around}<p>{sentence} Nobody has been hurt so far.</p>{Around.Replace("closed", "open", StringComparison.Ordinal)}</article></body></html>";
}
