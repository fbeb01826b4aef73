using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Storage;
using FactBot.Teams;
using FactBot.Verdicts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FactBot.Posts;

/// <summary>Makes the chat match the rows: posts what is owed, edits what is old. Every step can be taken again.</summary>
public sealed partial class Mirror(
    DeskContext db, IChat chat, RatingScales scales, TimeProvider time, ILogger<Mirror> log)
{
    /// <summary>Brings one post up to date. False where that failed; the post then says why and when to try again.</summary>
    public async Task<bool> SendAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            var post = await db.Posts.IgnoreQueryFilters().SingleAsync(p => p.Id == id, cancel);
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
            var post = await db.Posts.IgnoreQueryFilters().SingleAsync(p => p.Id == id, cancel);
            post.Fail(new ChatException(ChatTrouble.ChannelClosed, "It could not be made; the log tells why.", e), time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            return false;
        }
    }

    private async Task ShowAsync(Post post, CancellationToken cancel)
    {
        var team = await db.Teams.SingleAsync(t => t.Id == post.TeamId, cancel);
        var (card, revision, threadName) = await RenderAsync(post, team, cancel);
        try
        {
            await ShowMessageAsync(post, team, card, cancel);
            post.Showed(revision);
            await db.SaveChangesAsync(cancel);
            await OpenThreadAsync(post, threadName, cancel);
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

    private async Task ShowMessageAsync(Post post, Team team, Card card, CancellationToken cancel)
    {
        if (post.Message is { } shown)
        {
            await chat.EditAsync(post.Channel, shown, card, cancel);
            return;
        }

        post.PutIn(ChannelFor(post.Kind, team));
        post.Posted(await chat.PostAsync(post.Channel, card, post.Nonce, cancel));
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
            post.FailThread(time.GetUtcNow());
            LogFailed(post.Kind, post.Id, post.FailedTries, e.Message);
        }
    }

    /// <summary>Whether a message has to be posted anew: it was deleted, or its channel is closed and the team has another.</summary>
    private static bool IsLost(ChatException e, Post post, Team team) =>
        e.Trouble == ChatTrouble.MessageGone
        || (e.Trouble == ChatTrouble.ChannelClosed && post.Channel != ChannelFor(post.Kind, team));

    private static ChannelId ChannelFor(PostKind kind, Team team) => kind switch
    {
        PostKind.Card => team.ReviewChannel,
        PostKind.Verdict => team.VerdictChannel,
        _ => team.DigestChannel,
    };

    private async Task<(Card Card, int Revision, string? ThreadName)> RenderAsync(
        Post post, Team team, CancellationToken cancel)
    {
        var scale = scales.Of(team);
        switch (post.Kind)
        {
            case PostKind.Card:
                var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == post.Subject, cancel);
                return (ClaimCard.Of(claim, team, scale), claim.Revision, $"{claim.Name} {Clip.To(claim.Text, 80)}");
            case PostKind.Verdict:
                var judged = await db.ClaimsWhole.SingleAsync(c => c.Verdicts.Any(v => v.Id == post.Subject), cancel);
                var verdict = judged.Verdicts.Single(v => v.Id == post.Subject);
                return (VerdictCard.Of(judged, verdict, scale), post.Wanted, null);
            default:
                var digest = await db.Digests.SingleAsync(d => d.Id == post.Subject, cancel);
                return (await new DigestCard(db, scales).OfAsync(digest, team, cancel), post.Wanted, null);
        }
    }

    [LoggerMessage(LogLevel.Error, "The post {Post} could not be made")]
    private partial void LogBroken(Exception e, Guid post);

    [LoggerMessage(LogLevel.Warning, "The {Kind} {Post} could not be posted, try {Tries}: {Reason}")]
    private partial void LogFailed(PostKind kind, Guid post, int tries, string reason);
}
