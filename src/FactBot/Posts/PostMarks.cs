using FactBot.Claims;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Verdicts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FactBot.Posts;

/// <summary>
/// Marks the posts that a save makes missing or outdated, and plans the looks that it makes necessary, in the save's own
/// transaction: whatever is saved is posted, even if the program ends right after.
/// </summary>
internal sealed class PostMarks
{
    private readonly FactBotDbContext db;
    private readonly DateTimeOffset now;
    private readonly List<Claim> claims;
    private readonly List<Claim> withNewIds;
    private readonly List<Digest> digests;
    private readonly List<Reviewer> absences;
    private readonly List<Team> quietHours;
    private readonly List<(Post Post, DateTimeOffset? DueAt)> posts = [];
    private bool isSooner;

    private PostMarks(FactBotDbContext db)
    {
        (this.db, now) = (db, db.Time.GetUtcNow());
        var entries = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        claims = [.. entries.Select(e => e.Entity).OfType<Claim>()];
        withNewIds = claims.FindAll(c => IsNew(c) || c.Verdicts.Any(IsNew));
        digests = [.. entries.Select(e => e.Entity).OfType<Digest>().Where(IsNew)];
        absences = [.. Changed<Reviewer>(entries, nameof(Reviewer.AwayUntil))];
        quietHours = [.. Changed<Team>(entries, nameof(Team.QuietHours))];
        foreach (var team in TeamsWithOtherDigests(entries))
        {
            Plan(team, now);
        }
    }

    /// <summary>Whether more has to be saved once the new rows have their ids, in the same transaction.</summary>
    public bool GoOn => withNewIds.Count + digests.Count + absences.Count + quietHours.Count > 0;

    /// <summary>Whether the loop has something to do sooner than it knew.</summary>
    public bool IsSooner => isSooner || digests.Count + absences.Count + quietHours.Count > 0
        || posts.Exists(p => p.Post.DueAt is { } due && (p.DueAt is null || due < p.DueAt));

    /// <summary>Marks what can be marked before the save.</summary>
    public static async Task<PostMarks> BeginAsync(FactBotDbContext db, CancellationToken cancellationToken)
    {
        var marks = new PostMarks(db);
        foreach (var claim in marks.claims)
        {
            await marks.MarkAsync(claim, cancellationToken);
        }

        marks.NotePosts();
        return marks;
    }

    /// <summary>Marks what needs the ids of the rows just saved. The caller saves again.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        foreach (var claim in withNewIds)
        {
            await MarkAsync(claim, cancellationToken);
        }

        foreach (var digest in digests)
        {
            db.Posts.Add(new Post(digest.TeamId, digest.Kind == DigestKind.Personal ? PostKind.PersonalDigest : PostKind.Digest, digest.Id, now));
        }

        foreach (var reviewer in absences)
        {
            var open = db.Set<Assignment>().Where(a => a.Reviewer == reviewer.Person && a.State == AssignmentState.Open).Select(a => EF.Property<long>(a, "ClaimId"));
            await NextLook.AskAsync(db.Claims.IgnoreQueryFilters().Where(c => c.TeamId == reviewer.TeamId && open.Contains(c.Id)), now, cancellationToken);
        }

        foreach (var team in quietHours)
        {
            await NextLook.AskAsync(db.Claims.IgnoreQueryFilters().Where(c => c.TeamId == team.Id && c.Stage == Stage.Open), now, cancellationToken);
        }

        NotePosts();
    }

    /// <summary>Notes when the posts that are about to be saved were due before.</summary>
    private void NotePosts() => posts.AddRange(db.ChangeTracker.Entries<Post>()
        .Where(p => p.State is EntityState.Added or EntityState.Modified).Select(p => (p.Entity, p.Entity.DueAt)));

    private async Task MarkAsync(Claim claim, CancellationToken cancellationToken)
    {
        CollectionEntry[] parts = [db.Entry(claim).Collection(c => c.Verdicts), db.Entry(claim).Collection(c => c.Assignments)];
        if (IsNew(claim))
        {
            Array.ForEach(parts, p => p.IsLoaded = true);
        }

        if (!parts.All(p => p.IsLoaded))
        {
            // Too little of it was read to tell what its posts should show.
            Plan(claim, now);
            return;
        }

        Plan(claim, NextLook.AfterChange(claim, NextLook.Planned(db, claim), now));
        if (claim.Id == 0)
        {
            return;
        }

        var card = await db.Posts.IgnoreQueryFilters()
            .FirstOrDefaultAsync(p => p.TeamId == claim.TeamId && p.Kind == PostKind.Card && p.Subject == claim.Id, cancellationToken)
            ?? Add(claim, PostKind.Card, claim.Id);
        card.Want(ClaimCard.RevisionOf(claim, now), now);
        if (!card.WantsThread && (!Stages.Unreviewed.Contains(claim.Stage) || HasNewsFor(claim)))
        {
            card.AskForThread(now);
        }

        var ids = claim.Verdicts.Select(v => v.Id).Where(id => id != 0).ToList();
        var known = ids.Count == 0 ? [] : await db.Posts.IgnoreQueryFilters()
            .Where(p => p.TeamId == claim.TeamId && p.Kind == PostKind.Verdict && ids.Contains(p.Subject)).ToListAsync(cancellationToken);
        foreach (var verdict in claim.Verdicts.Where(v => v.Id != 0))
        {
            var post = known.Find(p => p.Subject == verdict.Id)
                ?? (verdict.PublishedAt <= now && !verdict.IsReplaced(now) && verdict.RetractedAt is null ? Add(claim, PostKind.Verdict, verdict.Id) : null);
            post?.Want(VerdictCard.RevisionOf(verdict, now), now);
        }
    }

    private Post Add(Claim claim, PostKind kind, long subject) => db.Posts.Add(new Post(claim.TeamId, kind, subject, now)).Entity;

    private void Plan(object subject, DateTimeOffset? at)
    {
        isSooner |= at is not null && !(NextLook.Planned(db, subject) <= at);
        NextLook.Plan(db, subject, at);
    }

    /// <summary>Whether the save adds a message for the claim's thread.</summary>
    private bool HasNewsFor(Claim claim) => db.Posts.Local.Any(p => p.ThreadOf == claim.Id);

    private bool IsNew(object entity) => db.Entry(entity).State == EntityState.Added;

    private static IEnumerable<T> Changed<T>(List<EntityEntry> entries, string property) => entries
        .Where(e => e.Entity is T && e.State == EntityState.Modified && e.Property(property).IsModified).Select(e => (T)e.Entity);

    /// <summary>The teams whose digests may come at other times now, or to one more reader.</summary>
    private List<Team> TeamsWithOtherDigests(List<EntityEntry> entries)
    {
        var plans = entries.Where(e => e.Entity is DigestPlan).Select(e => e.Entity);
        var readers = Changed<Reviewer>(entries, nameof(Reviewer.WantsDigest)).Where(r => r.WantsDigest).Select(r => r.TeamId).ToList();
        return db.Teams.Local.Where(t => t.IsSetUp).Where(t => plans.Contains(t.Digests) || readers.Contains(t.Id) || Changed<Team>(entries, nameof(Team.Zone)).Contains(t)).ToList();
    }
}
