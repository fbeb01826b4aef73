using FactBot.Chat;
using FactBot.Digests;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FactBot.Posts;

/// <summary>Makes the chat match the rows: posts what is missing and edits what is outdated. Every step can be retried.</summary>
public sealed partial class Mirror(
    DeskContext db, IChat chat, PostContents contents, TimeProvider time, ILogger<Mirror> log)
{
    /// <summary>
    /// Brings a post up to date, if that is still due. Returns false if the chat failed and the posts behind it should wait;
    /// the post then says why, and when to retry.
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
            // The boundary of one post: whatever is wrong with it must not hold up the others.
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
            // A post that only lacks its thread keeps its revision, even if its subject has changed since the last pass.
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
                // Erased text must not be left in a message while the post continues elsewhere, and of two messages that can't be
                // edited, one would be lost track of.
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

    /// <summary>Shows the message; false if its thread doesn't exist yet or the next pass has to compose it again.</summary>
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
            // Someone was erased after the message was composed; the next pass composes it again.
            return false;
        }

        post.Posted(await chat.PostAsync(channel, FollowOn(post, team, message), post.Nonce, cancel));
        if (mayStandAlready)
        {
            // The same nonce returns the message as it was first posted.
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
            // Where the bot may not read, it may still be able to write.
            return null;
        }
    }

    /// <summary>Adds a link back to the message this one continues, if that can no longer be edited.</summary>
    private static ChatMessage FollowOn(Post post, Team team, ChatMessage message) =>
        post is { FormerChannel: { } channel, FormerMessage: { } former } && message.Card is { } card
            ? message with { Card = card with { Text = $"{card.Text}\n\n{new MessageLink("The message before this one", team.Id, channel, former)}" } }
            : message;

    /// <summary>Adds a link to the new message to the one that couldn't be edited, as soon as it can be.</summary>
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
                // If one card isn't allowed to, the others aren't either, and Discord counts refusals.
                await db.Posts.Where(p => p.WantsThread && p.Message != null && p.Thread == null && p.NextThreadTryAt <= now)
                    .ForEachAsync(p => p.FailThread(now), cancel);
            }

            LogFailed(post.Kind, post.Id, post.FailedTries, e.Message);
        }
    }

    /// <summary>Whether to post a message again: it was deleted, or its channel is closed and the team has another.</summary>
    private static bool IsLost(ChatException e, Post post, Team team) =>
        e.Trouble == ChatTrouble.MessageGone
        || (e.ClosesChannel && post.ThreadOf is null && post.Channel != ChannelFor(post.Kind, team));

    private static ChannelId ChannelFor(PostKind kind, Team team) => kind switch
    {
        PostKind.Card or PostKind.Welcome => team.ReviewChannel,
        PostKind.Verdict => team.VerdictChannel,
        _ => team.DigestChannel,
    };

    /// <summary>Returns the channel; null if it is a thread that has to be opened first.</summary>
    private async Task<ChannelId?> FindChannelAsync(Post post, Team team, CancellationToken cancel) =>
        post.ThreadOf is { } claim ? (await CardOfAsync(claim, cancel)).Thread
        : post.Kind == PostKind.PersonalDigest ? await chat.OpenDirectAsync((await DigestOfAsync(post, cancel)).Reader!.Value, cancel)
        : ChannelFor(post.Kind, team);

    private Task<Post> CardOfAsync(long claim, CancellationToken cancel) =>
        db.Posts.SingleAsync(p => p.Kind == PostKind.Card && p.Subject == claim, cancel);

    private Task<Digest> DigestOfAsync(Post post, CancellationToken cancel) => db.Digests.SingleAsync(d => d.Id == post.Subject, cancel);

    /// <summary>Stops personal digests for a person who doesn't accept direct messages; they can ask for them again.</summary>
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
