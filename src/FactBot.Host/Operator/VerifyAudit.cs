using FactBot.Audit;
using FactBot.Chat;
using FactBot.Host.Operations;
using FactBot.Host.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Host.Operator;

/// <summary><c>audit verify</c>: whether every team's audit trail is as it was written.</summary>
internal static class VerifyAudit
{
    private const int MostFlaws = 20;

    public static async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var desk = CommandDesk.Open();
        await using var db = await desk.ReadDatabaseAsync(cancel);
        var isWhole = true;
        await foreach (var line in ReadAsync(db, cancel))
        {
            isWhole &= line.Flaws.Count == 0;
            await Console.Out.WriteLineAsync(Describe(line));
        }

        return isWhole ? 0 : ExitCode.Failed;
    }

    /// <summary>Each team's trail.</summary>
    public static async IAsyncEnumerable<TeamTrail> ReadAsync(
        SqliteDeskContext db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var team in await db.Teams.OrderBy(t => t.Id).Select(t => new { t.Id, t.AuditLength, t.AuditHead }).ToListAsync(cancel))
        {
            var entries = db.Audit.IgnoreQueryFilters().AsNoTracking().Where(e => e.TeamId == team.Id).OrderBy(e => e.Number);
            yield return new(team.Id, new(team.AuditLength, team.AuditHead), [.. AuditChain.FindFlaws(entries, team.AuditLength, team.AuditHead)]);
        }
    }

    private static string Describe(TeamTrail trail)
    {
        if (trail.Flaws.Count == 0)
        {
            return $"Team {trail.Team}: whole, up to {trail.Head}.";
        }

        var lines = trail.Flaws.Take(MostFlaws).Select(f => $"  entry {f.Number} {f.What}");
        var rest = trail.Flaws.Count > MostFlaws ? $"{Environment.NewLine}  … and {trail.Flaws.Count - MostFlaws:N0} more" : "";
        return $"Team {trail.Team}: not as it was written.{Environment.NewLine}{string.Join(Environment.NewLine, lines)}{rest}";
    }
}

/// <summary>A team's audit trail, and what is wrong with it.</summary>
internal sealed record TeamTrail(TeamId Team, AuditHead Head, IReadOnlyList<AuditFlaw> Flaws);
