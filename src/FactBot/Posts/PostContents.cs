using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Storage;
using FactBot.Teams;
using FactBot.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>What each kind of post shows, as its subject stands now; null where there is nothing to say any more.</summary>
public sealed class PostContents(DeskContext db, RatingScales scales)
{
    public async Task<PostContent?> OfAsync(Post post, Team team, CancellationToken cancel)
    {
        switch (post.Kind)
        {
            case PostKind.Card:
                var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == post.Subject, cancel);
                return new(Framed(ClaimCard.Of(claim, team, scales.Of(claim))), claim.Revision, $"{claim.Name} {Clip.To(claim.Text, 80)}");
            case PostKind.Verdict:
                var judged = await db.ClaimsWhole.SingleAsync(c => c.Verdicts.Any(v => v.Id == post.Subject), cancel);
                var verdict = judged.Verdicts.Single(v => v.Id == post.Subject);
                return new(Framed(VerdictCard.Of(judged, verdict, scales.Of(judged))), verdict.Revision);
            case PostKind.Digest:
                var digest = await db.Digests.SingleAsync(d => d.Id == post.Subject, cancel);
                return new(Framed(await new DigestCard(db).OfAsync(digest, team, cancel)), post.Wanted);
            case PostKind.Notice:
                var entry = await db.Audit.SingleAsync(e => e.Number == post.Subject, cancel);
                var told = await db.ClaimsWhole.SingleAsync(c => c.Id == post.ThreadOf, cancel);
                return (entry.Deed as ClaimDeed)?.NoticeOn(told) is { } notice
                    ? new(new ChatMessage { Text = notice.Text, Pings = [notice.To] }, post.Wanted)
                    : null;
            default:
                throw new ArgumentOutOfRangeException(nameof(post), post.Kind, "A kind of post without contents.");
        }
    }

    private static ChatMessage Framed(Card card) => new() { Card = card };
}

/// <summary>What a post shows.</summary>
/// <param name="Revision">Which revision of its subject that is.</param>
/// <param name="ThreadName">The name of the thread that it has; null where it has none.</param>
public sealed record PostContent(ChatMessage Message, int Revision, string? ThreadName = null);
