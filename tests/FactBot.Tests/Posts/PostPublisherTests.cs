using FactBot.Chat;
using FactBot.Domain;
using FactBot.Posts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Posts;

public class PostPublisherTests
{
    [Fact]
    public async Task A_claim_has_one_card_with_a_thread_and_the_card_follows_it()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        var card = Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.Equal("#1 · Submitted", card.Card.Title.ToString());
        Assert.Null(card.Thread);

        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.SettleAsync();
        Assert.Equal("#1 The plan has 28 points.", card.Thread);
        Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.Equal("#1 · Open", card.Card.Title.ToString());
        Assert.Equal(["Take", "Add source", "Vote", "Want"], card.Card.Buttons.Select(b => b.Label.ToString()));
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
    public async Task A_lost_answer_does_not_post_twice_after_the_chat_has_forgotten_the_nonce_either()
    {
        await using var desk = await TestDesk.SetUpAsync();
        desk.Chat.LosesNextAnswer = true;
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        desk.Chat.ForgetNonces();
        desk.Clock.Advance(TimeSpan.FromHours(2));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.Equal(1, desk.Chat.Posted);
        Assert.NotNull((await PostAsync(desk)).Message);
    }

    [Fact]
    public async Task A_lost_answer_does_not_post_twice_in_a_chat_that_remembers_no_nonces()
    {
        await using var desk = await TestDesk.SetUpAsync();
        (desk.Chat.RemembersNonces, desk.Chat.LosesNextAnswer) = (false, true);
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        await desk.SettleAsync();
        Assert.Equal(1, desk.Chat.Posted);
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
    public async Task A_thread_that_cannot_be_opened_does_not_hold_up_its_card()
    {
        await using var desk = await TestDesk.SetUpAsync();
        desk.Chat.RefusesThreads = true;
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.SettleAsync();
        Assert.Equal("#1 · Open", Assert.Single(desk.Chat.Messages).Card.Title.ToString());

        desk.Chat.RefusesThreads = false;
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await desk.SettleAsync();
        var card = Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.NotNull(card.Thread);
        Assert.Contains("was accepted", Assert.Single(desk.Chat.In(new ChannelId(card.Id.Value))).Message.Text!.ToString());
    }

    [Fact]
    public async Task Cards_of_a_channel_that_is_gone_move_to_the_one_that_setup_names()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        desk.Chat.Closed.Add(TestDesk.Review);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.SettleAsync();
        await desk.RunAsync(
            desk.Ada, "setup", ("review", "111"), ("verdicts", "102"), ("digest", "103"), ("reviewers", "201"),
            ("editors", "202"), ("zone", "Europe/Kyiv"), ("time", "09:00"));
        await desk.SettleAsync();
        Assert.Equal("#1 · Open", Assert.Single(desk.Chat.In(new ChannelId(111))).Card.Title.ToString());
    }

