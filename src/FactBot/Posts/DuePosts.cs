using FactBot.Chat;
using FactBot.Domain;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>Finds the posts of all teams that are due, by the index of <see cref="Post.DueAt"/>.</summary>
public sealed class DuePosts(FactBotDbContext db, TimeProvider time)
{
    /// <summary>A post delayed this long means that something keeps the bot from working.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    private IQueryable<Post> Posts => db.Posts.IgnoreQueryFilters();

    /// <summary>
    /// Returns the posts to send now. A team's posts of one kind form a queue, oldest first; a queue whose channel is closed
    /// waits as a whole.
    /// </summary>
    public async Task<IReadOnlyList<PostQueue>> ToSendAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await DueBy(now)
            .Select(p => new Due(
                p.Id, new(p.TeamId, p.Kind, p.ThreadOf), p.Subject, p.Kind == PostKind.Card && p.Message == null,
                db.Claims.IgnoreQueryFilters().Where(c => p.Kind == PostKind.Card && c.Id == p.Subject).Select(c => (PersonId?)c.SubmittedBy).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var closed = due.Count == 0 ? [] : await Closed(now).ToHashSetAsync(cancellationToken);
        return
        [
            .. due.Where(p => !closed.Contains(p.Place)).GroupBy(p => (p.Place.Team, p.Place.Kind))
                .Select(q => new PostQueue(q.Key.Team, q.Key.Kind, [.. InTurn(q).Select(p => p.Id)])),
        ];
    }

    /// <summary>Counts the posts the chat doesn't yet show as they should be.</summary>
    public int CountWaiting() => Posts.Count(p => p.DueAt < DateTimeOffset.MaxValue && p.Shown < p.Wanted);

    /// <summary>Counts the posts that could have been sent five minutes ago but weren't.</summary>
    public int CountOverdue()
    {
        var now = time.GetUtcNow();
        var due = DueBy(now - Late).Select(p => new PostPlace(p.TeamId, p.Kind, p.ThreadOf)).ToList();
        var closed = due.Count == 0 ? [] : Closed(now).ToHashSet();
        return due.Count(place => !closed.Contains(place));
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

    /// <summary>Returns posts due by then, except those whose thread doesn't exist yet.</summary>
    private IQueryable<Post> DueBy(DateTimeOffset at) => Posts.Where(p => p.DueAt <= at)
        .Where(p => p.ThreadOf == null || p.ErasedBy != null || Posts.Any(c => c.Kind == PostKind.Card && c.Subject == p.ThreadOf && c.Thread != null));

    /// <summary>Returns the places that refused a post and are left alone for now.</summary>
    private IQueryable<PostPlace> Closed(DateTimeOffset now) => Posts
        .Where(p => p.DueAt > now && p.NextTryAt > now && (p.Cause == ChatTrouble.ChannelGone || p.Cause == ChatTrouble.ChannelClosed))
        .Select(p => new PostPlace(p.TeamId, p.Kind, p.ThreadOf)).Distinct();

    private sealed record Due(Guid Id, PostPlace Place, long Subject, bool IsNewCard, PersonId? Submitter);

    /// <summary>Posts that go into the same channel or thread.</summary>
    private sealed record PostPlace(TeamId Team, PostKind Kind, long? ThreadOf);
}

/// <summary>A queue of posts, each of which waits for the one before.</summary>
public sealed record PostQueue(TeamId Team, PostKind Kind, IReadOnlyList<Guid> Posts);
