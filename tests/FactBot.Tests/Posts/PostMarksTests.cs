using FactBot.Chat;
using FactBot.Domain;
using FactBot.Posts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Posts;

/// <summary>A change marks its posts when it is saved, a read nothing, and what time brings is found by index.</summary>
public class PostMarksTests
{
    [Fact]
    public async Task A_change_marks_its_posts_before_anything_looks()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        Assert.Equal(["Card", "Notice", "Notice"], await PendingAsync(desk));
        await desk.SettleAsync();
        Assert.Empty(await PendingAsync(desk));

        (await desk.PublishesAsync()).Answer();
        Assert.Equal(["Card", "Notice", "Verdict"], await PendingAsync(desk));
        await desk.SettleAsync();
        (await desk.RetractsAsync(reason: "A doubt")).Answer();
        (await desk.RunAsync(desk.Ada, "digest now")).Answer();
        Assert.Equal(["Digest", "Card"], (await PendingAsync(desk)).Except(["Notice", "Verdict"]).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task A_change_that_makes_a_post_due_wakes_the_loop()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await WakesAsync("submitting", () => desk.SubmitsAsync(desk.Fay));
        await WakesAsync("accepting", () => desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept")));
        await WakesAsync("a source", () => desk.AddsSourceAsync(desk.Ben));
        await WakesAsync("the last vote", () => desk.VoteAllAsync("true"));
        await WakesAsync("publishing", () => desk.PublishesAsync());
        await WakesAsync("retracting", () => desk.RetractsAsync());
        await WakesAsync("a digest", () => desk.RunAsync(desk.Ada, "digest now"));

        async Task WakesAsync(string what, Func<Task> change)
        {
            await desk.SettleAsync();
            await desk.Due.WaitAsync(TimeSpan.Zero, TimeProvider.System, CancellationToken.None);
            await change();
            var wakes = desk.Due.WaitAsync(TimeSpan.FromHours(1), desk.Clock, CancellationToken.None);
            await Task.WhenAny(wakes, Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System));
            Assert.True(wakes.IsCompletedSuccessfully, what);
        }
    }

    [Fact]
    public async Task A_vote_marks_the_card_of_its_claim_alone()
    {
        var watch = new StatementWatch();
        await using var desk = await watch.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.SubmitsAsync(desk.Gus, "The tram was late.");
        await desk.SettleAsync();
        watch.Forget();
        await desk.VotesAsync(desk.Ben, "true");
        Assert.Single(watch.Statements, s => s.Contains("FROM \"Posts\"", StringComparison.Ordinal));
        Assert.Single(watch.Statements, s => s.Contains("UPDATE \"Posts\"", StringComparison.Ordinal));
        Assert.Equal(["Card"], await PendingAsync(desk));
        Assert.Equal(1, await desk.LookAsync(db => db.Posts.Where(p => p.Shown < p.Wanted).CountAsync(p => db.Claims.Any(c => c.Id == p.Subject && c.Number == 1))));
    }

