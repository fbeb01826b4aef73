using FactBot.Chat;
using FactBot.Digests;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FactBot.Posts;

/// <summary>Makes the chat match the rows: posts what is owed, edits what is old. Every step can be taken again.</summary>
public sealed partial class Mirror(
    DeskContext db, IChat chat, PostContents contents, TimeProvider time, ILogger<Mirror> log)
{
    /// <summary>
    /// Brings one post up to date, where that is still due. False where the chat failed and the posts behind it had better
    /// wait; the post then says why and when to try again.
    /// </summary>
    public async Task<bool> SendAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            var posts = db.Posts.IgnoreQueryFilters().Where(Post.IsDue(time.GetUtcNow()));
            if (await posts.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } post)
            {
                return true;
            }

            db.CurrentTeam = post.TeamId;
            await ShowAsync(post, cancel);
            await db.SaveChangesAsync(cancel);
            return post.Trouble is null;
        }
        catch (Exception e) when (e is not OperationCanceledException and not NotKeptException)
        {
            // The edge of one post: whatever is wrong with it must not hold up the others.
            LogBroken(e, id);
            db.ChangeTracker.Clear();
            (await db.Posts.IgnoreQueryFilters().SingleAsync(p => p.Id == id, cancel)).Break(time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            return true;
        }
    }

    private async Task ShowAsync(Post post, CancellationToken cancel)
    {
        var team = await db.Teams.SingleAsync(t => t.Id == post.TeamId, cancel);
        if (await contents.OfAsync(post, team, cancel) is not { } content)
        {
            await TakeAwayAsync(post, team, cancel);
            return;
        }

        try
        {
            // A post that only lacks its thread shows what it did, although its subject may have changed since the look.
            var shown = post.Shown;
            if (post.Shown < post.Wanted || post.ErasedBy is not null)
            {
                if (!await TryShowMessageAsync(post, team, content.Message, cancel))
                {
                    return;
                }

                shown = content.Revision;
            }

            post.Showed(shown);
            await db.SaveChangesAsync(cancel);
            await MarkFormerAsync(post, team, cancel);
            await OpenThreadAsync(post, content.ThreadName, cancel);
            await RenameThreadAsync(post, content.ThreadName, cancel);
            await EndErasureAsync(post, cancel);
        }
        catch (ChatException e)
        {
            await TakeFailureAsync(e, post, team, cancel);
        }
    }

    private async Task TakeFailureAsync(ChatException e, Post post, Team team, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        switch (e.Trouble)
        {
            case ChatTrouble.EditRefused when post.ErasedBy is not null || post.FormerMessage is not null:
                // Words that were erased are not left standing for a message that goes on elsewhere, and of two that may not be
                // edited one would be lost from sight.
                post.Fail(e, now);
                break;
            case ChatTrouble.MessageGone or ChatTrouble.ChannelGone when post.ErasedBy is not null && !IsKeptUp(post):
                await LeaveAwayAsync(post, cancel);
                break;
            case ChatTrouble.EditRefused when post.Message is not null:
                post.Replace(now);
                break;
            case ChatTrouble.ChannelGone when post.ThreadOf is { } claim:
                (await CardOfAsync(claim, cancel)).LoseThread(now);
                break;
            case ChatTrouble.ChannelGone or ChatTrouble.ChannelClosed when post.Kind == PostKind.PersonalDigest:
                await StopWritingToAsync(post, cancel);
                break;
            case var _ when post.Message is not null && IsLost(e, post, team):
                post.Lose(now);
                break;
            default:
                post.Fail(e, now);
                LogFailed(post.Kind, post.Id, post.FailedTries, e.Message);
                break;
        }
    }

    /// <summary>False where its thread is not there yet: it waits for that.</summary>
    private async Task<bool> TryShowMessageAsync(Post post, Team team, ChatMessage message, CancellationToken cancel)
    {
        await FindLostAsync(post, cancel);
        var names = NamedIn.Of(message);
        post.NameToo(names);
        if (post.Message is { } shown)
        {
            await chat.EditAsync(post.Channel, shown, message, cancel);
            post.Name(names);
            return true;
        }

        if (await FindChannelAsync(post, team, cancel) is not { } channel)
        {
            return false;
        }

        var now = time.GetUtcNow();
        post.PutIn(channel);
        if (post.MayBePosted(now, chat.RemembersNonces) && await FindPostedAsync(post, message, cancel) is { } earlier)
        {
            post.Posted(earlier);
            return true;
        }

        var mayStandAlready = post.TriedAt is not null && (IsKeptUp(post) || post.ErasedBy is not null);
        post.Try(now);
        await db.SaveChangesAsync(cancel);
        if (await db.Teams.Where(t => t.Id == team.Id).Select(t => t.FormerMembers).SingleAsync(cancel) != team.FormerMembers)
        {
            // Somebody was forgotten after the message was put together; the next look makes it anew.
            return false;
        }

        post.Posted(await chat.PostAsync(channel, FollowOn(post, team, message), post.Nonce, cancel));
        if (mayStandAlready)
        {
            // The same nonce gives the message as it was first posted.
            await chat.EditAsync(channel, post.Message!.Value, message, cancel);
        }

        return true;
    }

    private async Task<MessageId?> FindPostedAsync(Post post, ChatMessage message, CancellationToken cancel)
    {
        try
        {
            return await chat.FindPostedAsync(post.Channel, message, post.TriedAt!.Value, cancel) is { } found
                && !await db.Posts.AnyAsync(p => p.Message == found || p.FormerMessage == found, cancel) ? found : null;
        }
        catch (ChatException e) when (e.ClosesChannel)
        {
            // Where the bot may not read it may still write.
            return null;
        }
    }

    /// <summary>A message that goes on from one that may not be edited any more leads back to it.</summary>
    private static ChatMessage FollowOn(Post post, Team team, ChatMessage message) =>
        post is { FormerChannel: { } channel, FormerMessage: { } former } && message.Card is { } card
            ? message with { Card = card with { Text = $"{card.Text}\n\n{new MessageLink("The message before this one", team.Id, channel, former)}" } }
            : message;

    /// <summary>The message that may not be edited any more tells where it went on, as soon as it may be.</summary>
    private async Task MarkFormerAsync(Post post, Team team, CancellationToken cancel)
    {
        if (post is not { FormerChannel: { } channel, FormerMessage: { } former, Message: { } message }
            || post.NextMarkTryAt > time.GetUtcNow())
        {
            return;
        }

        try
        {
            await chat.EditAsync(
                channel, former, new() { Text = $"This went on in {new MessageLink("a new message", team.Id, post.Channel, message)}." }, cancel);
            post.ForgetFormer();
        }
        catch (ChatException e) when (e.Trouble is ChatTrouble.MessageGone or ChatTrouble.ChannelGone)
        {
            post.ForgetFormer();
        }
        catch (ChatException)
        {
            post.FailMark(time.GetUtcNow());
        }
    }

    private async Task OpenThreadAsync(Post post, string? name, CancellationToken cancel)
    {
        if (name is null || !post.WantsThread || post.Thread is not null || post.NextThreadTryAt > time.GetUtcNow())
        {
            return;
        }

        try
        {
            post.Threaded(await chat.OpenThreadAsync(post.Channel, post.Message!.Value, name, cancel));
        }
        catch (ChatException e) when (e.Trouble != ChatTrouble.MessageGone)
        {
            var now = time.GetUtcNow();
            post.FailThread(now);
            if (e.ClosesChannel)
            {
                // What one card may not, the others may not either, and Discord counts refusals.
                await db.Posts.Where(p => p.WantsThread && p.Message != null && p.Thread == null && p.NextThreadTryAt <= now)
                    .ForEachAsync(p => p.FailThread(now), cancel);
            }

            LogFailed(post.Kind, post.Id, post.FailedTries, e.Message);
        }
    }

    /// <summary>Whether a message has to be posted anew: it was deleted, or its channel is closed and the team has another.</summary>
    private static bool IsLost(ChatException e, Post post, Team team) =>
        e.Trouble == ChatTrouble.MessageGone
        || (e.ClosesChannel && post.ThreadOf is null && post.Channel != ChannelFor(post.Kind, team));

    private static ChannelId ChannelFor(PostKind kind, Team team) => kind switch
    {
        PostKind.Card or PostKind.Welcome => team.ReviewChannel,
        PostKind.Verdict => team.VerdictChannel,
        _ => team.DigestChannel,
    };

    /// <summary>Null where it is a thread that has to be opened first.</summary>
    private async Task<ChannelId?> FindChannelAsync(Post post, Team team, CancellationToken cancel) =>
        post.ThreadOf is { } claim ? (await CardOfAsync(claim, cancel)).Thread
        : post.Kind == PostKind.PersonalDigest ? await chat.OpenDirectAsync((await DigestOfAsync(post, cancel)).Reader!.Value, cancel)
        : ChannelFor(post.Kind, team);

    private Task<Post> CardOfAsync(long claim, CancellationToken cancel) =>
        db.Posts.SingleAsync(p => p.Kind == PostKind.Card && p.Subject == claim, cancel);

    private Task<Digest> DigestOfAsync(Post post, CancellationToken cancel) => db.Digests.SingleAsync(d => d.Id == post.Subject, cancel);

    /// <summary>Somebody who takes no direct messages is not tried again and again; they can ask for it anew.</summary>
    private async Task StopWritingToAsync(Post post, CancellationToken cancel)
    {
        var reader = (await DigestOfAsync(post, cancel)).Reader;
        (await db.Reviewers.SingleAsync(r => r.Person == reader, cancel)).AskForDigest(false);
        post.Showed(post.Wanted);
    }

    [LoggerMessage(LogLevel.Error, "The post {Post} could not be made")]
    private partial void LogBroken(Exception e, Guid post);

    [LoggerMessage(LogLevel.Warning, "The {Kind} {Post} could not be posted, try {Tries}: {Reason}")]
    private partial void LogFailed(PostKind kind, Guid post, int tries, string reason);
}
