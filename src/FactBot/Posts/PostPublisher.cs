using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FactBot.Posts;

/// <summary>Makes the chat match the rows: posts what is missing and edits what is outdated. Every step can be retried.</summary>
public sealed partial class PostPublisher(
    FactBotDbContext db, IChat chat, PostContents contents, TimeProvider time, ILogger<PostPublisher> log)
{
    /// <summary>
    /// Brings a post up to date, if that is still due. Returns false if the chat failed and the posts behind it should wait;
    /// the post then says why, and when to retry.
    /// </summary>
    public async Task<bool> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var posts = db.Posts.IgnoreQueryFilters();
            var now = time.GetUtcNow();
            if (await posts.SingleOrDefaultAsync(p => p.Id == id && p.DueAt <= now, cancellationToken) is not { } post)
            {
                return true;
            }

            db.CurrentTeam = post.TeamId;
            await ShowAsync(post, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return post.Trouble is null;
        }
        catch (Exception e) when (e is not OperationCanceledException and not NotKeptException)
        {
            // The boundary of one post: whatever is wrong with it must not hold up the others.
            LogBroken(e, id);
            db.ChangeTracker.Clear();
            (await db.Posts.IgnoreQueryFilters().SingleAsync(p => p.Id == id, cancellationToken)).Break(time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }

    private async Task ShowAsync(Post post, CancellationToken cancellationToken)
    {
        var team = await db.Teams.SingleAsync(t => t.Id == post.TeamId, cancellationToken);
        if (await contents.OfAsync(post, team, cancellationToken) is not { } content)
        {
            await TakeAwayAsync(post, team, cancellationToken);
            return;
        }

        try
        {
            // A post that only lacks its thread keeps its revision, even if its subject has changed since the last pass.
            var shown = post.Shown;
            if (post.Shown < post.Wanted || post.ErasedBy is not null)
            {
                if (!await TryShowMessageAsync(post, team, content.Message, cancellationToken))
                {
                    return;
                }

                shown = content.Revision;
            }

            post.Showed(shown);
            await db.SaveChangesAsync(cancellationToken);
            await MarkFormerAsync(post, team, cancellationToken);
            await OpenThreadAsync(post, content.ThreadName, cancellationToken);
            await RenameThreadAsync(post, content.ThreadName, cancellationToken);
            await EndErasureAsync(post, cancellationToken);
        }
        catch (ChatException e)
        {
            await TakeFailureAsync(e, post, team, cancellationToken);
        }
    }

    private async Task TakeFailureAsync(ChatException e, Post post, Team team, CancellationToken cancellationToken)
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
                await LeaveAwayAsync(post, cancellationToken);
                break;
            case ChatTrouble.EditRefused when post.Message is not null:
                post.Replace(now);
                break;
            case ChatTrouble.ChannelGone when post.ThreadOf is { } claim:
                (await CardOfAsync(claim, cancellationToken)).LoseThread(now);
                break;
            case ChatTrouble.ChannelGone or ChatTrouble.ChannelClosed when post.Kind == PostKind.PersonalDigest:
                await StopWritingToAsync(post, cancellationToken);
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
    private async Task<bool> TryShowMessageAsync(Post post, Team team, ChatMessage message, CancellationToken cancellationToken)
    {
        await FindLostAsync(post, cancellationToken);
        var names = NamedIn.Of(message);
        post.NameToo(names);
        if (post.Message is { } shown)
        {
            await chat.EditAsync(post.Channel, shown, message, cancellationToken);
            post.Name(names);
            return true;
        }

        if (await FindChannelAsync(post, team, cancellationToken) is not { } channel)
        {
            return false;
        }

        var now = time.GetUtcNow();
        post.PutIn(channel);
        if (post.MayBePosted(now, chat.RemembersNonces) && await FindPostedAsync(post, message, cancellationToken) is { } earlier)
        {
            post.Posted(earlier);
            return true;
        }

        var mayStandAlready = post.TriedAt is not null && (IsKeptUp(post) || post.ErasedBy is not null);
        post.Try(now);
        await db.SaveChangesAsync(cancellationToken);
        if (await db.Teams.Where(t => t.Id == team.Id).Select(t => t.FormerMembers).SingleAsync(cancellationToken) != team.FormerMembers)
        {
            // Someone was erased after the message was composed; the next pass composes it again.
            return false;
        }

        post.Posted(await chat.PostAsync(channel, FollowOn(post, team, message), post.Nonce, cancellationToken));
        if (mayStandAlready)
        {
            // The same nonce returns the message as it was first posted.
            await chat.EditAsync(channel, post.Message!.Value, message, cancellationToken);
        }

        return true;
    }

    private async Task<MessageId?> FindPostedAsync(Post post, ChatMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await chat.FindPostedAsync(post.Channel, message, post.TriedAt!.Value, cancellationToken) is { } found
                && !await db.Posts.AnyAsync(p => p.Message == found || p.FormerMessage == found, cancellationToken) ? found : null;
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
    private async Task MarkFormerAsync(Post post, Team team, CancellationToken cancellationToken)
    {
        if (post is not { FormerChannel: { } channel, FormerMessage: { } former, Message: { } message }
            || post.NextMarkTryAt > time.GetUtcNow())
        {
            return;
        }

        try
        {
            await chat.EditAsync(
                channel, former, new() { Text = $"This went on in {new MessageLink("a new message", team.Id, post.Channel, message)}." }, cancellationToken);
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

    private async Task OpenThreadAsync(Post post, string? name, CancellationToken cancellationToken)
    {
        if (name is null || !post.WantsThread || post.Thread is not null || post.NextThreadTryAt > time.GetUtcNow())
        {
            return;
        }

        try
        {
            post.Threaded(await chat.OpenThreadAsync(post.Channel, post.Message!.Value, name, cancellationToken));
        }
        catch (ChatException e) when (e.Trouble != ChatTrouble.MessageGone)
        {
            var now = time.GetUtcNow();
            post.FailThread(now);
            if (e.ClosesChannel)
            {
                // If one card isn't allowed to, the others aren't either, and Discord counts refusals.
                await db.Posts.Where(p => p.DueAt <= now && p.WantsThread && p.Message != null && p.Thread == null)
                    .ForEachAsync(p => p.FailThread(now), cancellationToken);
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
    private async Task<ChannelId?> FindChannelAsync(Post post, Team team, CancellationToken cancellationToken) =>
        post.ThreadOf is { } claim ? (await CardOfAsync(claim, cancellationToken)).Thread
        : post.Kind == PostKind.PersonalDigest ? await chat.OpenDirectAsync((await DigestOfAsync(post, cancellationToken)).Reader!.Value, cancellationToken)
        : ChannelFor(post.Kind, team);

    private Task<Post> CardOfAsync(long claim, CancellationToken cancellationToken) =>
        db.Posts.SingleAsync(p => p.Kind == PostKind.Card && p.Subject == claim, cancellationToken);

    private Task<Digest> DigestOfAsync(Post post, CancellationToken cancellationToken) => db.Digests.SingleAsync(d => d.Id == post.Subject, cancellationToken);

    /// <summary>Stops personal digests for a person who doesn't accept direct messages; they can ask for them again.</summary>
    private async Task StopWritingToAsync(Post post, CancellationToken cancellationToken)
    {
        var reader = (await DigestOfAsync(post, cancellationToken)).Reader;
        (await db.Reviewers.SingleAsync(r => r.Person == reader, cancellationToken)).AskForDigest(false);
        post.Showed(post.Wanted);
    }

    [LoggerMessage(LogLevel.Error, "The post {Post} could not be made")]
    private partial void LogBroken(Exception e, Guid post);

    [LoggerMessage(LogLevel.Warning, "The {Kind} {Post} could not be posted, try {Tries}: {Reason}")]
    private partial void LogFailed(PostKind kind, Guid post, int tries, string reason);
}
