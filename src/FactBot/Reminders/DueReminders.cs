using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Posts;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Reminders;

/// <summary>
/// Reminds a claim's reviewers: at half their time, when their vote is due, and a day later, when their place becomes
/// available to others. If several steps were missed, only the last is taken.
/// </summary>
public sealed class DueReminders(FactBotDbContext db, TimeProvider time)
{
    private static readonly PostKind[] Kinds = [PostKind.HalfwayReminder, PostKind.DueReminder, PostKind.OverdueOffer];

    /// <summary>
    /// Adds the posts of the reminders that are due: none in quiet hours, and for absent reviewers only the offer of their place.
    /// The caller saves.
    /// </summary>
    /// <returns>When those held back can be made; null if none is.</returns>
    public async Task<DateTimeOffset?> AddAsync(Team team, Claim claim, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = claim.Stage == Stage.Open ? claim.OpenAssignments.Where(a => a.HalfTime <= now).ToList() : [];
        if (due.Count == 0)
        {
            return null;
        }

        var (ids, people) = (due.ConvertAll(a => a.Id), due.ConvertAll(a => a.Reviewer));
        var made = await db.Posts.Where(p => Kinds.Contains(p.Kind) && ids.Contains(p.Subject)).Select(p => new { p.Kind, p.Subject }).ToListAsync(cancellationToken);
        var away = await db.Reviewers.Where(r => people.Contains(r.Person) && r.AwayUntil > now).ToDictionaryAsync(r => r.Person, r => r.AwayUntil, cancellationToken);
        var quietUntil = team.QuietUntil(now);
        DateTimeOffset? heldUntil = null;
        foreach (var assignment in due)
        {
            var kind = StepOf(assignment, now);
            if (made.Any(m => m.Kind == kind && m.Subject == assignment.Id))
            {
                continue;
            }

            // An offered place concerns the others, so it doesn't wait for a reviewer who is away.
            var until = quietUntil ?? (kind == PostKind.OverdueOffer ? null : away.GetValueOrDefault(assignment.Reviewer));
            if (until is null)
            {
                db.Posts.Add(new Post(team.Id, kind, assignment.Id, now, claim.Id));
            }
            else if (!(heldUntil < until))
            {
                heldUntil = until;
            }
        }

        return heldUntil;
    }

    private static PostKind StepOf(Assignment assignment, DateTimeOffset now) =>
        assignment.IsOffered(now) ? PostKind.OverdueOffer : assignment.Due <= now ? PostKind.DueReminder : PostKind.HalfwayReminder;
}
