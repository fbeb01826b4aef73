using System.CommandLine;
using System.Runtime.CompilerServices;
using FactBot.Audit;
using FactBot.Domain;
using FactBot.Host.Operations;
using FactBot.Host.Storage;
using Microsoft.EntityFrameworkCore;
using Command = System.CommandLine.Command;
using Record = FactBot.Audit.Record;

namespace FactBot.Host.Operator;

/// <summary><c>audit verify</c>: checks that every team's audit trail is unaltered and that the tables agree with it.</summary>
internal static class VerifyAudit
{
    private const int MostFlaws = 20;

    public static Command Command
    {
        get
        {
            var head = new Option<string[]>("--head")
            {
                Description = "Where a trail ended when a digest or a backup noted it, such as 340:1f2e3d4c5b6a7988; can be given more than once",
                AllowMultipleArgumentsPerToken = true,
            };
            head.Validators.Add(given =>
            {
                foreach (var token in given.Tokens.Where(t => AuditHead.Find(t.Value) is null))
                {
                    given.AddError($"“{token.Value}” is no head of a trail; copy it from a digest, such as 340:1f2e3d4c5b6a7988.");
                }
            });
            var command = HostCommands.Command(
                "verify", "Look whether every team's audit trail is as it was written, and the tables say what it tells",
                (parsed, cancellationToken) => RunAsync(parsed.GetValue(head) ?? [], cancellationToken));
            command.Options.Add(head);
            return command;
        }
    }

    /// <summary>Verifies the record of each team.</summary>
    public static async IAsyncEnumerable<RecordFinding> ReadAsync(
        SqliteFactBotDbContext db, IReadOnlyCollection<AuditHead> heads, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var team in await db.Teams.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellationToken))
        {
            yield return await new Record(db).VerifyAsync(team, heads, cancellationToken);
        }
    }

    /// <summary>Returns the first flaw found in any team, as a sentence; null if there is none.</summary>
    public static async Task<string?> FindFlawAsync(SqliteFactBotDbContext db, CancellationToken cancellationToken)
    {
        if (await FindStraysAsync(db, cancellationToken) is [var stray, ..])
        {
            return stray;
        }

        await foreach (var record in ReadAsync(db, [], cancellationToken))
        {
            if (record.Flaws is [var flaw, ..])
            {
                return $"in the record of team {record.Team}, {flaw}";
            }
        }

        return null;
    }

    private static async Task<int> RunAsync(string[] heads, CancellationToken cancellationToken)
    {
        var noted = heads.Select(h => AuditHead.Find(h)!).ToList();
        await using var desk = CommandDesk.Open();
        await using var db = await desk.ReadDatabaseAsync(cancellationToken);
        var strays = await FindStraysAsync(db, cancellationToken);
        var isWhole = strays.Count == 0;
        foreach (var stray in strays.Take(MostFlaws))
        {
            await Console.Out.WriteLineAsync($"{stray}.");
        }

        await foreach (var record in ReadAsync(db, [.. noted], cancellationToken))
        {
            isWhole &= record.IsWhole;
            noted.RemoveAll(record.Held.Contains);
            await Console.Out.WriteLineAsync(Describe(record));
        }

        foreach (var head in noted)
        {
            await Console.Out.WriteLineAsync($"No trail has {head}: its end was cut off or lost, or it was written anew.");
        }

        return isWhole && noted.Count == 0 ? 0 : ExitCode.Failed;
    }

    /// <summary>Finds what belongs to no team: rows of something that doesn't exist, and other programs' tables.</summary>
    /// <remarks>https://www.sqlite.org/pragma.html#pragma_foreign_key_check</remarks>
    private static async Task<IReadOnlyList<string>> FindStraysAsync(SqliteFactBotDbContext db, CancellationToken cancellationToken) =>
    [
        .. await db.Database.SqlQueryRaw<string>(
            "SELECT 'in ' || \"table\" || ', a row belongs to ' || parent || ' that aren''t there' AS Value FROM pragma_foreign_key_check GROUP BY 1").ToListAsync(cancellationToken),
        .. (await ForeignTables.FindAsync(db, cancellationToken)).Select(name => $"the {name} isn't FactBot's"),
    ];

    private static string Describe(RecordFinding record)
    {
        var unknown = string.Concat(record.Unknown.Select(u => $"{Environment.NewLine}  {u}."));
        if (record.IsWhole)
        {
            return $"Team {record.Team}: whole, up to {record.Head}.{unknown}";
        }

        var lines = record.Flaws.Take(MostFlaws).Select(f => $"  {f}");
        var rest = record.Flaws.Count > MostFlaws ? $"{Environment.NewLine}  … and {record.Flaws.Count - MostFlaws:N0} more" : "";
        return $"Team {record.Team}: not as it was written.{Environment.NewLine}{string.Join(Environment.NewLine, lines)}{rest}{unknown}";
    }
}
