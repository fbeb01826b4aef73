using FactBot.Chat;

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
}
