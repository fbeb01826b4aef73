using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Storage;

/// <summary>
/// Makes the database ready at start: looks at the file without touching it, keeps a copy before it changes its shape,
/// then migrates.
/// </summary>
internal static class DatabaseFile
{
    /// <summary>ENOSPC, as .NET tells it.</summary>
    private const int NoSpace = 28;

    private const string Header = "SQLite format 3\0";

    /// <summary>For a lock of another program: whoever starts the bot looks on.</summary>
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(5);

    /// <summary>Keys between tables are enforced; a lock of another process is waited for 30 seconds.</summary>
    public static string ConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
    }.ToString();

    /// <summary>Looks at the file that a bot is to work on, without changing it.</summary>
    /// <exception cref="DatabaseException">The file is damaged, of a newer FactBot or of another program, or cannot be read.</exception>
    public static async Task CheckAsync(IServiceProvider services, string path, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteDeskContext>();
        try
        {
            await CheckAsync(db, path, cancel);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The database {path} cannot be opened: {WhatToDo(e)}", e);
        }
    }

    /// <exception cref="DatabaseException">The file is damaged, of a newer FactBot or of another program, or cannot be written.</exception>
    public static async Task PrepareAsync(IServiceProvider services, string path, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SqliteDeskContext>();
            db.Database.SetCommandTimeout(PatienceAtStart);
            await CheckAsync(db, path, cancel);
            await BackUpBeforeMigrationAsync(db, path, cancel);
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            {
                // A start that ended within its migration leaves EF Core's lock behind, for which every later one would wait
                // forever; no other process migrates, since DatabaseHold keeps it out.
                // https://learn.microsoft.com/ef/core/providers/sqlite/limitations#concurrent-migrations-protection
                await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
                await db.Database.MigrateAsync(cancel);
            }

            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
            var index = new ClaimSearch(db);
            await index.CreateAsync(cancel);
            await index.MendAsync(cancel);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The database {path} cannot be opened: {WhatToDo(e)}", e);
        }
    }

    /// <summary>Why a database could not be opened, and what helps.</summary>
    public static string WhatToDo(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } or IOException { HResult: NoSpace } =>
            "the disk is full. Make room, then start again; nothing was lost.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } =>
            "another program keeps it locked. Close what has it open, such as a database browser, then start again.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN } or UnauthorizedAccessException =>
            "it may not be written. Let the user that FactBot runs as write to the file and its folder, or set FACTBOT_Storage__Path to another file.",
        _ => $"{failure.Message} Check that the folder exists and may be written to, or set FACTBOT_Storage__Path to another file.",
    };

    /// <summary>Looks at a file without changing it; one that is not there or empty is as good as new.</summary>
    /// <exception cref="DatabaseException">The file is damaged, of a newer FactBot or of another program.</exception>
    public static async Task CheckAsync(SqliteDeskContext db, string path, CancellationToken cancel)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        if (!await HasHeaderAsync(path, cancel))
        {
            throw new DatabaseException(
                $"The file {path} is not a SQLite database. It was left as it was: restore a backup, or set FACTBOT_Storage__Path to another file.");
        }

        var applied = await ReadAsync(path, cancel);
        if (applied.FirstOrDefault(m => !db.Database.GetMigrations().Contains(m)) is { } unknown)
        {
            throw new DatabaseException(
                $"The database {path} was written by a newer FactBot (it has {unknown}). It was left as it was: run that version or a later one, or set FACTBOT_Storage__Path to another file.");
        }
    }

    /// <summary>Reads the migrations that were applied, on a connection that cannot write.</summary>
    private static async Task<List<string>> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
                DefaultTimeout = (int)PatienceAtStart.TotalSeconds,
            }.ToString());
            await connection.OpenAsync(cancel);
            var verdict = await ReadColumnAsync(connection, "PRAGMA quick_check(1)", cancel);
            if (verdict is not ["ok"])
            {
                throw new DatabaseException(Damaged(path, verdict[0]));
            }

            var tables = await ReadColumnAsync(
                connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", cancel);
            return tables.Contains("__EFMigrationsHistory")
                ? await ReadColumnAsync(connection, "SELECT MigrationId FROM __EFMigrationsHistory", cancel)
                : tables.Count == 0
                ? []
                : throw new DatabaseException(
                    $"The database {path} is not FactBot's. It was left as it was: set FACTBOT_Storage__Path to another file.");
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw new DatabaseException(Damaged(path, e.Message), e);
        }
    }

    private static string Damaged(string path, string how) =>
        $"The database {path} is damaged ({how.ReplaceLineEndings(" ").Trim().TrimEnd('.')}). It was left as it was: restore a backup in its place, or set FACTBOT_Storage__Path to another file.";

    private static async Task<List<string>> ReadColumnAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static async Task<bool> HasHeaderAsync(string path, CancellationToken cancel)
    {
        var start = new byte[Header.Length];
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        return start.AsSpan().SequenceEqual(System.Text.Encoding.ASCII.GetBytes(Header));
    }

    /// <summary>Copies a database as it stands at this moment, also while somebody writes to it, into one file.</summary>
    public static void Copy(string path, string copy)
    {
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
        using var alone = target.CreateCommand();
        alone.CommandText = "PRAGMA journal_mode = DELETE";
        alone.ExecuteNonQuery();
    }

    private static async Task BackUpBeforeMigrationAsync(SqliteDeskContext db, string path, CancellationToken cancel)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        var applied = await db.Database.GetAppliedMigrationsAsync(cancel);
        if (applied.LastOrDefault() is not { } last || !(await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            return;
        }

        Copy(path, string.Create(CultureInfo.InvariantCulture, $"{path}.before-{last}"));
    }
}
