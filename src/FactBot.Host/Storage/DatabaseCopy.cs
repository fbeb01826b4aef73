using Microsoft.Data.Sqlite;

namespace FactBot.Host.Storage;

/// <summary>Copies a database in its current state, including what is only in its journals, into a single file.</summary>
internal static class DatabaseCopy
{
    /// <summary>The offset of the write version in SQLite's header: 2 with a write-ahead log (-wal), 1 without.</summary>
    private const int FormatAt = 18;

    /// <summary>Copies the bot's own database, even while something writes to it.</summary>
    /// <exception cref="SqliteException">The database can't be read, or the copy can't be written.</exception>
    /// <exception cref="IOException">The copy already exists or can't be created.</exception>
    public static void Make(string path, string copy) => Make(path, copy, SqliteOpenMode.ReadWrite);

    /// <summary>Copies a database from anywhere, without changing it or the files beside it.</summary>
    /// <exception cref="SqliteException">The database can't be read, or the copy can't be written.</exception>
    /// <exception cref="IOException">The copy already exists or can't be created.</exception>
    public static void MakeOfBackup(string path, string copy)
    {
        // Opened elsewhere: in its own folder, SQLite would recover from a crash and change it, or lack permission to.
        var raw = $"{copy}.raw";
        DatabaseJournals.Delete(raw);
        try
        {
            foreach (var ending in (string[])["", "-wal", "-journal"])
            {
                CopyFile(path + ending, raw + ending);
            }

            Make(raw, copy, SqliteOpenMode.ReadWrite);
        }
        finally
        {
            DatabaseJournals.Delete(raw);
        }
    }

    /// <summary>
    /// Returns a write-ahead log beside a database that doesn't use one; null if there is none. SQLite would replay it into the
    /// database nevertheless.
    /// </summary>
    public static string? FindForeignLog(string path)
    {
        var log = $"{path}-wal";
        if (!File.Exists(log) || new FileInfo(log).Length == 0)
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(FormatAt, SeekOrigin.Begin);
        return file.ReadByte() == 2 ? null : log;
    }

    private static void CopyFile(string path, string copy)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var to = PrivateFile.Open(copy, FileMode.CreateNew);
        from.CopyTo(to);
    }

    private static void Make(string path, string copy, SqliteOpenMode mode)
    {
        PrivateFile.Create(copy);
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
        using var alone = target.CreateCommand();
        alone.CommandText = "PRAGMA journal_mode = DELETE";
        alone.ExecuteNonQuery();
    }
}
