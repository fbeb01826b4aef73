using FactBot.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Host.Storage;

/// <summary>The files of a SQLite database, and FactBot's copies beside it.</summary>
internal sealed class ErasedFiles(SqliteFactBotDbContext db) : IErasedFiles
{
    /// <summary>The index's internal tables, which are derived from the claims.</summary>
    private const string IndexTables = "ClaimIndex_%";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait for readers of the log. Nobody can write meanwhile.</summary>
    private static readonly TimeSpan ReaderPatience = TimeSpan.FromSeconds(1);

    private string Path => ((SqliteConnection)db.Database.GetDbConnection()).DataSource;

    /// <remarks>
    /// If the log is being read, SQLite returns a row rather than the error that the provider would wait on. So SQLite itself
    /// has to wait: https://sqlite.org/pragma.html#pragma_wal_checkpoint
    /// </remarks>
    public async Task<bool> EmptyLogAsync(CancellationToken cancellationToken)
    {
        var isBusy = true;
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await ReadAsync($"PRAGMA busy_timeout = {(int)ReaderPatience.TotalMilliseconds}", _ => { }, cancellationToken);
            await ReadAsync("PRAGMA wal_checkpoint(TRUNCATE)", row => isBusy = row.GetInt64(0) != 0, cancellationToken);
            await ReadAsync("PRAGMA busy_timeout = 0", _ => { }, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return !isBusy;
    }

    /// <remarks>https://sqlite.org/lang_vacuum.html</remarks>
    public async Task RewriteAsync(bool withIndex, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("DELETE FROM ClaimWords WHERE Claims = 0", cancellationToken);
        if (withIndex)
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO ClaimIndex (ClaimIndex) VALUES ('rebuild')", cancellationToken);
        }

        await db.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
    }

    public async Task<string?> SearchAsync(Fingerprints prints, CancellationToken cancellationToken)
    {
        if (prints.IsEmpty)
        {
            return null;
        }

        var files = RawFile.Of(Path).Select(f => (File: f, Found: f.Find(prints, cancellationToken))).Where(f => f.Found.Count > 0).ToList();
        if (files.Count == 0)
        {
            return null;
        }

        // Text that a row still contains was written again, or occurs elsewhere too.
        var held = await FindInRowsAsync(prints, cancellationToken);
        var left = files.Where(f => f.Found.Except(held).Any()).ToList();
        foreach (var (copy, _) in left.Where(f => f.File.IsCopy))
        {
            copy.Delete();
        }

        return left.FindAll(f => !f.File.IsCopy) is [var (file, _), ..] ? file.Name : null;
    }

    private async Task<HashSet<(int, ulong)>> FindInRowsAsync(Fingerprints prints, CancellationToken cancellationToken)
    {
        var tables = new List<string>();
        await ReadAsync(
            $"SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE '{IndexTables}'",
            row => tables.Add(row.GetString(0)), cancellationToken);
        var found = new HashSet<(int, ulong)>();
        foreach (var table in tables)
        {
            await ReadAsync($"SELECT * FROM \"{table}\"", row => found.UnionWith(FindInRow(prints, row)), cancellationToken);
        }

        return found;
    }

    private static IEnumerable<(int, ulong)> FindInRow(Fingerprints prints, SqliteDataReader row) => Enumerable.Range(0, row.FieldCount)
        .SelectMany(i => row.GetValue(i) switch
        {
            string text => prints.FindIn(System.Text.Encoding.UTF8.GetBytes(text)),
            long number => prints.FindIn(Fingerprints.BytesOf(number)),
            byte[] bytes => prints.FindIn(bytes),
            _ => [],
        });

    private async Task ReadAsync(string sql, Action<SqliteDataReader> read, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
#pragma warning disable CA2100 // Constants, and the names of the database's own tables.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.CommandTimeout = (int)Patience.TotalSeconds;
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                read(rows);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
