using FactBot.Chat;
using FactBot.Posts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Posts;

public class MirrorTests
{
    [Fact]
    public async Task A_claim_has_one_card_with_a_thread_and_the_card_follows_it()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        var card = Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.Equal("#1 · Submitted", card.Card.Title.ToString());
        Assert.Equal("#1 The plan has 28 points.", card.Thread);

        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.Equal("#1 · Open", card.Card.Title.ToString());
        Assert.Equal(["Take", "Add source", "Vote"], card.Card.Buttons.Select(b => b.Label.ToString()));
    }

    [Fact]
    public async Task Nothing_is_sent_while_nothing_changes()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        await desk.SettleAsync();
        Assert.Equal(0, Assert.Single(desk.Chat.Messages).Edits);
    }

    [Fact]
    public async Task A_lost_answer_does_not_post_twice()
    {
        await using var desk = await TestDesk.SetUpAsync();
        desk.Chat.LosesNextAnswer = true;
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.NotNull((await PostAsync(desk)).Message);
    }

    [Fact]
    public async Task A_failed_post_is_tried_again_later_and_keeps_why()
    {
        await using var desk = await TestDesk.SetUpAsync();
        desk.Chat.Failures.Enqueue(ChatTrouble.Passing);
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        Assert.Empty(desk.Chat.Messages);
        Assert.Equal("told to fail: Passing", (await PostAsync(desk)).Trouble);

        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.Messages);
        Assert.Null((await PostAsync(desk)).Trouble);
    }

    [Fact]
    public async Task A_closed_channel_waits_until_setup_names_one_again()
    {
        await using var desk = await TestDesk.SetUpAsync();
        desk.Chat.Failures.Enqueue(ChatTrouble.ChannelClosed);
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(9));
        await desk.SettleAsync();
        Assert.Empty(desk.Chat.Messages);
        await desk.SetUpTeamAsync(desk.Team);
        await desk.SettleAsync();
        Assert.Single(desk.Chat.Messages);
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_posted_anew()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        desk.Chat.Messages.Clear();
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.SettleAsync();
        var card = Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.Equal("#1 · Open", card.Card.Title.ToString());
        Assert.NotNull(card.Thread);
    }

    [Fact]
    public void A_nonce_fits_and_changes_when_a_post_is_made_anew()
    {
        var post = new Post(new TeamId(1), PostKind.Card, 1, DateTimeOffset.UnixEpoch);
        var first = post.Nonce;
        post.Lose();
        Assert.NotEqual(first, post.Nonce);
        Assert.InRange(post.Nonce.Length, 1, 25);
    }

    private static Task<Post> PostAsync(TestDesk desk) => desk.LookAsync(db => db.Posts.SingleAsync());
}
