using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Storage;

/// <summary>
/// Prepares the database at startup: checks the file without touching it, keeps a copy before its schema changes, then
/// migrates it.
/// </summary>
internal static class DatabaseFile
{
    /// <summary>How long to wait for another program's lock; short because the operator is watching the start.</summary>
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(5);

    /// <summary>Returns a connection string that enforces foreign keys and waits 30 seconds for another process's lock.</summary>
    public static string ConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
    }.ToString();

    /// <summary>
    /// Shows a snapshot of the database from the first read on, whatever is written meanwhile, until the context is disposed.
    /// Otherwise an audit trail compared with tables from a moment later would look tampered with.
    /// </summary>
    /// <remarks>https://www.sqlite.org/isolation.html</remarks>
    public static async Task HoldMomentAsync(SqliteFactBotDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancellationToken);
    }

    /// <summary>Checks the file that a bot is about to use, without changing it.</summary>
    /// <exception cref="DatabaseException">It is damaged, unreadable, or from a newer FactBot or another program.</exception>
    public static async Task CheckAsync(IServiceProvider services, string path, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
        try
        {
            await CheckAsync(db, path, cancellationToken);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The database {path} cannot be opened: {WhatToDo(e)}", e);
        }
    }

    /// <exception cref="DatabaseException">It is damaged, read-only, or from a newer FactBot or another program.</exception>
    public static async Task PrepareAsync(IServiceProvider services, string path, CancellationToken cancellationToken)
    {
        try
        {
            MakePrivate(path);
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
            db.Database.SetCommandTimeout(PatienceAtStart);
            await CheckAsync(db, path, cancellationToken);
            var endedCleanly = CleanEnd.Holds(path);
            CleanEnd.Forget(path);
            await BackUpBeforeMigrationAsync(db, path, cancellationToken);
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                // A start that died during its migration leaves EF Core's lock behind, and every later one would wait for it
                // forever. No other process migrates, because DatabaseHold keeps it out.
                // https://learn.microsoft.com/ef/core/providers/sqlite/limitations#concurrent-migrations-protection
                await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
                await db.Database.MigrateAsync(cancellationToken);
            }

            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
            var index = new ClaimSearch(db);
            await index.CreateAsync(cancellationToken);
            await index.MendAsync(endedCleanly, cancellationToken);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The database {path} cannot be opened: {WhatToDo(e)}", e);
        }
    }

    /// <summary>Creates the file if it is missing, and makes it, its journals and its copies private to the owner.</summary>
    private static void MakePrivate(string path)
    {
        PrivateFile.CreateFolderOf(path);
        if (!File.Exists(path))
        {
            PrivateFile.Create(path);
        }

        var full = Path.GetFullPath(path);
        string[] files =
        [
            full, .. DatabaseJournals.Endings.Select(ending => full + ending), DatabaseHold.LockOf(full),
            .. Directory.EnumerateFiles(Path.GetDirectoryName(full)!, $"{Path.GetFileName(full)}.before-*"),
        ];
        foreach (var file in files)
        {
            PrivateFile.Tighten(file);
        }
    }

    /// <summary>Returns why a database couldn't be opened, and what helps.</summary>
    public static string WhatToDo(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } =>
            "the disk is full. Make room, then start again; nothing was lost.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } =>
            "another program keeps it locked. Close what has it open, such as a database browser, then start again.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN } or UnauthorizedAccessException =>
            "it may not be written. Let the user that FactBot runs as write to the file and its folder, or set FACTBOT_Storage__Path to another file.",
        _ when DatabaseTroubles.IsFull(failure) => "the disk is full. Make room, then start again; nothing was lost.",
        _ => $"{failure.Message} Check that the folder exists and may be written to, or set FACTBOT_Storage__Path to another file.",
    };

    /// <summary>Checks the bot's database without changing it. A missing or empty file counts as new.</summary>
    /// <exception cref="DatabaseException">Damaged, from a newer FactBot or another program, or only a journal is
    /// left.</exception>
    public static Task CheckAsync(SqliteFactBotDbContext db, string path, CancellationToken cancellationToken)
    {
        DatabaseHold.RefuseWithoutDatabase(path);
        return DatabaseSwap.IsUnfinished(path)
            ? throw new DatabaseException($"A restore of {path} was cut off. Start the bot, or run migrate, and it is done to its end.")
            : CheckAsync(db, path, path, cancellationToken);
    }

    /// <summary>Checks a file without changing it. A missing or empty file counts as new.</summary>
    /// <param name="db">Knows the migrations.</param>
    /// <param name="name">The file's name as the operator knows it.</param>
    /// <param name="path">The file, or its copy.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="DatabaseException">The file is damaged, from a newer FactBot or from another program.</exception>
    public static async Task CheckAsync(SqliteFactBotDbContext db, string name, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        var applied = await ReadAsync(name, path, cancellationToken);
        if (applied.FirstOrDefault(m => !db.Database.GetMigrations().Contains(m)) is { } unknown)
        {
            throw new DatabaseException(
                $"The database {name} was written by a newer FactBot (it has {unknown}). It was left as it was: run that version or a later one, or set FACTBOT_Storage__Path to another file.");
        }
    }

    /// <summary>Reads the applied migrations over a read-only connection.</summary>
    private static async Task<List<string>> ReadAsync(string name, string path, CancellationToken cancellationToken)
    {
        // Before the connection: closing another handle of the file would end SQLite's locks, see DatabaseHold.
        var isKnownWhole = CleanEnd.Holds(path);
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
                DefaultTimeout = (int)PatienceAtStart.TotalSeconds,
            }.ToString());
            await connection.OpenAsync(cancellationToken);
            if (!isKnownWhole && await ReadColumnAsync(connection, "PRAGMA quick_check(1)", cancellationToken) is not ["ok"] and [var flaw, ..])
            {
                throw new DatabaseException(Damaged(name, flaw));
            }

            if (await ReadColumnAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger' LIMIT 1", cancellationToken) is [var trigger])
            {
                throw new DatabaseException(
                    $"The database {name} holds a trigger that isn't FactBot's, “{trigger}”, which could change what is kept. It was left as it was: restore a backup in its place, or drop the trigger.");
            }

            var tables = await ReadColumnAsync(
                connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", cancellationToken);
            return tables.Contains("__EFMigrationsHistory")
                ? await ReadColumnAsync(connection, "SELECT MigrationId FROM __EFMigrationsHistory", cancellationToken)
                : tables.Count == 0
                ? []
                : throw new DatabaseException(
                    $"The database {name} is not FactBot's. It was left as it was: set FACTBOT_Storage__Path to another file.");
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw new DatabaseException(
                $"The file {name} is not a SQLite database. It was left as it was: restore a backup, or set FACTBOT_Storage__Path to another file.", e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new DatabaseException(Damaged(name, e.Message), e);
        }
    }

    private static string Damaged(string name, string how) =>
        $"The database {name} is damaged ({how.ReplaceLineEndings(" ").Trim().TrimEnd('.')}). It was left as it was: restore a backup in its place, or set FACTBOT_Storage__Path to another file.";

    private static async Task<List<string>> ReadColumnAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static async Task BackUpBeforeMigrationAsync(SqliteFactBotDbContext db, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.LastOrDefault() is not { } last || !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        // Named differently until it is complete: an interrupted start may have left half of one.
        var copy = string.Create(CultureInfo.InvariantCulture, $"{path}.before-{last}");
        DatabaseJournals.Delete($"{copy}.part");
        DatabaseCopy.Make(path, $"{copy}.part");
        File.Move($"{copy}.part", copy, overwrite: true);
    }
}
