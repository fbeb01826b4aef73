using FactBot.Chat;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>Takes out of the chat what was erased.</summary>
public sealed partial class Mirror
{
    /// <summary>
    /// A post whose answer was lost may stand in the chat with what was erased since, so that its text no longer tells which it
    /// is: it's the first message there that belongs to no other post.
    /// </summary>
    private async Task FindLostAsync(Post post, CancellationToken cancel)
    {
        if (post is not { ErasedBy: not null, Message: null, TriedAt: { } at })
        {
            return;
        }

        var found = await chat.FindOwnAsync(post.Channel, at, cancel);
        var known = await db.Posts.Where(p => p.Message != null && found.Contains(p.Message.Value)).Select(p => p.Message!.Value).ToListAsync(cancel);
        if (found.Except(known).Cast<MessageId?>().FirstOrDefault() is { } lost)
        {
            post.Posted(lost);
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>There is nothing to say any more: what was said and should be no longer is deleted.</summary>
    private async Task TakeAwayAsync(Post post, Team team, CancellationToken cancel)
    {
        try
        {
            if (post.ErasedBy is not null)
            {
                await FindLostAsync(post, cancel);
                if (post.Message is { } message)
                {
                    await chat.DeleteAsync(post.Channel, message, cancel);
                }

                await LeaveAwayAsync(post, cancel);
            }
            else
            {
                post.Showed(post.Wanted);
            }
        }
        catch (ChatException e)
        {
            await TakeFailureAsync(e, post, team, cancel);
        }
    }

    /// <summary>Its message is not there any more, and is not to be.</summary>
    private async Task LeaveAwayAsync(Post post, CancellationToken cancel)
    {
        post.TakeAway();
        await db.SaveChangesAsync(cancel);
        if (post.Kind == PostKind.PersonalDigest && !await db.Digests.AnyAsync(d => d.Id == post.Subject, cancel))
        {
            // Where it stood tells whose it was.
            db.Posts.Remove(post);
            return;
        }

        await EndErasureAsync(post, cancel);
    }

    /// <summary>Whether its message is posted anew where somebody deletes it.</summary>
    private static bool IsKeptUp(Post post) => post.Kind is PostKind.Card or PostKind.Verdict;

    private async Task RenameThreadAsync(Post post, string? name, CancellationToken cancel)
    {
        if (post is not { ThreadErasedBy: { } erasure } || post.NextThreadTryAt > time.GetUtcNow())
        {
            return;
        }

        try
        {
            if (post.Thread is { } thread && name is not null)
            {
                await chat.RenameThreadAsync(thread, name, cancel);
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
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.ThreadErasedBy, (long?)null), cancel);
    }

    /// <summary>It shows nothing any more of what was erased, unless something else was meanwhile.</summary>
    private async Task EndErasureAsync(Post post, CancellationToken cancel)
    {
        if (post is { ErasedBy: { } erasure, FormerMessage: null })
        {
            await db.SaveChangesAsync(cancel);
            await db.Posts.Where(p => p.Id == post.Id && p.ErasedBy == erasure)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.ErasedBy, (long?)null), cancel);
        }
    }
}