    [Fact]
    public async Task Many_changes_at_once_are_one_edit_that_shows_the_last()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        foreach (var person in new[] { desk.Ada, desk.Ben, desk.Chi, desk.Dee })
        {
            await desk.RunAsync(person, "claim want", ("claim", "1"));
        }

        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.SettleAsync();
        var card = Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.Equal("#1 · Open", card.Card.Title.ToString());
        Assert.Contains(card.Card.Fields, f => f.Name.ToString() == "Wanted by" && f.Value.ToString() == "4");
        Assert.Equal(1, card.Edits);
    }

    [Fact]
    public async Task A_card_that_may_not_be_edited_any_more_goes_on_as_a_new_one_and_each_leads_to_the_other()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "triage"), ("value", "off"));
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        var old = Assert.Single(desk.Chat.In(TestDesk.Review));
        desk.Chat.Frozen.Add(old.Id);
        await desk.RunAsync(desk.Gus, "claim want", ("claim", "1"));
        await desk.SettleAsync();

        var successor = desk.Chat.In(TestDesk.Review).Last();
        Assert.Equal("#1 · Open", successor.Card.Title.ToString());
        Assert.Contains(successor.Card.Text!.Arguments, a => a.Value is MessageLink link && link.Message == old.Id);
        Assert.Equal(0, old.Edits);
        Assert.Null(successor.Thread);
        Assert.NotNull(old.Thread);

        desk.Chat.Frozen.Clear();
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await desk.SettleAsync();
        Assert.Equal("This went on in a new message.", old.Message.Text!.ToString());
        Assert.Contains(old.Message.Text.Arguments, a => a.Value is MessageLink link && link.Message == successor.Id);
        Assert.Equal(2, desk.Chat.In(TestDesk.Review).Count());
        await desk.RunAsync(desk.Ben, "claim want", ("claim", "1"));
        await desk.SettleAsync();
        Assert.Equal(2, desk.Chat.In(TestDesk.Review).Count());
        Assert.Equal(1, successor.Edits);
    }

    [Fact]
    public async Task A_new_card_whose_answer_was_lost_is_not_mistaken_for_the_one_before_it()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "triage"), ("value", "off"));
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        var old = Assert.Single(desk.Chat.In(TestDesk.Review));
        desk.Chat.Frozen.Add(old.Id);
        (desk.Chat.RemembersNonces, desk.Chat.LosesNextAnswer) = (false, true);
        await desk.RunAsync(desk.Gus, "claim want", ("claim", "1"));
        await desk.SettleAsync();
        desk.Chat.Frozen.Clear();
        for (var i = 0; i < 3; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
            await desk.SettleAsync();
        }

        Assert.Equal(["This went on in a new message.", null], desk.Chat.In(TestDesk.Review).Select(m => m.Message.Text?.ToString()));
        Assert.Equal(desk.Chat.In(TestDesk.Review).Last().Id, await desk.LookAsync(db => db.Posts.Where(p => p.Kind == PostKind.Card).Select(p => p.Message).SingleAsync()));
    }

    [Fact]
    public async Task A_thread_that_somebody_deleted_is_opened_again_when_there_is_something_to_say()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        var card = Assert.Single(desk.Chat.In(TestDesk.Review));
        desk.Chat.DeleteThread(card);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.SettleAsync();
        Assert.NotNull(card.Thread);
        Assert.Single(desk.Chat.In(TestDesk.Review));
        Assert.Contains("was accepted", Assert.Single(desk.Chat.In(new ChannelId(card.Id.Value))).Message.Text!.ToString());
    }

    [Fact]
    public async Task A_channel_that_was_deleted_waits_and_holds_up_no_other()
    {
        await using var desk = await TestDesk.SetUpAsync();
        desk.Chat.Failures.Enqueue(ChatTrouble.ChannelGone);
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        await desk.RunAsync(desk.Ada, "digest now");
        await desk.SettleAsync();
        Assert.Empty(desk.Chat.In(TestDesk.Review));
        Assert.Single(desk.Chat.In(TestDesk.DigestChannel));
        Assert.Equal(ChatTrouble.ChannelGone, await desk.LookAsync(db => db.Posts.Where(p => p.Kind == PostKind.Card).Select(p => p.Cause).SingleAsync()));
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(TestDesk.Review));
    }

    [Fact]
    public async Task A_card_that_is_deleted_again_and_again_is_posted_ever_less_often()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "triage"), ("value", "off"));
        desk.Chat.DeletesAtOnce = true;
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        Assert.Equal(2, desk.Chat.Posted);
    }

    [Fact]
    public async Task Each_team_s_posts_and_digests_tell_of_its_own_claims_alone()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var other = new TeamId(9001);
        await desk.RunAsync(
            desk.Ada, "setup", other, ("review", "301"), ("verdicts", "302"), ("digest", "303"), ("reviewers", "201"),
            ("editors", "202"), ("zone", "Europe/Kyiv"), ("time", "09:00"));
        await desk.SubmitsAsync(desk.Fay, "Ours");
        await desk.RunAsync(desk.Fay, "claim submit", other, ("text", "Theirs"));
        desk.Clock.Advance(TimeSpan.FromHours(19));
        await desk.SettleAsync();

        Assert.Equal("Ours", Assert.Single(desk.Chat.In(TestDesk.Review)).Card.Text!.ToString());
        Assert.Equal("Theirs", Assert.Single(desk.Chat.In(new ChannelId(301))).Card.Text!.ToString());
        var digest = Assert.Single(desk.Chat.In(new ChannelId(303))).Card;
        Assert.Contains("Theirs", Assert.Single(digest.Fields).Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_nonce_fits_and_changes_when_a_post_is_made_anew()
    {
        var post = new Post(new TeamId(1), PostKind.Card, 1, DateTimeOffset.UnixEpoch);
        var first = post.Nonce;
        post.Lose(DateTimeOffset.UnixEpoch);
        Assert.NotEqual(first, post.Nonce);
        Assert.InRange(post.Nonce.Length, 1, 25);
    }

    private static Task<Post> PostAsync(TestDesk desk) => desk.LookAsync(db => db.Posts.SingleAsync());
}
