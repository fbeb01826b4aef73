using FactBot.Domain;
using FactBot.Posts;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>Marks posts that show erased content in the chat, so that they are edited or deleted there.</summary>
internal sealed class ErasedPosts(FactBotDbContext db)
{
    /// <summary>Marks cards and verdicts of these claims, and any other post that names the person or an erased claim.</summary>
    public async Task MarkAsync(
        long erasure, PersonId person, PersonId former, IReadOnlySet<long> shownIn, IReadOnlySet<long> quotedIn, OwnWords words, TextsWithId withId, CancellationToken cancellationToken)
    {
        db.HasMadeDue();
        // The person's id in the posts' rows was replaced, as in all others.
        var quoting = await db.Claims.Where(c => quotedIn.Contains(c.Id)).Select(c => c.Number).ToListAsync(cancellationToken);
        string[] names = [$" {person} ", $" {former} ", .. words.Claims.Select(c => $" {c.Name} "), .. quoting.Select(n => $" #{n} ")];
        foreach (var name in names)
        {
            await MarkAsync(erasure, Shown().Where(p => p.Names == null || p.Names.Contains(name)), cancellationToken);
        }

        foreach (var claims in shownIn.Concat(words.Claims.Select(c => c.Id)).Distinct().Chunk(500))
        {
            await MarkAsync(erasure, Shown().Where(p => p.Kind == PostKind.Card && claims.Contains(p.Subject)), cancellationToken);
            await MarkAsync(
                erasure, Shown().Where(p => p.Kind == PostKind.Verdict && db.Claims.Any(c => claims.Contains(c.Id) && c.Verdicts.Any(v => v.Id == p.Subject))), cancellationToken);
        }

        // Messages to the person themselves; no row says any longer whose they were.
        await MarkAsync(erasure, Shown().Where(p => p.Kind == PostKind.PersonalDigest && !db.Digests.Any(d => d.Id == p.Subject)), cancellationToken);
        await db.Posts.Where(p => p.Kind == PostKind.PersonalDigest && p.Message == null && p.TriedAt == null && !db.Digests.Any(d => d.Id == p.Subject))
            .ExecuteDeleteAsync(cancellationToken);

        foreach (var claims in words.Claims.Select(c => c.Id).Concat(withId.Claims).Chunk(500))
        {
            await db.Posts.Where(p => p.Kind == PostKind.Card && p.Message != null && claims.Contains(p.Subject))
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.ThreadErasedBy, erasure), cancellationToken);
        }
    }

    /// <summary>Posts that are in the chat, or may be because no response came.</summary>
    private IQueryable<Post> Shown() => db.Posts.Where(p => p.Message != null || p.TriedAt != null);

    private static Task<int> MarkAsync(long erasure, IQueryable<Post> posts, CancellationToken cancellationToken) =>
        posts.ExecuteUpdateAsync(s => s.SetProperty(p => p.ErasedBy, erasure), cancellationToken);
}
