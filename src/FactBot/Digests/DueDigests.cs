using FactBot.Audit;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Audit;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Posts;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary>Finds and makes the digests that are due. Reads only the tables, so a restart changes nothing.</summary>
public sealed class DueDigests(FactBotDbContext db, TimeProvider time)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Returns the teams that may have a digest due, the longest due first.</summary>
    public async Task<IReadOnlyList<TeamId>> FindTeamsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.Teams.Where(t => EF.Property<DateTimeOffset?>(t, NextLook.Column) <= now)
            .OrderBy(t => EF.Property<DateTimeOffset?>(t, NextLook.Column)).Select(t => t.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Plans the look at each team anew, no later than before: this program may know other clock changes than the last.</summary>
    public async Task PlanAllAsync(CancellationToken cancellationToken)
    {
        using var turn = await db.HoldTurnAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var team in await db.Teams.Where(t => t.SetUpAt != null).ToListAsync(cancellationToken))
        {
            var next = team.Digests.FindNextLook(team.Zone, now);
            if (!(NextLook.Planned(db, team) <= next))
            {
                NextLook.Plan(db, team, next);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Makes the team's due digests, if any, and plans the next look; their posts follow from them.</summary>
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

        foreach (var reader in await ReadersAsync(cancellationToken))
        {
            if (plan.FindDue(zone, reader.Last, now) is { } slot)
            {
                due.Add(Digest.Personal(id, reader.Person, slot, zone, made));
            }
        }

        NextLook.Plan(db, team, plan.FindNextLook(zone, now));
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

    private Task<List<DigestReader>> ReadersAsync(CancellationToken cancellationToken) =>
        db.Reviewers.Where(r => r.WantsDigest).Select(r => new DigestReader(
            r.Person,
            db.Digests.Where(d => d.Kind == DigestKind.Personal && d.Reader == r.Person)
                .OrderByDescending(d => d.Due).Select(d => (DateTimeOffset?)d.Due).FirstOrDefault()))
            .ToListAsync(cancellationToken);

    private sealed record DigestReader(PersonId Person, DateTimeOffset? Last);
}
