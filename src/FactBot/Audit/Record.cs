using System.Data.Common;
using FactBot.Domain;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Audit;

/// <summary>A team's record: its audit trail, and its tables, which must agree with the trail.</summary>
public sealed class Record(FactBotDbContext db)
{
    /// <summary>Reads a team's trail, replays it, and compares every table with the result.</summary>
    /// <param name="team">Becomes the context's current team.</param>
    /// <param name="heads">Heads noted elsewhere, such as in digests; those of other teams are ignored.</param>
    public async Task<RecordFinding> VerifyAsync(TeamId team, IReadOnlyCollection<AuditHead> heads, CancellationToken cancellationToken)
    {
        db.CurrentTeam = team;
        var end = await db.Teams.Where(t => t.Id == team).Select(t => new AuditHead(t.AuditLength, t.AuditHead)).SingleAsync(cancellationToken);
        var trail = db.Audit.AsNoTracking().OrderBy(e => e.Number);
        var flaws = AuditChain.FindFlaws(trail, end.Number, end.Hash).Select(f => f.ToString()).ToList();
        var held = new List<AuditHead>();
        foreach (var head in heads)
        {
            if (await db.Audit.AnyAsync(e => e.Number == head.Number && e.Hash.StartsWith(head.Hash), cancellationToken))
            {
                held.Add(head);
            }
        }

        var (read, unknown) = (new List<string>(), new List<string>());
        try
        {
            var leftOut = await LeftOutAsync(cancellationToken);
            var replay = Replay.Follow(team, trail, leftOut, db.Model);
            flaws.AddRange(replay.Flaws.Select(f => f.ToString()));
            flaws.AddRange(await CompareAsync(replay, cancellationToken));
            unknown.AddRange(replay.Unknown.Where(u => !u.Key.StartsWith("reviewer ", StringComparison.Ordinal) && u.Key is not ("themselves" or "digest"))
                .Select(u => $"{u.Key} can't be compared: {u.Value}"));
        }
        catch (Exception e) when (e is DbException or InvalidCastException or FormatException or InvalidOperationException or ArgumentException)
        {
            flaws.Add($"the tables can't be read to the end: {e.Message}");
        }

        return new(team, end, flaws, unknown, held);
    }

    /// <summary>Returns which of the given claims and articles, named as in the trail, differ from the trail.</summary>
    internal async Task<IReadOnlySet<string>> FindUntrueAsync(IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        var trail = await db.Audit.AsNoTracking().Where(e => e.Subject == "team" || subjects.Contains(e.Subject)).OrderBy(e => e.Number).ToListAsync(cancellationToken);
        var replay = Replay.Follow(db.CurrentTeam, trail, await LeftOutAsync(cancellationToken), db.Model);
        var comparison = new ClaimComparison(db, replay);
        var untrue = new HashSet<string>();
        foreach (var number in replay.Claims.Keys)
        {
            if (await comparison.IsTrueAsync(number, cancellationToken) == false)
            {
                untrue.Add($"claim #{number}");
            }
        }

        return untrue;
    }

    /// <summary>Returns the entries whose sealed votes were left out of an export.</summary>
    private async Task<HashSet<int>> LeftOutAsync(CancellationToken cancellationToken) =>
        (await db.Audit.AsNoTracking().Where(e => e.Action == SealedLeftOut.Name).ToListAsync(cancellationToken))
        .Select(e => e.HasTrueDetails ? e.Event : null).OfType<SealedLeftOut>().SelectMany(d => d.Entries).ToHashSet();

    private async Task<List<string>> CompareAsync(Replay replay, CancellationToken cancellationToken)
    {
        var last = await db.Audit.MaxAsync(e => (DateTimeOffset?)e.At, cancellationToken);
        var (team, articles) = (new TeamComparison(db, replay), new ArticleComparison(db, replay));
        return
        [
            .. await team.FindFlawsAsync(last, cancellationToken).ToListAsync(cancellationToken),
            .. await articles.FindFlawsAsync(cancellationToken).ToListAsync(cancellationToken),
            .. await new ClaimComparison(db, replay).FindFlawsAsync(articles.Numbers, cancellationToken),
            .. await articles.FindFlawsInTextsAsync(cancellationToken).ToListAsync(cancellationToken),
            .. await team.FindFlawsInReviewersAsync(cancellationToken).ToListAsync(cancellationToken),
            .. await team.FindFlawsInDigestsAsync(cancellationToken).ToListAsync(cancellationToken),
        ];
    }
}

/// <summary>The result of verifying a team's record.</summary>
/// <param name="Head">The head of its trail.</param>
/// <param name="Flaws">What differs from what was written, in sentences; empty if the record is intact.</param>
/// <param name="Unknown">What can't be compared because trail details were erased before a snapshot was recorded.</param>
/// <param name="Held">The given heads that its trail contains.</param>
public sealed record RecordFinding(
    TeamId Team, AuditHead Head, IReadOnlyList<string> Flaws, IReadOnlyList<string> Unknown, IReadOnlyList<AuditHead> Held)
{
    public bool IsWhole => Flaws.Count == 0;
}
