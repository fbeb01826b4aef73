using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Posts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Quotas;

public class QuotaTests
{
    [Fact]
    public async Task A_person_has_so_many_claims_a_day_and_hears_when_there_are_more()
    {
        await using var desk = await DeskAsync(("quota-claims", "3"));
        for (var i = 1; i <= 3; i++)
        {
            (await SubmitAsync(desk, desk.Fay, i)).Answer();
        }

        var refusal = (await SubmitAsync(desk, desk.Fay, 4)).Refusal();
        Assert.Contains("You’ve submitted 3 claims today", refusal);
        Assert.Equal(3, await desk.LookAsync(db => db.Claims.CountAsync()));
        (await SubmitAsync(desk, desk.Gus, 5)).Answer();
        (await SubmitAsync(desk, desk.Ben, 6)).Answer();
    }

    [Fact]
    public async Task Editors_have_no_quota()
    {
        await using var desk = await DeskAsync(("quota-claims", "1"), ("quota-commands", "1"));
        for (var i = 1; i <= 3; i++)
        {
            (await SubmitAsync(desk, desk.Hal, i)).Answer();
            (await desk.RunAsync(desk.Ada, "claim find", ("text", "tram"))).Answer();
        }
    }

    [Theory]
    [InlineData("Europe/Kyiv", "2026-11-22T12:00:00Z", "2026-11-22T22:00:00Z")]
    [InlineData("America/New_York", "2026-11-22T12:00:00Z", "2026-11-23T05:00:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-11-22T12:00:00Z", "2026-11-23T10:00:00Z")]
    // At midnight the clocks go forward to one.
    [InlineData("Africa/Cairo", "2027-04-29T12:00:00Z", "2027-04-29T22:00:00Z")]
    // At midnight they go back to eleven.
    [InlineData("America/Havana", "2027-11-06T12:00:00Z", "2027-11-07T04:00:00Z")]
    public async Task A_day_is_the_one_on_the_teams_calendar(string zone, string at, string next)
    {
        await using var desk = await DeskAsync(("quota-claims", "1"));
        await desk.RunAsync(
            desk.Ada, "setup", ("review", "101"), ("verdicts", "102"), ("digest", "103"), ("reviewers", "201"), ("editors", "202"), ("zone", zone), ("time", "09:00"));
        desk.Clock.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        (await SubmitAsync(desk, desk.Fay, 1)).Answer();
        var free = DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture);
        var refused = await SubmitAsync(desk, desk.Fay, 2);
        Assert.Contains(refused.Text!.Arguments, a => a.Value is DateTimeOffset told && told == free);
        desk.Clock.SetUtcNow(free.AddSeconds(-1));
        (await SubmitAsync(desk, desk.Fay, 2)).Refusal();
        desk.Clock.SetUtcNow(free);
        (await SubmitAsync(desk, desk.Fay, 2)).Answer();
    }

    [Fact]
    public async Task Requests_at_the_same_moment_get_no_more_than_there_is()
    {
        await using var desk = await DeskAsync(("quota-claims", "5"), ("quota-commands", "5"));
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
            i % 2 == 0 ? SubmitAsync(desk, desk.Fay, i) : desk.RunAsync(desk.Gus, "claim find", ("text", $"Question {i}")))));
        Assert.Equal(5, replies.Where((_, i) => i % 2 == 0).Count(r => !r.IsRefusal));
        Assert.InRange(replies.Where((_, i) => i % 2 == 1).Count(r => !r.IsRefusal), 1, 5);
        Assert.InRange(await desk.LookAsync(db => db.QuotaUses.Where(u => u.Kind == QuotaKind.Commands).Select(u => u.Used).SingleAsync()), 1, 5);
        Assert.Equal(5, await desk.LookAsync(db => db.Claims.CountAsync()));
    }

    [Fact]
    public async Task Articles_sources_and_costly_commands_have_their_own()
    {
        await using var desk = await DeskAsync(("quota-articles", "1"), ("quota-sources", "2"), ("quota-commands", "5"));
        (await AddArticleAsync(desk, "The tram has 14 stops.")).Answer();
        Assert.Contains("1 articles", (await AddArticleAsync(desk, "The bridge has 3 lanes.")).Refusal());

        await desk.OpenClaimAsync(hasSource: false);
        (await desk.AddsSourceAsync(desk.Ben, url: "https://example.org/1")).Answer();
        (await desk.AddsSourceAsync(desk.Ben, url: "https://example.org/2")).Answer();
        Assert.Contains("2 sources", (await desk.AddsSourceAsync(desk.Ben, url: "https://example.org/3")).Refusal());
        (await desk.AddsSourceAsync(desk.Chi, url: "https://example.org/3")).Answer();

        // What is refused costs nothing.
        (await desk.RunAsync(desk.Gus, "article suggest", ("article", "77"))).Refusal();
        foreach (var (command, options) in ((string, (string, string)[])[])[("claim find", [("text", "tram")]), ("claim find", [("text", "stops")]), ("digest full", []), ("article suggest", [("article", "1")])])
        {
            (await desk.RunAsync(desk.Gus, command, options)).Answer();
        }

        Assert.Contains("searches, suggestions and reports", (await desk.RunAsync(desk.Gus, "claim find", ("text", "tram"))).Refusal());
        (await desk.RunAsync(desk.Gus, "claim list")).Answer();
        (await desk.RunAsync(desk.Gus, "queue")).Answer();
        for (var i = 0; i < 5; i++)
        {
            (await desk.RunAsync(desk.Gus, "me data")).Answer();
        }

        (await desk.RunAsync(desk.Gus, "me data")).Refusal();
    }

    [Fact]
    public async Task A_batch_counts_each_of_its_claims()
    {
        await using var desk = await DeskAsync(("quota-claims", "3"));
        await AddArticleAsync(desk, "The tram cost 214 million crowns in 2021.\nIt carries 12,000 passengers every day.\nThe bridge cost 99 million crowns in 2020.\nIt has 14 stops and 28 trains.");
        var list = await desk.RunAsync(desk.Gus, "article suggest", ("article", "1"));
        var form = (await desk.PressesAsync(desk.Gus, list.Buttons[0])).Form!;
        var keys = form.Fields[0].Choices.Select(c => c.Value).ToList();
        Assert.True(keys.Count >= 4);
        Assert.Contains("3 more of today’s 3 claims", (await desk.FillAsync(desk.Gus, form, ("sentences", string.Join('\n', keys.Take(4))))).Refusal());
        Assert.Equal(0, await desk.LookAsync(db => db.Claims.CountAsync()));
        (await desk.FillAsync(desk.Gus, form, ("sentences", string.Join('\n', keys.Take(3))))).Answer();
        (await SubmitAsync(desk, desk.Gus, 9)).Refusal();
        var message = new PointedMessage(new(1), new(2), desk.Fay.Id, desk.Clock.GetUtcNow(), "The harbour is 9 metres deep.", "https://discord.com/channels/1/2/3");
        (await desk.Router.RunAsync(desk.RequestOf(desk.Gus, "Submit as claim") with { Message = message }, CancellationToken.None)).Refusal();
    }

    [Fact]
    public async Task What_is_split_by_an_editor_counts_for_nobody()
    {
        await using var desk = await DeskAsync(("quota-claims", "2"));
        (await SubmitAsync(desk, desk.Fay, 1)).Answer();
        var form = (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "split"))).Form!;
        (await desk.FillAsync(desk.Ada, form, ("parts", "The tram has stops\nThey are 14\nOne is closed"))).Answer();
        (await SubmitAsync(desk, desk.Fay, 2)).Answer();
        (await SubmitAsync(desk, desk.Fay, 3)).Refusal();
    }

    [Fact]
    public async Task A_quota_of_nought_is_no_limit_and_what_was_forgotten_keeps_no_count()
    {
        await using var desk = await DeskAsync(("quota-claims", "1"));
        (await SubmitAsync(desk, desk.Fay, 1)).Answer();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "quota-claims"), ("value", "0"));
        for (var i = 2; i <= 60; i++)
        {
            (await SubmitAsync(desk, desk.Fay, i)).Answer();
        }

        Assert.Equal(1, await desk.LookAsync(db => db.QuotaUses.CountAsync()));
    }

    [Fact]
    public async Task Forgetting_oneself_gives_no_new_quota_that_day_and_a_whole_one_the_next()
    {
        await using var desk = await DeskAsync(("quota-claims", "3"), ("quota-commands", "2"));
        for (var i = 1; i <= 6; i++)
        {
            var submitted = await SubmitAsync(desk, desk.Fay, i);
            var found = await desk.RunAsync(desk.Fay, "claim find", ("text", "tram"));
            Assert.Equal((i > 3, i > 2), (submitted.IsRefusal, found.IsRefusal));
            await desk.ForgetsAsync(desk.Fay);
        }

        (await SubmitAsync(desk, desk.Gus, 7)).Answer();
        await desk.PassNightAsync();
        Assert.Equal("FactBot keeps nothing about you in this server.", (await desk.RunAsync(desk.Fay, "me data")).Answer());
        Assert.Empty(Privacy.Traces.Of(desk.Fay.Id, desk));
        for (var i = 8; i <= 10; i++)
        {
            (await SubmitAsync(desk, desk.Fay, i)).Answer();
        }

        (await SubmitAsync(desk, desk.Fay, 11)).Refusal();
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("10000", 1000)]
    public async Task A_thousand_submissions_of_one_member_leave_triage_usable(string? quota, int kept)
    {
        await using var desk = await DeskAsync(quota is null ? [] : [("quota-claims", quota)]);
        for (var i = 1; i <= 1000; i++)
        {
            await SubmitAsync(desk, desk.Fay, i);
        }

        Assert.Equal(kept, await desk.LookAsync(db => db.Claims.CountAsync()));
        (await desk.SubmitsAsync(desk.Gus, "The council meets on Tuesdays.")).Answer();
        var number = kept + 1;

        // Of the cards that wait, the other member's is among the first, and what an editor acted on comes before all.
        await desk.LookAsync(async db =>
        {
            var queue = Assert.Single(await new DuePosts(db, desk.Clock).ToSendAsync(CancellationToken.None), q => q.Kind == PostKind.Card);
            var card = await db.Posts.SingleAsync(p => p.Kind == PostKind.Card && db.Claims.Any(c => c.Id == p.Subject && c.Number == number));
            Assert.InRange(queue.Posts.ToList().IndexOf(card.Id), 0, 1);
            return 0;
        });
        Assert.Contains($"#{number}", (await desk.RunAsync(desk.Ada, "claim list", ("stage", "submitted"))).Card!.Text!.ToString().Split('\n')[0]);
        (await desk.RunAsync(desk.Ada, "triage", ("claim", $"{number}"), ("action", "accept"))).Answer();
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "reject"), ("reason", "It is one of too many."))).Answer();
        await desk.SettleAsync();
        Assert.Equal(2, desk.Chat.In(TestDesk.Review).Count(m => m.Thread is not null));
        Assert.Equal("accepted", $"{desk.CardOf(number).Card.Title}".Contains("Open", StringComparison.Ordinal) ? "accepted" : "not");
        Assert.Contains("empty", (await desk.RunAsync(desk.Ada, "queue")).Answer().Replace("Nothing waits for you", "empty", StringComparison.Ordinal));
    }

    private static async Task<TestDesk> DeskAsync(params (string Rule, string Value)[] settings)
    {
        var desk = await TestDesk.SetUpAsync();
        foreach (var (rule, value) in settings)
        {
            (await desk.RunAsync(desk.Ada, "settings", ("rule", rule), ("value", value))).Answer();
        }

        return desk;
    }

    /// <summary>A claim like none before it, so that no earlier one is offered.</summary>
    private static Task<Reply> SubmitAsync(TestDesk desk, Person person, int i) => desk.RunAsync(person, "claim submit", ("text", Unlike(i)));

    private static string Unlike(int i)
    {
        var random = new Random(i);
        string Word() => string.Concat(Enumerable.Range(0, 8).Select(_ => (char)('a' + random.Next(26))));
        return $"{Word()} {Word()} {Word()} {Word()} {Word()}";
    }

    private static async Task<Reply> AddArticleAsync(TestDesk desk, string text) =>
        await desk.FillAsync(desk.Gus, (await desk.RunAsync(desk.Hal, "article add")).Form!, ("title", text[..12]), ("text", text));
}
