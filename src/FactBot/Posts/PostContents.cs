using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Storage;
using FactBot.Teams;
using FactBot.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>What each kind of post shows, as its subject stands now.</summary>
public sealed class PostContents(DeskContext db, RatingScales scales)
{
    public async Task<PostContent> OfAsync(Post post, Team team, CancellationToken cancel)
    {
        var scale = scales.Of(team);
        switch (post.Kind)
        {
            case PostKind.Card:
                var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == post.Subject, cancel);
                return new(Framed(ClaimCard.Of(claim, team, scale)), claim.Revision, $"{claim.Name} {Clip.To(claim.Text, 80)}");
            case PostKind.Verdict:
                var judged = await db.ClaimsWhole.SingleAsync(c => c.Verdicts.Any(v => v.Id == post.Subject), cancel);
                var verdict = judged.Verdicts.Single(v => v.Id == post.Subject);
                return new(Framed(VerdictCard.Of(judged, verdict, scale)), post.Wanted);
            case PostKind.Digest:
                var digest = await db.Digests.SingleAsync(d => d.Id == post.Subject, cancel);
                return new(Framed(await new DigestCard(db, scales).OfAsync(digest, team, cancel)), post.Wanted);
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
