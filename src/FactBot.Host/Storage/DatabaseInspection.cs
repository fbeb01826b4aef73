using FactBot.Host.Operator;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Host.Storage;

/// <summary>Verifies a whole database: every page, index and foreign key, and each team's record.</summary>
internal static class DatabaseInspection
{
    /// <summary>Returns the first flaw found; null if there is none.</summary>
    public static async Task<string?> FindFlawAsync(SqliteFactBotDbContext db, CancellationToken cancellationToken)
    {
        var damage = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check LIMIT 3").ToListAsync(cancellationToken);
        return damage is not ["ok"] ? $"it is damaged: {string.Join(", ", damage).ReplaceLineEndings(" ").TrimEnd('.')}"
            : await VerifyAudit.FindFlawAsync(db, cancellationToken) is { } flaw ? $"it is not as it was written: {flaw}"
            : null;
    }
}
