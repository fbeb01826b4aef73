using FactBot.Digests;
using FactBot.Reminders;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>Which posts are missing or older than what they show: asked of the tables of all teams.</summary>
public sealed class DuePosts(DeskContext db, DueReminders reminders, TimeProvider time)
{
    /// <summary>After so long, something keeps the desk from its work.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <summary>Adds a row for each post that is missing, and marks the cards that are older than their claim.</summary>
    public async Task MarkAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var missing = await MissingAsync(cancel);
        db.Posts.AddRange(missing.Select(m => new Post(m.TeamId, m.Kind, m.Subject, now)));
        db.Posts.AddRange((await reminders.FindAsync(cancel)).Select(r => new Post(r.TeamId, r.Kind, r.Assignment, now, r.Claim)));

        var posts = db.Posts.IgnoreQueryFilters();
        // The revisions are counted as ClaimCard and VerdictCard do.
        var old = await (
            from post in posts
            join claim in db.Claims.IgnoreQueryFilters() on post.Subject equals claim.Id
            let revision = claim.Revision + claim.Verdicts.Count(v => v.GivenAt < v.PublishedAt && v.PublishedAt <= now)
            where post.Kind == PostKind.Card && post.Wanted < revision
            select new { Post = post, Revision = revision }).ToListAsync(cancel);
        old.ForEach(o => o.Post.Want(o.Revision, now));
        var marked = await (
            from post in posts
            from verdict in db.Claims.IgnoreQueryFilters().SelectMany(c => c.Verdicts)
            let revision = verdict.Revision + (verdict.ReplacedAt <= now ? 1 : 0)
            where post.Kind == PostKind.Verdict && post.Subject == verdict.Id && post.Wanted < revision
            select new { Post = post, Revision = revision }).ToListAsync(cancel);
        marked.ForEach(m => m.Post.Want(m.Revision, now));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>
    /// The posts to send now: a team's posts of one kind make a lane, the oldest first. A lane whose channel is closed
    /// waits as a whole.
    /// </summary>
    public async Task<IReadOnlyList<PostLane>> ToSendAsync(CancellationToken cancel)
    {
        var due = await DueSince(time.GetUtcNow()).OrderBy(p => p.Subject).Select(p => new { p.Id, p.TeamId, p.Kind }).ToListAsync(cancel);
        return [.. due.GroupBy(p => (p.TeamId, p.Kind), p => p.Id).Select(l => new PostLane(l.Key.TeamId, l.Key.Kind, [.. l]))];
    }

    /// <summary>How many posts the chat does not show yet as they should be.</summary>
    public int CountWaiting() => db.Posts.IgnoreQueryFilters().Count(p => p.Shown < p.Wanted);

    /// <summary>How many posts could have been made five minutes ago, and were not.</summary>
    public int CountOverdue() => DueSince(time.GetUtcNow() - Late).Count();

    /// <summary>What was due at that moment and can be sent now: its thread is there, and its channel not closed.</summary>
    private IQueryable<Post> DueSince(DateTimeOffset at)
    {
        var now = time.GetUtcNow();
        var posts = db.Posts.IgnoreQueryFilters();
        return posts.Where(Post.IsDue(at))
            .Where(p => p.ThreadOf == null || p.ErasedBy != null || posts.Any(c => c.Kind == PostKind.Card && c.Subject == p.ThreadOf && c.Thread != null))
            .Where(p => !posts.Where(Post.WaitsForChannel(now)).Any(q => q.TeamId == p.TeamId && q.Kind == p.Kind && q.ThreadOf == p.ThreadOf));
    }

    private async Task<List<Missing>> MissingAsync(CancellationToken cancel)
    {
        var posts = db.Posts.IgnoreQueryFilters();
        var claims = db.Claims.IgnoreQueryFilters();
        var cards = await claims
            .Where(c => !posts.Any(p => p.Kind == PostKind.Card && p.Subject == c.Id))
            .Select(c => new Missing(c.TeamId, PostKind.Card, c.Id)).ToListAsync(cancel);
        var now = time.GetUtcNow();
        var verdicts = await claims
            .SelectMany(c => c.Verdicts, (c, v) => new { c.TeamId, v.Id, v.PublishedAt, v.ReplacedAt, v.RetractedAt })
            .Where(v => v.PublishedAt <= now && (v.ReplacedAt == null || v.ReplacedAt > now) && v.RetractedAt == null)
            .Where(v => !posts.Any(p => p.Kind == PostKind.Verdict && p.Subject == v.Id))
            .Select(v => new Missing(v.TeamId, PostKind.Verdict, v.Id)).ToListAsync(cancel);
        var digests = await db.Digests.IgnoreQueryFilters()
            .Where(d => !posts.Any(p => (p.Kind == PostKind.Digest || p.Kind == PostKind.PersonalDigest) && p.Subject == d.Id))
            .Select(d => new Missing(d.TeamId, d.Kind == DigestKind.Personal ? PostKind.PersonalDigest : PostKind.Digest, d.Id))
            .ToListAsync(cancel);
        return [.. cards, .. verdicts, .. digests];
    }

    private sealed record Missing(Chat.TeamId TeamId, PostKind Kind, long Subject);
}

/// <summary>Posts of which each waits for the one before.</summary>
public sealed record PostLane(Chat.TeamId Team, PostKind Kind, IReadOnlyList<Guid> Posts);
