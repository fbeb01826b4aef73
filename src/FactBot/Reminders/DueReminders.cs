using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Posts;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Reminders;

/// <summary>
/// Which reviewers are to be reminded: at half of their time, when their vote is due, and a day after, when their place is
/// offered to others. Of several steps that were missed, the last alone is taken.
/// </summary>
public sealed class DueReminders(DeskContext db, TimeProvider time)
{
    /// <summary>Those of all teams that have not been posted; none in quiet hours, and none to who is away, but for an offer of their place.</summary>
    public async Task<IReadOnlyList<DueReminder>> FindAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var offered = now - Assignment.OfferedAfter;
        List<DueReminder> due =
        [
            .. await FindAsync(PostKind.HalfwayReminder, a => a.Duty.HalfTime <= now && a.Duty.Due > now, now, cancel),
            .. await FindAsync(PostKind.DueReminder, a => a.Duty.Due <= now && a.Duty.Due > offered, now, cancel),
            .. await FindAsync(PostKind.OverdueOffer, a => a.Duty.Due <= offered, now, cancel),
        ];
        if (due.Count == 0)
        {
            return due;
        }

        var teams = due.Select(r => r.TeamId).Distinct().ToList();
        var quiet = (await db.Teams.AsNoTracking().Where(t => teams.Contains(t.Id)).ToListAsync(cancel))
            .Where(t => t.QuietHours?.Cover(DigestSchedule.LocalTimeAt(t.Zone, now).ToTimeOnly()) == true)
            .Select(t => t.Id).ToHashSet();
        return due.FindAll(r => !quiet.Contains(r.TeamId));
    }

    private Task<List<DueReminder>> FindAsync(
        PostKind kind, System.Linq.Expressions.Expression<Func<OpenDuty, bool>> isDue, DateTimeOffset now, CancellationToken cancel)
    {
        var posts = db.Posts.IgnoreQueryFilters();
        var reviewers = db.Reviewers.IgnoreQueryFilters();
        return db.Claims.IgnoreQueryFilters().Where(c => c.Stage == Stage.Open)
            .SelectMany(c => c.Assignments, (c, duty) => new OpenDuty { TeamId = c.TeamId, Claim = c.Id, Duty = duty })
            .Where(a => a.Duty.State == AssignmentState.Open).Where(isDue)
            .Where(a => !posts.Any(p => p.Kind == kind && p.Subject == a.Duty.Id))
            // What is offered concerns the others, and does not wait for who is away.
            .Where(a => kind == PostKind.OverdueOffer || !reviewers.Any(r => r.TeamId == a.TeamId && r.Person == a.Duty.Reviewer && r.AwayUntil > now))
            .Select(a => new DueReminder(a.TeamId, kind, a.Duty.Id, a.Claim)).ToListAsync(cancel);
    }

    private sealed class OpenDuty
    {
        public TeamId TeamId { get; init; }

        public long Claim { get; init; }

        public required Assignment Duty { get; init; }
    }
}

/// <summary>A reminder that is due, by the ids of its assignment and claim.</summary>
public sealed record DueReminder(TeamId TeamId, PostKind Kind, long Assignment, long Claim);
