using FactBot.Audit;
using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary>Which teams' digest time has passed without a digest: asked of the tables, so a restart changes nothing.</summary>
public sealed class DueDigests(DeskContext db, TimeProvider time)
{
    /// <summary>The teams whose digest is due, in one query over all of them.</summary>
    public async Task<IReadOnlyList<TeamId>> FindTeamsAsync(CancellationToken cancel)
    {
        // The keys of daily digests are dates, which stand before those of digests that were asked for.
        var daily = db.Digests.IgnoreQueryFilters().Where(d => string.Compare(d.Key, "a") < 0);
        var teams = await db.Teams.AsNoTracking().Where(t => t.SetUpAt != null).OrderBy(t => t.Id).Select(t => new
        {
            Team = t,
            Latest = daily.Where(d => d.TeamId == t.Id).OrderByDescending(d => d.Key).Select(d => d.Key).FirstOrDefault(),
        }).ToListAsync(cancel);
        return [.. teams.Where(t => FindDue(t.Team) is { } key && string.CompareOrdinal(t.Latest, key) < 0).Select(t => t.Team.Id)];
    }

    /// <summary>Makes the digest that is due for the team, if one is; its post follows from it.</summary>
    public async Task<bool> MakeAsync(TeamId id, CancellationToken cancel)
    {
        db.CurrentTeam = id;
        var team = await db.Teams.SingleAsync(t => t.Id == id, cancel);
        if (FindDue(team) is not { } key || await db.Digests.AnyAsync(d => d.Key == key, cancel))
        {
            return false;
        }

        db.Digests.Add(await NextAsync(team, key, cancel));
        db.Audit.Add(team.Record(new AuditFact(null, "made the digest", $"digest {key}", $"digest {key}"), time.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>A digest from the end of the last one until now.</summary>
    public async Task<Digest> NextAsync(Team team, string key, CancellationToken cancel)
    {
        var last = await db.Digests.OrderByDescending(d => d.Until).FirstOrDefaultAsync(cancel);
        return new Digest(team.Id, key, last?.Until ?? team.SetUpAt!.Value, time.GetUtcNow());
    }

    /// <summary>The key of the daily digest whose time has come and is not long past; null where there is none.</summary>
    private string? FindDue(Team team)
    {
        var now = time.GetUtcNow();
        var (date, due) = DigestSchedule.LatestDue(team.Zone, team.DigestTime, now);
        return due > team.DigestsFrom && now - due <= DigestSchedule.Patience ? Digest.DailyKey(date) : null;
    }
}
