using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Reminders;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>Finds posts that are missing or outdated, from the tables of all teams.</summary>
public sealed class DuePosts(FactBotDbContext db, DueReminders reminders, TimeProvider time)
{
    /// <summary>A post delayed this long means that something keeps the bot from working.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <summary>Adds a row for each missing post, and marks cards that are older than their claim.</summary>
    public async Task MarkAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var missing = await MissingAsync(cancellationToken);
        db.Posts.AddRange(missing.Select(m => new Post(m.TeamId, m.Kind, m.Subject, now)));
        db.Posts.AddRange((await reminders.FindAsync(cancellationToken)).Select(r => new Post(r.TeamId, r.Kind, r.Assignment, now, r.Claim)));

        var posts = db.Posts.IgnoreQueryFilters();
        // Counts revisions as ClaimCard and VerdictCard do.
        var old = await (
            from post in posts
            join claim in db.Claims.IgnoreQueryFilters() on post.Subject equals claim.Id
            let revision = claim.Revision + claim.Verdicts.Count(v => v.GivenAt < v.PublishedAt && v.PublishedAt <= now)
            where post.Kind == PostKind.Card && post.Wanted < revision
            select new { Post = post, Revision = revision }).ToListAsync(cancellationToken);
        old.ForEach(o => o.Post.Want(o.Revision, now));
        var marked = await (
            from post in posts
            from verdict in db.Claims.IgnoreQueryFilters().SelectMany(c => c.Verdicts)
            let revision = verdict.Revision + (verdict.ReplacedAt <= now ? 1 : 0)
            where post.Kind == PostKind.Verdict && post.Subject == verdict.Id && post.Wanted < revision
            select new { Post = post, Revision = revision }).ToListAsync(cancellationToken);
        marked.ForEach(m => m.Post.Want(m.Revision, now));
        await db.SaveChangesAsync(cancellationToken);
        await AskForThreadsAsync(now, cancellationToken);
    }

    /// <summary>Requests threads for claims that are accepted or have a message for their thread, and no earlier.</summary>
    private async Task AskForThreadsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var posts = db.Posts.IgnoreQueryFilters();
        var cards = await posts
            .Where(p => p.Kind == PostKind.Card && !p.WantsThread)
            .Where(p => posts.Any(t => t.ThreadOf == p.Subject)
                || db.Claims.IgnoreQueryFilters().Any(c => c.Id == p.Subject && !Stages.Unreviewed.Contains(c.Stage)))
            .ToListAsync(cancellationToken);
        cards.ForEach(c => c.AskForThread(now));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Returns the posts to send now. A team's posts of one kind form a queue, oldest first; a queue whose channel is closed
    /// waits as a whole.
    /// </summary>
    public async Task<IReadOnlyList<PostQueue>> ToSendAsync(CancellationToken cancellationToken)
    {
        var due = await DueSince(time.GetUtcNow())
            .Select(p => new Due(
                p.Id, p.TeamId, p.Kind, p.Subject, p.Kind == PostKind.Card && p.Message == null,
                db.Claims.IgnoreQueryFilters().Where(c => p.Kind == PostKind.Card && c.Id == p.Subject).Select(c => (PersonId?)c.SubmittedBy).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return [.. due.GroupBy(p => (p.Team, p.Kind)).Select(q => new PostQueue(q.Key.Team, q.Key.Kind, [.. InTurn(q).Select(p => p.Id)]))];
    }

    /// <summary>
    /// Orders a queue oldest first. Among cards, updated ones come first, then new ones taking turns between submitters, so that
    /// one person's many claims don't delay someone else's few.
    /// </summary>
    private static IEnumerable<Due> InTurn(IEnumerable<Due> queue) => queue
        .OrderBy(p => p.Subject)
        .GroupBy(p => p.IsNewCard ? p.Submitter : null)
        .SelectMany(own => own.Select((post, turn) => (post, turn: post.IsNewCard ? turn + 1 : 0)))
        .OrderBy(p => p.turn).ThenBy(p => p.post.Subject)
        .Select(p => p.post);

    /// <summary>Counts the posts the chat doesn't yet show as they should be.</summary>
    public int CountWaiting() => db.Posts.IgnoreQueryFilters().Count(p => p.Shown < p.Wanted);

    /// <summary>Counts the posts that could have been sent five minutes ago but weren't.</summary>
    public int CountOverdue() => DueSince(time.GetUtcNow() - Late).Count();

    /// <summary>Returns posts due by then that can be sent now: their thread exists, and their channel isn't closed.</summary>
    private IQueryable<Post> DueSince(DateTimeOffset at)
    {
        var now = time.GetUtcNow();
        var posts = db.Posts.IgnoreQueryFilters();
        return posts.Where(Post.IsDue(at))
            .Where(p => p.ThreadOf == null || p.ErasedBy != null || posts.Any(c => c.Kind == PostKind.Card && c.Subject == p.ThreadOf && c.Thread != null))
            .Where(p => !posts.Where(Post.WaitsForChannel(now)).Any(q => q.TeamId == p.TeamId && q.Kind == p.Kind && q.ThreadOf == p.ThreadOf));
    }

    private async Task<List<Missing>> MissingAsync(CancellationToken cancellationToken)
    {
        var posts = db.Posts.IgnoreQueryFilters();
        var claims = db.Claims.IgnoreQueryFilters();
        var cards = await claims
            .Where(c => !posts.Any(p => p.Kind == PostKind.Card && p.Subject == c.Id))
            .Select(c => new Missing(c.TeamId, PostKind.Card, c.Id)).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var verdicts = await claims
            .SelectMany(c => c.Verdicts, (c, v) => new { c.TeamId, v.Id, v.PublishedAt, v.ReplacedAt, v.RetractedAt })
            .Where(v => v.PublishedAt <= now && (v.ReplacedAt == null || v.ReplacedAt > now) && v.RetractedAt == null)
            .Where(v => !posts.Any(p => p.Kind == PostKind.Verdict && p.Subject == v.Id))
            .Select(v => new Missing(v.TeamId, PostKind.Verdict, v.Id)).ToListAsync(cancellationToken);
        var digests = await db.Digests.IgnoreQueryFilters()
            .Where(d => !posts.Any(p => (p.Kind == PostKind.Digest || p.Kind == PostKind.PersonalDigest) && p.Subject == d.Id))
            .Select(d => new Missing(d.TeamId, d.Kind == DigestKind.Personal ? PostKind.PersonalDigest : PostKind.Digest, d.Id))
            .ToListAsync(cancellationToken);
        return [.. cards, .. verdicts, .. digests];
    }

    private sealed record Due(Guid Id, TeamId Team, PostKind Kind, long Subject, bool IsNewCard, PersonId? Submitter);

    private sealed record Missing(TeamId TeamId, PostKind Kind, long Subject);
}

/// <summary>A queue of posts, each of which waits for the one before.</summary>
public sealed record PostQueue(TeamId Team, PostKind Kind, IReadOnlyList<Guid> Posts);
