using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Posts;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Reminders;

/// <summary>
/// Finds the reviewers to remind: at half their time, when their vote is due, and a day later, when their place becomes
/// available to others. If several steps were missed, only the last is taken.
/// </summary>
public sealed class DueReminders(FactBotDbContext db, TimeProvider time)
{
    /// <summary>Returns unposted reminders of all teams; none in quiet hours, only offered places of absent reviewers.</summary>
    public async Task<IReadOnlyList<DueReminder>> FindAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var offered = now - Assignment.OfferedAfter;
        List<DueReminder> due =
        [
            .. await FindAsync(PostKind.HalfwayReminder, a => a.Assignment.HalfTime <= now && a.Assignment.Due > now, now, cancellationToken),
            .. await FindAsync(PostKind.DueReminder, a => a.Assignment.Due <= now && a.Assignment.Due > offered, now, cancellationToken),
            .. await FindAsync(PostKind.OverdueOffer, a => a.Assignment.Due <= offered, now, cancellationToken),
        ];
        if (due.Count == 0)
        {
            return due;
        }

        var teams = due.Select(r => r.TeamId).Distinct().ToList();
        var quiet = (await db.Teams.AsNoTracking().Where(t => teams.Contains(t.Id)).ToListAsync(cancellationToken))
            .Where(t => t.QuietHours?.Cover(DigestSchedule.LocalTimeAt(t.Zone, now).ToTimeOnly()) == true)
            .Select(t => t.Id).ToHashSet();
        return due.FindAll(r => !quiet.Contains(r.TeamId));
    }

    private Task<List<DueReminder>> FindAsync(
        PostKind kind, System.Linq.Expressions.Expression<Func<OpenAssignment, bool>> isDue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var posts = db.Posts.IgnoreQueryFilters();
        var reviewers = db.Reviewers.IgnoreQueryFilters();
        return db.Claims.IgnoreQueryFilters().Where(c => c.Stage == Stage.Open)
            .SelectMany(c => c.Assignments, (c, assignment) => new OpenAssignment { TeamId = c.TeamId, Claim = c.Id, Assignment = assignment })
            .Where(a => a.Assignment.State == AssignmentState.Open).Where(isDue)
            .Where(a => !posts.Any(p => p.Kind == kind && p.Subject == a.Assignment.Id))
            // An offered place concerns the others, so it doesn't wait for a reviewer who is away.
            .Where(a => kind == PostKind.OverdueOffer || !reviewers.Any(r => r.TeamId == a.TeamId && r.Person == a.Assignment.Reviewer && r.AwayUntil > now))
            .Select(a => new DueReminder(a.TeamId, kind, a.Assignment.Id, a.Claim)).ToListAsync(cancellationToken);
    }

    private sealed class OpenAssignment
    {
        public TeamId TeamId { get; init; }

        public long Claim { get; init; }

        public required Assignment Assignment { get; init; }
    }
}

/// <summary>A reminder that is due, with the ids of its assignment and claim.</summary>
public sealed record DueReminder(TeamId TeamId, PostKind Kind, long Assignment, long Claim);
