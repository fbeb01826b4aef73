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
    /// <summary>Brings one post up to date. False where the chat refused; the post then says why and when to try again.</summary>
    public async Task<bool> SendAsync(Guid id, CancellationToken cancel)
    {
        var post = await db.Posts.IgnoreQueryFilters().SingleAsync(p => p.Id == id, cancel);
        db.CurrentTeam = post.TeamId;
        var team = await db.Teams.SingleAsync(t => t.Id == post.TeamId, cancel);
        try
        {
            await ShowAsync(post, team, cancel);
        }
        catch (ChatException e) when (e.Trouble == ChatTrouble.MessageGone && post.Message is not null)
        {
            post.Lose();
        }
        catch (ChatException e)
        {
            post.Fail(e, time.GetUtcNow());
            LogFailed(post.Kind, post.Id, post.FailedTries, e.Message);
        }

        await db.SaveChangesAsync(cancel);
        return post.Trouble is null;
    }

    private async Task ShowAsync(Post post, Team team, CancellationToken cancel)
    {
        var (card, revision, threadName) = await RenderAsync(post, team, cancel);
        if (post.Message is { } shown)
        {
            await chat.EditAsync(post.Channel, shown, card, cancel);
        }
        else
        {
            post.PutIn(ChannelFor(post.Kind, team));
            post.Posted(await chat.PostAsync(post.Channel, card, post.Nonce, cancel));
            await db.SaveChangesAsync(cancel);
        }

        if (threadName is not null && post.Thread is null)
        {
            post.Threaded(await chat.OpenThreadAsync(post.Channel, post.Message!.Value, threadName, cancel));
        }

        post.Showed(revision);
    }

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

    [LoggerMessage(LogLevel.Warning, "The {Kind} {Post} could not be posted, try {Tries}: {Reason}")]
    private partial void LogFailed(PostKind kind, Guid post, int tries, string reason);
}