    [Theory]
    [InlineData("help")]
    [InlineData("queue")]
    [InlineData("claim list")]
    [InlineData("claim show", "claim", "1")]
    public async Task A_command_that_only_reads_runs_no_statement_on_posts(string command, string? option = null, string? value = null)
    {
        var watch = new StatementWatch();
        await using var desk = await watch.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.SettleAsync();
        watch.Forget();
        await desk.RunAsync(desk.Ben, command, option is null ? [] : [(option, value!)]);
        Assert.NotEmpty(watch.Statements);
        Assert.DoesNotContain(watch.Statements, s => s.Contains("\"Posts\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_look_with_nothing_due_asks_for_posts_claims_and_teams_and_writes_nothing()
    {
        var watch = new StatementWatch();
        await using var desk = await watch.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.SettleAsync();
        watch.Forget();
        await desk.SettleAsync();
        Assert.Equal(3, watch.Statements.Count);
        Assert.All(watch.Statements, s => Assert.StartsWith("SELECT", s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_look_goes_through_a_table()
    {
        var watch = new StatementWatch();
        await using var desk = await watch.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "hold"), ("value", "1"));
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Eli);
        await desk.RunAsync(desk.Ben, "me digest", ("send", "on"));
        await desk.SettleAsync();
        watch.Forget();
        desk.Clock.Advance(TimeSpan.FromHours(25));
        await desk.LookAsync(async db =>
        {
            await new DuePosts(db, desk.Clock).ToSendAsync(CancellationToken.None);
            new DuePosts(db, desk.Clock).CountOverdue();
            new DuePosts(db, desk.Clock).CountWaiting();
            return await new DueTimes(db, desk.Clock).FindNextAsync(CancellationToken.None);
        });
        await desk.SettleAsync();
        Assert.NotEmpty(watch.Statements);
        Assert.Empty(string.Join("\n\n", watch.FindScans(desk)));
    }

    [Fact]
    public async Task Whoever_comes_back_early_is_reminded_at_once()
    {
        await using var desk = await AssignedAsync();
        await desk.RunAsync(desk.Ben, "me away", ("until", "10d"));
        desk.Clock.Advance(TimeSpan.FromHours(30));
        Assert.DoesNotContain(await desk.NoticesAsync(1), m => $"{m.Message.Text}".Contains("half of your time", StringComparison.Ordinal));
        (await desk.RunAsync(desk.Ben, "me away", ("until", "back"))).Answer();
        Assert.Contains(await desk.NoticesAsync(1), m => $"{m.Message.Text}".Contains("half of your time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Quiet_hours_that_are_switched_off_hold_back_no_reminder()
    {
        await using var desk = await AssignedAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "quiet-hours"), ("value", "13:30-15:00"));
        desk.Clock.Advance(TimeSpan.FromHours(24));
        Assert.DoesNotContain(await desk.NoticesAsync(1), m => $"{m.Message.Text}".Contains("half of your time", StringComparison.Ordinal));
        (await desk.RunAsync(desk.Ada, "settings", ("rule", "quiet-hours"), ("value", "off"))).Answer();
        Assert.Contains(await desk.NoticesAsync(1), m => $"{m.Message.Text}".Contains("half of your time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_a_post_is_due_is_what_its_row_says()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var post = new Post(desk.Team, PostKind.Card, 1000 + i, desk.Clock.GetUtcNow());
            for (var step = random.Next(8); step > 0; step--)
            {
                Change(post, random, desk.Clock.GetUtcNow().AddMinutes(random.Next(-20, 20)));
            }

            var erasure = random.Next(3) == 0 ? (long?)7 : null;
            var kept = await desk.LookAsync(async db =>
            {
                db.Posts.Add(post);
                await db.SaveChangesAsync();
                await db.Posts.Where(p => p.Id == post.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.ErasedBy, erasure).SetProperty(p => p.ThreadErasedBy, random.Next(3) == 0 ? 7 : null));
                return await db.Posts.AsNoTracking().SingleAsync(p => p.Id == post.Id);
            });
            Assert.Equal(DueAt(kept), kept.DueAt);
        }
    }

    private static void Change(Post post, Random random, DateTimeOffset at)
    {
        switch (random.Next(9))
        {
            case 0: post.Posted(new MessageId(5)); break;
            case 1: post.Showed(post.Wanted); break;
            case 2: post.Want(post.Wanted + 1, at); break;
            case 3: post.AskForThread(at); break;
            case 4: post.Threaded(new ChannelId(6)); break;
            case 5: post.Fail(new ChatException(ChatTrouble.Passing, "told to", new IOException()), at); break;
            case 6: post.Replace(at); break;
            case 7: post.FailMark(at); break;
            default: post.LoseThread(at); break;
        }
    }

    /// <summary>In the words of the post rather than the database's.</summary>
    private static DateTimeOffset? DueAt(Post post)
    {
        DateTimeOffset? Later(DateTimeOffset at) => at > post.NextTryAt ? at : post.NextTryAt;
        DateTimeOffset?[] steps =
        [
            post.Shown < post.Wanted || (post.ErasedBy is not null && post.FormerMessage is null) ? post.NextTryAt : null,
            post.Message is not null && ((post.WantsThread && post.Thread is null) || post.ThreadErasedBy is not null) ? Later(post.NextThreadTryAt) : null,
            post is { Message: not null, FormerMessage: not null } ? Later(post.NextMarkTryAt) : null,
        ];
        return steps.Min();
    }

    private static Task<List<string>> PendingAsync(TestDesk desk) => desk.LookAsync(async db =>
        (await db.Posts.Where(p => p.DueAt != null).Select(p => p.Kind).ToListAsync()).ConvertAll(k => $"{k}").Order(StringComparer.Ordinal).ToList());

    /// <summary>Claim 1 is open, and Ben has 48 hours for it from 14:00 in Kyiv.</summary>
    private static async Task<TestDesk> AssignedAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Ben);
        await desk.SettleAsync();
        return desk;
    }
}
