using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Evidence;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Pages;

/// <summary>Pages that the desk fetches by itself, and what becomes of those that break off or never answer.</summary>
public sealed class PageTryTests : IAsyncLifetime
{
    private TestDesk desk = null!;
    private TestWeb web = null!;

    public async ValueTask InitializeAsync()
    {
        (desk, web) = (await TestDesk.SetUpAsync(), await TestWeb.OpenAsync());
        web.With("/silent", context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        web.With("/good", "The bridge was opened in 1931.", "text/plain");
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await web.DisposeAsync();
    }

    [Fact]
    public async Task A_source_whose_copy_breaks_off_is_tried_five_times_with_longer_and_longer_waits()
    {
        await AddSourceAsync("/silent");
        foreach (var wait in new[] { 5, 30, 180, 1080, 6480 })
        {
            var before = Asked("/silent");
            await BreakOffAsync(desk.Archive.SettleAsync, "/silent");
            Assert.Equal(before + 1, Asked("/silent"));
            // At once, after a start, and shortly before its time nothing is tried.
            await desk.Archive.SettleAsync(CancellationToken.None);
            await desk.StartAgainAsync();
            await desk.Archive.SettleAsync(CancellationToken.None);
            desk.Clock.Advance(TimeSpan.FromMinutes(Math.Min(wait, 1080)) - TimeSpan.FromSeconds(1));
            await desk.Archive.SettleAsync(CancellationToken.None);
            Assert.Equal(before + 1, Asked("/silent"));
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await desk.Archive.SettleAsync(CancellationToken.None);
        Assert.Equal(5, Asked("/silent"));
        Assert.Equal("It was tried 5 times, and each try broke off.", (await SourceAsync(2)).Archive!.WhyNot);
        Assert.Equal(0, await desk.LookAsync(db => db.PageTries.CountAsync()));
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_copy_that_broke_off_is_made_at_the_next_try_and_its_row_goes()
    {
        await AddSourceAsync("/silent");
        await BreakOffAsync(desk.Archive.SettleAsync, "/silent");
        web.With("/silent", "The bridge was opened in 1931.", "text/plain");
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.Archive.SettleAsync(CancellationToken.None);
        Assert.Null((await SourceAsync(2)).Archive!.WhyNot);
        Assert.Equal(0, await desk.LookAsync(db => db.PageTries.CountAsync()));
    }

    [Theory]
    [InlineData(500, "answered with an error (status 500)")]
    [InlineData(503, "answered with an error (status 503)")]
    [InlineData(520, "answered with an error (status 520)")]
    [InlineData(408, "answered with an error (status 408)")]
    [InlineData(429, "answered with an error (status 429)")]
    [InlineData(0, "could not be reached")]
    public async Task A_page_that_could_not_be_had_for_now_is_tried_five_times(int status, string why)
    {
        web.With("/busy", context => EndAsync(context, status));
        await AddSourceAsync("/busy");
        foreach (var (wait, tries) in new[] { (5, 1), (30, 2), (180, 3), (1080, 4) })
        {
            await desk.Archive.SettleAsync(CancellationToken.None);
            await desk.Archive.SettleAsync(CancellationToken.None);
            Assert.Equal(tries, Asked("/busy"));
            Assert.EndsWith($"{why}.", (await SourceAsync(2)).Archive!.WhyNot, StringComparison.Ordinal);
            var shown = (await desk.RunAsync(desk.Ben, "evidence show", ("claim", "1"), ("source", "2"))).Card!.Text!;
            Assert.Contains("Next try", shown.ToString(), StringComparison.Ordinal);
            desk.Clock.Advance(TimeSpan.FromMinutes(wait));
        }

        await desk.Archive.SettleAsync(CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromDays(30));
        await desk.Archive.SettleAsync(CancellationToken.None);
        Assert.Equal(5, Asked("/busy"));
        Assert.EndsWith($"{why}. It was tried 5 times.", (await SourceAsync(2)).Archive!.WhyNot, StringComparison.Ordinal);
        Assert.DoesNotContain("Next try", (await desk.RunAsync(desk.Ben, "evidence show", ("claim", "1"), ("source", "2"))).Card!.Text!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(db => db.PageTries.CountAsync()));
        await desk.AssertReplayAsync();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(451)]
    public async Task A_page_that_its_site_refuses_or_does_not_have_is_tried_once(int status)
    {
        web.With("/none", context => EndAsync(context, status));
        await AddSourceAsync("/none");
        await desk.Archive.SettleAsync(CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromDays(30));
        await desk.Archive.SettleAsync(CancellationToken.None);
        Assert.Equal(1, Asked("/none"));
        Assert.EndsWith($"(status {status}).", (await SourceAsync(2)).Archive!.WhyNot, StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(db => db.PageTries.CountAsync()));
    }

    [Fact]
    public async Task A_page_that_comes_back_is_kept_by_itself_or_at_a_press()
    {
        web.With("/busy", context => EndAsync(context, 503));
        web.With("/pressed", context => EndAsync(context, 503));
        await AddSourceAsync("/busy");
        await AddSourceAsync("/pressed");
        await desk.Archive.SettleAsync(CancellationToken.None);
        web.With("/busy", "The bridge was opened in 1931.", "text/plain");
        web.With("/pressed", "The bridge was closed in 2001.", "text/plain");
        desk.Clock.Advance(TimeSpan.FromMinutes(4));
        (await desk.RunAsync(desk.Ben, "fetch again", ("claim", "1"), ("source", "3"))).Answer();
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Archive.SettleAsync(CancellationToken.None);
        Assert.All([2, 3], number => Assert.NotNull(SourceAsync(number).Result.Archive!.Hash));
        Assert.Equal(2, Asked("/pressed"));
        Assert.Equal(0, await desk.LookAsync(db => db.PageTries.CountAsync()));
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_site_whose_robots_txt_fails_is_asked_again_later()
    {
        await AddSourceAsync("/good");
        web.With("/robots.txt", context => EndAsync(context, 503));
        await desk.Archive.SettleAsync(CancellationToken.None);
        Assert.Contains("robots.txt answered with an error", (await SourceAsync(2)).Archive!.WhyNot, StringComparison.Ordinal);
        web.With("/robots.txt", "", "text/plain");
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.Archive.SettleAsync(CancellationToken.None);
        Assert.NotNull((await SourceAsync(2)).Archive!.Hash);
    }

    [Fact]
    public async Task Fifty_sources_that_never_answer_do_not_hold_up_one_of_another_team()
    {
        var others = new TeamId(9001);
        await desk.SetUpTeamAsync(others);
        for (var i = 0; i < 50; i++)
        {
            await AddSourceAsync($"/silent?{i}");
        }

        Assert.False((await desk.RunAsync(desk.Fay, "claim submit", others, ("text", "The bridge was opened in 1931."))).IsRefusal);
        Assert.False((await desk.RunAsync(desk.Ada, "triage", others, ("claim", "1"), ("action", "accept"))).IsRefusal);
        Assert.False((await desk.RunAsync(desk.Ben, "evidence add", others, ("claim", "1"), ("url", new Uri(web.Address, "/good").AbsoluteUri), ("stance", "supports"))).IsRefusal);

        using var end = new CancellationTokenSource();
        var settling = desk.Archive.SettleAsync(end.Token);
        await UntilAsync(() => desk.LookAsync(db => db.Claims.IgnoreQueryFilters().Where(c => c.TeamId == others).SelectMany(c => c.Sources).AnyAsync(s => s.Archive!.Hash != null)));
        Assert.False(settling.IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => settling);
    }

    [Fact]
    public async Task A_look_at_an_article_that_breaks_off_is_made_again_later_and_five_times_at_most()
    {
        await AddArticleAsync();
        desk.Clock.Advance(TimeSpan.FromDays(1));
        web.With("/bridge", context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        var before = Asked("/bridge");
        for (var i = 1; i <= 5; i++)
        {
            await BreakOffAsync(desk.Watch.SettleAsync, "/bridge");
            await desk.LookAtArticlesAsync();
            await desk.StartAgainAsync();
            await desk.LookAtArticlesAsync();
            Assert.Equal(before + i, Asked("/bridge"));
            desk.Clock.Advance(TimeSpan.FromHours(18));
        }

        await desk.LookAtArticlesAsync();
        desk.Clock.Advance(TimeSpan.FromDays(7));
        await desk.LookAtArticlesAsync();
        Assert.Equal(before + 5, Asked("/bridge"));

        // Whoever asks for it has it watched again.
        Serve();
        Assert.Contains("says what it said before", (await desk.RunAsync(desk.Fay, "article check", ("article", "1"))).Answer());
        desk.Clock.Advance(TimeSpan.FromDays(1));
        before = Asked("/bridge");
        await desk.LookAtArticlesAsync();
        Assert.Equal(before + 1, Asked("/bridge"));
    }

    [Fact]
    public async Task Articles_that_never_answer_do_not_hold_up_the_look_of_another_team()
    {
        await AddArticleAsync();
        var others = new TeamId(9001);
        await desk.SetUpTeamAsync(others);
        Serve("/other");
        Assert.False((await desk.RunAsync(desk.Fay, "article add", others, ("url", new Uri(web.Address, "/other").AbsoluteUri))).IsRefusal);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        web.With("/bridge", context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        var now = desk.Clock.GetUtcNow();

        using var end = new CancellationTokenSource();
        var looking = desk.Watch.SettleAsync(end.Token);
        await UntilAsync(() => desk.LookAsync(db => db.Articles.IgnoreQueryFilters().AnyAsync(a => a.TeamId == others && a.CheckedAt == now)));
        Assert.False(looking.IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => looking);
    }

    [Theory]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://0.0.0.0:0/a")]
    [InlineData("http://127.0.0.1:0/a")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[::ffff:0.0.0.0]/")]
    public async Task An_address_that_nobody_can_connect_to_is_told_on_every_path(string address)
    {
        var added = await desk.RunAsync(desk.Fay, "article add", ("url", address));
        var isOfTheWeb = !added.IsRefusal;
        Assert.Contains(isOfTheWeb ? "could not be reached" : "no public web address", isOfTheWeb ? added.Answer() : added.Refusal());
        await desk.OpenClaimAsync(hasSource: false);
        var source = await desk.RunAsync(desk.Ben, "evidence add", ("claim", "1"), ("url", address), ("stance", "supports"));
        Assert.Equal(isOfTheWeb, !source.IsRefusal);
        web.Redirects("/moved", address);
        (await desk.RunAsync(desk.Ben, "evidence add", ("claim", "1"), ("url", new Uri(web.Address, "/moved").AbsoluteUri), ("stance", "supports"))).Answer();
        await desk.Archive.SettleAsync(CancellationToken.None);
        Assert.All((await desk.ClaimAsync(1)).Sources, s => Assert.Contains("could not be reached", s.Archive!.WhyNot, StringComparison.Ordinal));

        await AddArticleAsync();
        web.Redirects("/bridge", address);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.LookAtArticlesAsync();
        Assert.Equal(0, await desk.LookAsync(db => db.PageTries.CountAsync()));
        Assert.Contains("could not be reached", (await desk.RunAsync(desk.Fay, "article check", ("article", "1"))).Refusal());
    }

    /// <summary>Answers with a status; with none the connection breaks.</summary>
    private static Task EndAsync(HttpContext context, int status)
    {
        if (status == 0)
        {
            context.Abort();
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }

    private async Task AddArticleAsync()
    {
        Serve();
        (await desk.RunAsync(desk.Fay, "article add", ("url", new Uri(web.Address, "/bridge").AbsoluteUri))).Answer();
    }

    private void Serve(string path = "/bridge") => web.With(
        path, string.Concat(Enumerable.Repeat("<p>The harbour bridge carries four lanes of traffic, a tramway and two footpaths across the bay.</p>", 5)));

    /// <summary>Adds a source at the site to claim 1, which is opened with a first source that cannot be had.</summary>
    private async Task AddSourceAsync(string page)
    {
        if (await desk.LookAsync(db => db.Claims.CountAsync()) == 0)
        {
            await desk.OpenClaimAsync();
            await desk.Archive.SettleAsync(CancellationToken.None);
        }

        (await desk.RunAsync(desk.Ben, "evidence add", ("claim", "1"), ("url", new Uri(web.Address, page).AbsoluteUri), ("stance", "supports"))).Answer();
    }

    private async Task<Source> SourceAsync(int number) => (await desk.ClaimAsync(1)).Sources.Single(s => s.Number == number);

    private int Asked(string path)
    {
        lock (web.Requests)
        {
            return web.Requests.Count(r => r.Path == path);
        }
    }

    /// <summary>Ends the work while it waits for the page, as a kill of the bot does.</summary>
    private async Task BreakOffAsync(Func<CancellationToken, Task> workAsync, string path)
    {
        var before = Asked(path);
        using var kill = new CancellationTokenSource();
        var working = workAsync(kill.Token);
        await UntilAsync(() => Task.FromResult(Asked(path) > before));
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
