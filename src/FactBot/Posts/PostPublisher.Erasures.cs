using FactBot.Chat;
using FactBot.Domain.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>Removes erased content from the chat.</summary>
public sealed partial class PostPublisher
{
    /// <summary>
    /// Finds a post whose response was lost. It may be in the chat as it was then, so that its text no longer identifies it:
    /// it's the message there that belongs to no other post and is about the same claim.
    /// </summary>
    private async Task FindLostAsync(Post post, CancellationToken cancellationToken)
    {
        if (post is not { Message: null, TriedAt: { } at }
            || (post.ErasedBy is null && !(IsKeptUp(post) && post.MayBePosted(time.GetUtcNow(), chat.RemembersNonces))))
        {
            return;
        }

        try
        {
            var found = await chat.FindOwnAsync(post.Channel, at, cancellationToken);
            var ids = found.Select(m => m.Id).ToList();
            var known = await db.Posts.Where(p => p.Message != null && ids.Contains(p.Message.Value)).Select(p => p.Message!.Value)
                .Concat(db.Posts.Where(p => p.FormerMessage != null && ids.Contains(p.FormerMessage.Value)).Select(p => p.FormerMessage!.Value)).ToListAsync(cancellationToken);
            var claim = post.Kind == PostKind.Verdict
                ? await db.Claims.Where(c => c.Verdicts.Any(v => v.Id == post.Subject)).Select(c => (int?)c.Number).FirstOrDefaultAsync(cancellationToken)
                : await db.Claims.Where(c => c.Id == (post.ThreadOf ?? post.Subject) && (post.ThreadOf != null || post.Kind == PostKind.Card)).Select(c => (int?)c.Number).FirstOrDefaultAsync(cancellationToken);
            if (found.FirstOrDefault(m => !known.Contains(m.Id) && (claim is null || IsAbout(claim.Value, m, post))) is { } lost)
            {
                post.Posted(lost.Id);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        catch (ChatException e) when (e.ClosesChannel && post.ErasedBy is null)
        {
            // Where the bot may not read, it may still be able to write.
        }
    }

    private static bool IsAbout(int claim, OwnMessage message, Post post) => IsKeptUp(post)
        ? message.Text.StartsWith($"#{claim} ·", StringComparison.Ordinal)
        : System.Text.RegularExpressions.Regex.IsMatch(message.Text, $@"#{claim}(?!\d)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Deletes a message that should no longer stand because there is nothing left to say.</summary>
    private async Task TakeAwayAsync(Post post, Team team, CancellationToken cancellationToken)
    {
        try
        {
            if (post.ErasedBy is not null)
            {
                await FindLostAsync(post, cancellationToken);
                if (post.Message is { } message)
                {
                    await chat.DeleteAsync(post.Channel, message, cancellationToken);
                }

                await LeaveAwayAsync(post, cancellationToken);
            }
            else
            {
                post.Showed(post.Wanted);
            }
        }
        catch (ChatException e)
        {
            await TakeFailureAsync(e, post, team, cancellationToken);
        }
    }

    /// <summary>Records that its message is gone and must not come back.</summary>
    private async Task LeaveAwayAsync(Post post, CancellationToken cancellationToken)
    {
        post.TakeAway();
        await db.SaveChangesAsync(cancellationToken);
        if (post.Kind == PostKind.PersonalDigest && !await db.Digests.AnyAsync(d => d.Id == post.Subject, cancellationToken))
        {
            // Its channel would reveal whose it was.
            db.Posts.Remove(post);
            return;
        }

        await EndErasureAsync(post, cancellationToken);
    }

    /// <summary>Whether its message is posted again if someone deletes it.</summary>
    private static bool IsKeptUp(Post post) => post.Kind is PostKind.Card or PostKind.Verdict;

    private async Task RenameThreadAsync(Post post, string? name, CancellationToken cancellationToken)
    {
        if (post is not { ThreadErasedBy: { } erasure } || post.NextThreadTryAt > time.GetUtcNow())
        {
            return;
        }

        try
        {
            if (post.Thread is { } thread && name is not null)
            {
                await chat.RenameThreadAsync(thread, name, cancellationToken);
            }
        }
        catch (ChatException e) when (e.Trouble == ChatTrouble.ChannelGone)
        {
            post.LoseThread(time.GetUtcNow());
        }
        catch (ChatException e)
        {
            post.FailThread(time.GetUtcNow());
            LogFailed(post.Kind, post.Id, post.FailedTries, e.Message);
            return;
        }

        await db.Posts.Where(p => p.Id == post.Id && p.ThreadErasedBy == erasure)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.ThreadErasedBy, (long?)null), cancellationToken);
    }

    /// <summary>Records that it no longer shows anything erased, unless something else was erased in the meantime.</summary>
    private async Task EndErasureAsync(Post post, CancellationToken cancellationToken)
    {
        if (post is { ErasedBy: { } erasure, FormerMessage: null })
        {
            await db.SaveChangesAsync(cancellationToken);
            await db.Posts.Where(p => p.Id == post.Id && p.ErasedBy == erasure)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.ErasedBy, (long?)null), cancellationToken);
        }
    }
}
