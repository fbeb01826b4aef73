using FactBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Posts;

public class PostQueuesTests
{
    private static readonly TeamId Other = new(9001);
    private static readonly ChannelId OtherReview = new(301);
    private static readonly ChannelId OtherDigest = new(303);

    [Fact]
    public async Task A_channel_that_does_not_answer_holds_up_no_other()
    {
        await using var desk = await WithTwoTeamsAsync();
        var answer = new TaskCompletionSource();
        desk.Chat.Hanging[TestDesk.Review] = answer.Task;
        await desk.SubmitsAsync(desk.Fay);
        var hanging = desk.SettleAsync();

        await desk.RunAsync(desk.Fay, "claim submit", Other, ("text", "Theirs"));
        desk.Clock.Advance(TimeSpan.FromHours(19));
        // Each look hands on what it finds, although the queue of the first one is still running.
        _ = desk.SettleAsync();
        await UntilAsync(() => desk.Chat.In(OtherReview).Any() && desk.Chat.In(OtherDigest).Any() && desk.Chat.In(TestDesk.DigestChannel).Any());
        Assert.False(hanging.IsCompleted);

        answer.SetResult();
        await hanging;
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.Equal(4, desk.Chat.Posted);
    }

    [Fact]
    public async Task A_team_with_one_post_does_not_wait_for_those_with_many()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var busy = Enumerable.Range(0, 40).Select(i => (Team: new TeamId(9100 + (ulong)i), Review: new ChannelId(1000 + (ulong)i))).ToList();
        foreach (var (team, review) in busy)
        {
            await desk.RunAsync(
                desk.Ada, "setup", team, ("review", $"{review}"), ("verdicts", "302"), ("digest", "303"), ("reviewers", "201"),
                ("editors", "202"), ("zone", "Europe/Kyiv"), ("time", "09:00"));
            for (var i = 0; i < 5; i++)
            {
                await desk.RunAsync(desk.Fay, "claim submit", team, ("text", $"Claim {i}"));
            }
        }

        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        var cards = desk.Chat.Messages.Where(m => m.Channel == TestDesk.Review || busy.Any(b => b.Review == m.Channel)).ToList();
        Assert.Equal(201, cards.Count);
        Assert.InRange(cards.FindIndex(m => m.Channel == TestDesk.Review), 0, 100);
        Assert.All(busy, b => Assert.InRange(cards.FindIndex(m => m.Channel == b.Review), 0, 100));
    }

    [Fact]
    public async Task A_closed_channel_is_tried_once_in_ten_minutes_however_many_posts_wait_for_it()
    {
        await using var desk = await WithTwoTeamsAsync();
        desk.Chat.Closed.Add(TestDesk.Review);
        for (var i = 0; i < 20; i++)
        {
            await desk.SubmitsAsync(desk.Fay, $"Claim {i}");
        }

        await desk.SettleAsync();
        await desk.SettleAsync();
        await desk.SubmitsAsync(desk.Fay, "One more");
        await desk.RunAsync(desk.Fay, "claim submit", Other, ("text", "Theirs"));
        await desk.RunAsync(desk.Ada, "digest now");
        desk.Clock.Advance(TimeSpan.FromMinutes(9));
        await desk.SettleAsync();
        Assert.Equal(1, desk.Chat.Refused);
        Assert.Single(desk.Chat.In(OtherReview));
        Assert.Single(desk.Chat.In(TestDesk.DigestChannel));

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.SettleAsync();
        Assert.Equal(2, desk.Chat.Refused);

        desk.Chat.Closed.Clear();
        await desk.SetUpTeamAsync(desk.Team);
        await desk.SettleAsync();
        Assert.Equal(21, desk.Chat.In(TestDesk.Review).Count());
    }

    [Fact]
    public async Task Threads_that_may_not_be_opened_are_tried_once_for_all_cards()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "triage"), ("value", "off"));
        desk.Chat.RefusesThreads = true;
        for (var i = 0; i < 10; i++)
        {
            await desk.SubmitsAsync(desk.Fay, $"Claim {i}");
        }

        await desk.SettleAsync();
        var refusedAtFirst = desk.Chat.Refused;
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await desk.SettleAsync();
        Assert.Equal(refusedAtFirst + 1, desk.Chat.Refused);
    }

    [Fact]
    public async Task A_post_that_cannot_be_made_holds_up_none_of_its_queue()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, "Claim 1");
        await desk.SubmitsAsync(desk.Fay, "Claim 2");
        await desk.LookAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Claims SET Stage = 'Nonsense' WHERE Number = 1"));
        await desk.SettleAsync();
        Assert.Equal("#2 · Submitted", Assert.Single(desk.Chat.In(TestDesk.Review)).Card.Title.ToString());
    }

    private static async Task<TestDesk> WithTwoTeamsAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(
            desk.Ada, "setup", Other, ("review", "301"), ("verdicts", "302"), ("digest", "303"), ("reviewers", "201"),
            ("editors", "202"), ("zone", "Europe/Kyiv"), ("time", "09:00"));
        return desk;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }
}
