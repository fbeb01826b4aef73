using Microsoft.EntityFrameworkCore;

namespace FactBot.Host.Storage;

/// <summary>Finds tables that somebody else put into the database, which nothing compares with the trail.</summary>
internal static class ForeignTables
{
    /// <summary>Tables that aren't in the model: EF Core's, and the index of claims.</summary>
    private static readonly string[] Apart = ["__EFMigrationsHistory", "__EFMigrationsLock", "ClaimIndex", "ClaimWords"];

    /// <summary>Returns the tables and views that aren't FactBot's, such as “table Notes”.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(SqliteFactBotDbContext db, CancellationToken cancellationToken)
    {
        var own = db.Model.GetRelationalModel().Tables.Select(t => t.Name).Concat(Apart).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // FTS5 keeps its index in tables of its own: https://www.sqlite.org/fts5.html#fts5_data_structures
        var found = await db.Database.SqlQueryRaw<string>(
            "SELECT type || ' ' || name AS Value FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'ClaimIndex\\_%' ESCAPE '\\' ORDER BY rowid").ToListAsync(cancellationToken);
        return found.FindAll(f => !(f.StartsWith("table ", StringComparison.Ordinal) && own.Contains(f["table ".Length..])));
    }
}
