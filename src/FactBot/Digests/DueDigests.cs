using FactBot.Audit;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Audit;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary>Finds and makes the digests that are due. Reads only the tables, so a restart changes nothing.</summary>
public sealed class DueDigests(FactBotDbContext db, TimeProvider time)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Returns the teams with a digest due, in two queries over all teams.</summary>
    public async Task<IReadOnlyList<TeamId>> FindTeamsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var digests = db.Digests.IgnoreQueryFilters();
        var teams = await db.Teams.AsNoTracking().Where(t => t.SetUpAt != null).OrderBy(t => t.Id).Select(t => new
        {
            Team = t,
            Daily = digests.Where(d => d.TeamId == t.Id && d.Kind == DigestKind.Daily)
                .OrderByDescending(d => d.Due).Select(d => (DateTimeOffset?)d.Due).FirstOrDefault(),
            Weekly = digests.Where(d => d.TeamId == t.Id && d.Kind == DigestKind.Weekly)
                .OrderByDescending(d => d.Due).Select(d => (DateTimeOffset?)d.Due).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        var readers = (await ReadersAsync(db.Reviewers.IgnoreQueryFilters(), digests, cancellationToken)).ToLookup(r => r.TeamId);
        return
        [
            .. teams.Where(t => t.Team.Digests.FindDue(t.Team.Zone, t.Daily, now) is not null
                    || t.Team.Digests.FindWeeklyDue(t.Team.Zone, t.Weekly, now) is not null
                    || readers[t.Team.Id].Any(r => t.Team.Digests.FindDue(t.Team.Zone, r.Last, now) is not null))
                .Select(t => t.Team.Id),
        ];
    }

    /// <summary>Makes the team's due digests, if any; their posts follow from them.</summary>
    public async Task<bool> MakeAsync(TeamId id, CancellationToken cancellationToken)
    {
        db.CurrentTeam = id;
        var now = time.GetUtcNow();
        var team = await db.Teams.SingleAsync(t => t.Id == id, cancellationToken);
        var (plan, zone) = (team.Digests, team.Zone);
        var due = new List<Digest>();
        var made = team.TimeOfNext(now.TruncateToMilliseconds());
        if (plan.FindDue(zone, await LastDueAsync(DigestKind.Daily, cancellationToken), now) is { } daily)
        {
            due.Add(Digest.Daily(id, daily, zone, await EndOfLastAsync(team, cancellationToken), made));
        }

        if (plan.FindWeeklyDue(zone, await LastDueAsync(DigestKind.Weekly, cancellationToken), now) is { } weekly)
        {
            due.Add(Digest.Weekly(id, weekly, zone, await EndOfLastWeekAsync(now, cancellationToken), made));
        }

        foreach (var reader in await ReadersAsync(db.Reviewers, db.Digests, cancellationToken))
        {
            if (plan.FindDue(zone, reader.Last, now) is { } slot)
            {
                due.Add(Digest.Personal(id, reader.Person, slot, zone, made));
            }
        }

        db.Digests.AddRange(due);
        db.Audit.AddRange(due.Select(d => team.Record(FactOf(d), made)));
        await db.SaveChangesAsync(cancellationToken);
        return due.Count > 0;
    }

    private static AuditFact FactOf(Digest digest) => digest.Kind == DigestKind.Personal
        ? new(null, EventWords.MadeDigest, EventWords.OwnDigest, null)
        : new(null, EventWords.MadeDigest, $"digest {digest.Key}", $"digest {digest.Key}", EventJson.Write(new DigestMade(digest.Kind, digest.Key, digest.Due, digest.From)));

    /// <summary>Returns the start of the team's next digest: the end of the last one.</summary>
    public async Task<DateTimeOffset> EndOfLastAsync(Team team, CancellationToken cancellationToken) =>
        await db.Digests.Where(d => d.Kind == DigestKind.Daily || d.Kind == DigestKind.AskedFor)
            .OrderByDescending(d => d.Until).Select(d => (DateTimeOffset?)d.Until).FirstOrDefaultAsync(cancellationToken) ?? team.SetUpAt!.Value;

    /// <summary>Says when the next daily digest comes, as a sentence.</summary>
    public async Task<Words> NextAsync(Team team, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var last = await LastDueAsync(DigestKind.Daily, cancellationToken);
        return team.Digests.FindDue(team.Zone, last, now) is not null ? (Words)$"Today’s digest goes out now."
            : team.Digests.FindNext(team.Zone, last, now) is { } next ? (Words)$"The next daily one comes {next:f}, {next:R}."
            : $"Digests are paused; {new CommandName("digest resume")} ends that.";
    }

    /// <summary>Returns the slot of the team's last digest of a kind; null if there was none.</summary>
    public Task<DateTimeOffset?> LastDueAsync(DigestKind kind, CancellationToken cancellationToken) =>
        db.Digests.Where(d => d.Kind == kind).OrderByDescending(d => d.Due).Select(d => (DateTimeOffset?)d.Due).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Returns the start of the weekly digest: the end of the last one, unless that was long ago.</summary>
    private async Task<DateTimeOffset> EndOfLastWeekAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await db.Digests.Where(d => d.Kind == DigestKind.Weekly)
            .OrderByDescending(d => d.Until).Select(d => (DateTimeOffset?)d.Until).FirstOrDefaultAsync(cancellationToken);
        return last is { } end && now - end < 2 * Week ? end : now - Week;
    }

    private static async Task<List<DigestReader>> ReadersAsync(
        IQueryable<Reviewer> reviewers, IQueryable<Digest> digests, CancellationToken cancellationToken) =>
        await reviewers.Where(r => r.WantsDigest).Select(r => new DigestReader(
            r.TeamId,
            r.Person,
            digests.Where(d => d.TeamId == r.TeamId && d.Kind == DigestKind.Personal && d.Reader == r.Person)
                .OrderByDescending(d => d.Due).Select(d => (DateTimeOffset?)d.Due).FirstOrDefault()))
            .ToListAsync(cancellationToken);

    private sealed record DigestReader(TeamId TeamId, PersonId Person, DateTimeOffset? Last);
}
