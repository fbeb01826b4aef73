using Microsoft.Data.Sqlite;

namespace FactBot.Host.Storage;

/// <summary>Copies a database as it stands at this moment, with what is in its journals only, into one file.</summary>
internal static class DatabaseCopy
{
    /// <summary>Where SQLite's header tells the format of writing: 2 for a log of writes (-wal), 1 without.</summary>
    private const int FormatAt = 18;

    /// <summary>Copies the bot's own database, also while somebody writes to it.</summary>
    /// <exception cref="SqliteException">It can't be read, or the copy not be written.</exception>
    /// <exception cref="IOException">There's such a copy already, or it can't be made.</exception>
    public static void Make(string path, string copy) => Make(path, copy, SqliteOpenMode.ReadWrite);

    /// <summary>Copies a database that lies somewhere, and leaves it and what's beside it as it is.</summary>
    /// <exception cref="SqliteException">It can't be read, or the copy not be written.</exception>
    /// <exception cref="IOException">There's such a copy already, or it can't be made.</exception>
    public static void MakeOfBackup(string path, string copy)
    {
        // Not beside where it lies: SQLite would end there what a crash left, or have no right to.
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
    /// A log of writes beside a database that has none; null where there's none such. SQLite would play it into the database all
    /// the same.
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
