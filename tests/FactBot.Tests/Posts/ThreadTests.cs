using FactBot.Chat;
using FactBot.Posts;

namespace FactBot.Tests.Posts;

/// <summary>A claim's card opens a thread when there is something to talk about, and not before.</summary>
public class ThreadTests
{
    [Fact]
    public async Task A_submitted_claim_has_a_card_and_no_thread_until_it_is_accepted()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        Assert.Null(desk.CardOf(1).Thread);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        Assert.Contains("was accepted", Assert.Single(await desk.NoticesAsync(1)).Message.Text!.ToString());
        Assert.StartsWith("#1 ", desk.CardOf(1).Thread, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_becomes_of_a_claim_that_is_not_reviewed_is_told_in_a_thread_too()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "reject"), ("reason", "It is an opinion."));
        Assert.Contains("It is an opinion.", Assert.Single(await desk.NoticesAsync(1)).Message.Text!.ToString());
    }

    [Fact]
    public async Task A_claim_that_is_taken_back_before_anybody_looked_gets_none()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "1"));
        await desk.SettleAsync();
        Assert.Null(desk.CardOf(1).Thread);
    }

    [Fact]
    public async Task Without_triage_a_claim_has_its_thread_at_once()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "triage"), ("value", "off"));
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        Assert.NotNull(desk.CardOf(1).Thread);
    }

    [Fact]
    public async Task A_hundred_submissions_of_one_member_open_no_thread()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "quota-claims"), ("value", "0"));
        for (var i = 0; i < 100; i++)
        {
            await desk.SubmitsAsync(desk.Fay, $"Tram number {i} was late.");
        }

        await desk.SettleAsync();
        Assert.Equal(100, desk.Chat.In(TestDesk.Review).Count());
        Assert.DoesNotContain(desk.Chat.In(TestDesk.Review), m => m.Thread is not null);
    }

    [Fact]
    public async Task A_card_shows_what_changed_while_its_thread_was_on_its_way()
    {
        await using var desk = await TwoWithoutThreadsAsync();
        // Between the look at what is due and the second thread, somebody takes the second claim's part.
        var isFirst = true;
        desk.Chat.Whim = _ =>
        {
            if (isFirst)
            {
                isFirst = false;
                desk.RunAsync(desk.Gus, "claim want", ("claim", "2")).GetAwaiter().GetResult();
            }

            return null;
        };
        await desk.SettleAsync();

        Assert.False(isFirst);
        Assert.NotNull(desk.CardOf(2).Thread);
        Assert.Contains(desk.CardOf(2).Card.Fields, f => f.Name.ToString() == "Wanted by");
    }

    [Fact]
    public async Task An_edit_that_failed_waits_although_its_thread_is_due()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        var edits = CountEdits(desk, ChatTrouble.Passing);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await SettleThriceAsync(desk);
        Assert.Equal(1, edits());

        desk.Chat.Whim = null;
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.SettleAsync();
        Assert.Equal("#1 · Open", desk.CardOf(1).Card.Title.ToString());
        Assert.NotNull(desk.CardOf(1).Thread);
    }

    [Fact]
    public async Task An_edit_that_is_refused_waits_although_the_message_before_it_is_to_be_told()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "triage"), ("value", "off"));
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        CountEdits(desk, ChatTrouble.EditRefused);
        await desk.RunAsync(desk.Gus, "claim want", ("claim", "1"));
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(11));
        var edits = CountEdits(desk, ChatTrouble.EditRefused);
        await desk.RunAsync(desk.Ben, "claim want", ("claim", "1"));
        await SettleThriceAsync(desk);
        Assert.Equal(1, edits());
    }

    [Fact]
    public async Task A_thread_is_late_by_when_it_was_wanted_and_not_by_the_age_of_its_card()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        Assert.Equal(0, await CountOverdueAsync(desk));
        desk.Clock.Advance(DuePosts.Late);
        Assert.Equal(1, await CountOverdueAsync(desk));
    }

    /// <summary>Two accepted claims, whose threads could not be opened until now.</summary>
    private static async Task<TestDesk> TwoWithoutThreadsAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        desk.Chat.RefusesThreads = true;
        await desk.RunAsync(desk.Ada, "settings", ("rule", "triage"), ("value", "off"));
        await desk.SubmitsAsync(desk.Fay, "The plan has 28 points.");
        await desk.SubmitsAsync(desk.Fay, "The tram was late.");
        await desk.SettleAsync();
        desk.Chat.RefusesThreads = false;
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        return desk;
    }

    /// <summary>Lets every edit fail from now on, and counts them.</summary>
    private static Func<int> CountEdits(TestDesk desk, ChatTrouble trouble)
    {
        var edits = 0;
        desk.Chat.Whim = isEdit =>
        {
            edits += isEdit ? 1 : 0;
            return isEdit ? trouble : null;
        };
        return () => edits;
    }

    private static async Task SettleThriceAsync(TestDesk desk)
    {
        for (var i = 0; i < 3; i++)
        {
            await desk.SettleAsync();
        }
    }

    private static Task<int> CountOverdueAsync(TestDesk desk) =>
        desk.LookAsync(db => Task.FromResult(new DuePosts(db, desk.Clock).CountOverdue()));
}
