using FactBot.Chat;
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
        catch (Exception e) when (e is not OperationCanceledException)
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
            post.Showed(post.Wanted);
            return;
        }

        try
        {
            await ShowMessageAsync(post, team, content.Message, cancel);
            post.Showed(content.Revision);
            await db.SaveChangesAsync(cancel);
            await OpenThreadAsync(post, content.ThreadName, cancel);
        }
        catch (ChatException e) when (post.Message is not null && IsLost(e, post, team))
        {
            post.Lose(time.GetUtcNow());
        }
        catch (ChatException e)
        {
            post.Fail(e, time.GetUtcNow());
            LogFailed(post.Kind, post.Id, post.FailedTries, e.Message);
        }
    }

    private async Task ShowMessageAsync(Post post, Team team, ChatMessage message, CancellationToken cancel)
    {
        if (post.Message is { } shown)
        {
            await chat.EditAsync(post.Channel, shown, message, cancel);
            return;
        }

        post.PutIn(await ChannelForAsync(post, team, cancel));
        post.Posted(await chat.PostAsync(post.Channel, message, post.Nonce, cancel));
    }

    private async Task OpenThreadAsync(Post post, string? name, CancellationToken cancel)
    {
        if (name is null || post.Thread is not null || post.NextThreadTryAt > time.GetUtcNow())
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
            if (e.Trouble == ChatTrouble.ChannelClosed)
            {
                // What one card may not, the others may not either, and Discord counts refusals.
                await db.Posts.Where(p => p.Message != null && p.Thread == null && p.NextThreadTryAt <= now)
                    .ForEachAsync(p => p.FailThread(now), cancel);
            }

            LogFailed(post.Kind, post.Id, post.FailedTries, e.Message);
        }
    }

    /// <summary>Whether a message has to be posted anew: it was deleted, or its channel is closed and the team has another.</summary>
    private static bool IsLost(ChatException e, Post post, Team team) =>
        e.Trouble == ChatTrouble.MessageGone
        || (e.Trouble == ChatTrouble.ChannelClosed && post.ThreadOf is null && post.Channel != ChannelFor(post.Kind, team));

    private static ChannelId ChannelFor(PostKind kind, Team team) => kind switch
    {
        PostKind.Card => team.ReviewChannel,
        PostKind.Verdict => team.VerdictChannel,
        _ => team.DigestChannel,
    };

    private async Task<ChannelId> ChannelForAsync(Post post, Team team, CancellationToken cancel) =>
        post.ThreadOf is { } claim
            ? (await db.Posts.SingleAsync(p => p.Kind == PostKind.Card && p.Subject == claim, cancel)).Thread!.Value
            : ChannelFor(post.Kind, team);

    [LoggerMessage(LogLevel.Error, "The post {Post} could not be made")]
    private partial void LogBroken(Exception e, Guid post);

    [LoggerMessage(LogLevel.Warning, "The {Kind} {Post} could not be posted, try {Tries}: {Reason}")]
    private partial void LogFailed(PostKind kind, Guid post, int tries, string reason);
}
