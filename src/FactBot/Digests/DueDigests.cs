using FactBot.Audit;
using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary>Which teams' digest time has passed without a digest: asked of the tables, so a restart changes nothing.</summary>
public sealed class DueDigests(DeskContext db, TimeProvider time)
{
    /// <summary>Makes the digest that is due for the team, if one is; its post follows from it.</summary>
    public async Task<bool> MakeAsync(TeamId id, CancellationToken cancel)
    {
        db.CurrentTeam = id;
        var team = await db.Teams.SingleAsync(t => t.Id == id, cancel);
        var now = time.GetUtcNow();
        var (date, due) = DigestSchedule.LatestDue(team.Zone, team.DigestTime, now);
        if (due <= team.DigestsFrom || now - due > DigestSchedule.Patience)
        {
            return false;
        }

        var key = Digest.DailyKey(date);
        if (await db.Digests.AnyAsync(d => d.Key == key, cancel))
        {
            return false;
        }

        db.Digests.Add(await NextAsync(team, key, cancel));
        db.Audit.Add(team.Record(new AuditFact(null, "made the digest", $"digest {key}", $"digest {key}"), now));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>A digest from the end of the last one until now.</summary>
    public async Task<Digest> NextAsync(Team team, string key, CancellationToken cancel)
    {
        var last = await db.Digests.OrderByDescending(d => d.Until).FirstOrDefaultAsync(cancel);
        return new Digest(team.Id, key, last?.Until ?? team.SetUpAt!.Value, time.GetUtcNow());
    }
}
