using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Audit;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Host.Export;

/// <summary>Imports an exported team into a database, completely or not at all.</summary>
internal sealed class TeamImport(SqliteFactBotDbContext db, string file)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, long> offsets = [];

    /// <summary>Reads the export, without a database.</summary>
    /// <exception cref="DatabaseException">The file isn't an export, is of another version, or is damaged.</exception>
    public async Task<Export> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var export = Check(await ReadFileAsync(cancellationToken));
            return Tables(export.Tables).All(t => t.Rows.All(row => row is JsonObject)) ? export : throw Damaged("a row is none");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw Damaged(e.Message);
        }
    }

    /// <summary>Closes the database connection.</summary>
    public Task CloseAsync() => db.Database.CloseConnectionAsync();

    /// <summary>Imports the team, and returns it with its number of rows.</summary>
    /// <exception cref="DatabaseException">The export is damaged, or the team already exists.</exception>
    public async Task<(TeamId Team, int Rows)> RunAsync(Export export, CancellationToken cancellationToken)
    {
        var (team, tables) = export;
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Teams.AnyAsync(t => t.Id == team, cancellationToken))
        {
            throw new DatabaseException($"Team {team} is in this database already, and was left as it is. Import into another database.");
        }

        try
        {
            var rows = Tables(tables).Sum(t => t.Rows.Sum(row => Insert(t.Table, row!.AsObject())));
            db.CurrentTeam = team;
            await TellOfSealedAsync(cancellationToken);
            if ((await new FactBot.Audit.Record(db).VerifyAsync(team, [], cancellationToken)).Flaws is [var flaw, ..])
            {
                throw new FormatException($"its tables are not what its audit trail tells: {flaw}");
            }

            await transaction.CommitAsync(cancellationToken);
            return (team, rows);
        }
        catch (Exception e) when (DatabaseTroubles.Find(e) is null
            && e is SqliteException or DbUpdateException or FormatException or ArgumentException or InvalidOperationException or InvalidCastException or OverflowException or JsonException)
        {
            throw Damaged(e.Message);
        }
    }

    private async Task<JsonObject> ReadFileAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonNode.ParseAsync(stream, documentOptions: Strict, cancellationToken: cancellationToken) as JsonObject ?? throw NoExport();
        }
        catch (JsonException e) when (e.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            throw Damaged("something is in it twice");
        }
        catch (JsonException)
        {
            throw NoExport();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"{file} cannot be read: {e.Message} Name the file that export --format json wrote.", e);
        }
    }

    private Export Check(JsonObject export)
    {
        if (TextOf(export, "kind") != TeamExport.Kind || export["tables"] is not JsonObject tables || !ulong.TryParse(TextOf(export, "team"), out var team))
        {
            throw NoExport();
        }

        if (TextOf(export, "version") is var version && version != db.Database.GetMigrations().Last())
        {
            throw new DatabaseException(
                $"{file} was exported by another version of FactBot ({version}). Nothing was imported: import it with that version, then bring the database to this one with migrate.");
        }

        return TextOf(export, "sha256") == TeamExport.HashOf(tables) ? new(new TeamId(team), tables)
            : throw Damaged("it does not say what was exported");
    }

    /// <exception cref="FormatException">A table is missing or unknown.</exception>
    private IEnumerable<(TeamTable Table, JsonArray Rows)> Tables(JsonObject tables)
    {
        var known = TeamTable.In(db);
        return tables.Select(t => t.Key).Order().SequenceEqual(known.Select(t => t.Name).Order())
            ? known.Select(table => (table, tables[table.Name]!.AsArray()))
            : throw new FormatException("its tables are not those of this version");
    }

    private int Insert(TeamTable table, JsonObject row)
    {
        using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
#pragma warning disable CA2100 // Built from the model's own names.
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"${i}"))})";
#pragma warning restore CA2100
        foreach (var (i, column) in table.Columns.Index())
        {
            if (!row.TryGetPropertyValue(column.Name, out var node))
            {
                throw new FormatException($"{table.Name}.{column.Name} is missing");
            }

            var cell = column.Read(node);
            var target = cell is long ? table.FindTarget(column.Name, name => row[name]?.ToString()) : null;
            command.Parameters.AddWithValue($"${i}", target is null ? cell ?? DBNull.Value : (long)cell! + OffsetOf(target));
        }

        return command.ExecuteNonQuery();
    }

    /// <summary>Returns the table's highest id before the import.</summary>
    private long OffsetOf(string table)
    {
        if (!offsets.TryGetValue(table, out var offset))
        {
            using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
#pragma warning disable CA2100 // Built from the model's own names.
            command.CommandText = $"SELECT coalesce(max(\"Id\"), 0) FROM \"{table}\"";
#pragma warning restore CA2100
            offsets[table] = offset = (long)command.ExecuteScalar()!;
        }

        return offset;
    }

    /// <summary>Records in the audit trail what the export left out: the votes that were sealed at the time.</summary>
    private async Task TellOfSealedAsync(CancellationToken cancellationToken)
    {
        var open = (await db.Claims.Where(c => c.Stage == Stage.Open).ToListAsync(cancellationToken)).ConvertAll(c => $"claim {c.Name}");
        var trail = await db.Audit.AsNoTracking().OrderBy(e => e.Number).ToListAsync(cancellationToken);
        var told = trail.Select(e => e.Event).OfType<Erasure>().SelectMany(e => e.Entries).ToHashSet();
        var untold = trail.Where(e => e.Action is EventWords.Voted or BallotsStand.Name && e.HasLostDetails && open.Contains(e.Subject) && !told.Contains(e.Number))
            .Select(e => e.Number).ToList();
        if (untold.Count > 0)
        {
            var team = await db.Teams.SingleAsync(t => t.Id == db.CurrentTeam, cancellationToken);
            db.Apply(db.ContextFor(team), new SealedLeftOut(untold) { Lost = untold });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static string? TextOf(JsonObject export, string name) => export[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private DatabaseException NoExport() => new($"{file} is no export of FactBot. Name the file that export --format json wrote.");

    private DatabaseException Damaged(string how) => new($"The export {file} is damaged ({how.TrimEnd('.')}). Nothing was imported: export the team again.");

    /// <summary>The content of an export.</summary>
    internal sealed record Export(TeamId Team, JsonObject Tables);
}
