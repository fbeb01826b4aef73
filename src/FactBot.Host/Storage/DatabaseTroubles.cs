using FactBot.Chat;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Storage;

/// <summary>What prevents a change from being saved.</summary>
internal enum DatabaseTrouble
{
    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>Another program has locked the database.</summary>
    Locked,

    /// <summary>The file or its folder can't be written to.</summary>
    ReadOnly,

    /// <summary>The file is no longer at its path, or isn't the one that was opened there.</summary>
    Moved,

    /// <summary>The disk failed, or the file is damaged.</summary>
    Broken,
}

/// <summary>Explains what's wrong with the database, to people and to the operator.</summary>
internal static class DatabaseTroubles
{
    /// <summary>ENOSPC and EDQUOT, as .NET reports them.</summary>
    private static readonly int[] NoRoom = [28, 122];

    /// <summary>Returns the trouble behind a failure; null if the failure is about something else.</summary>
    public static DatabaseTrouble? Find(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (e is DatabaseMovedException)
            {
                return DatabaseTrouble.Moved;
            }

            if (e is SqliteException sqlite && Find(sqlite.SqliteErrorCode) is { } trouble)
            {
                return trouble;
            }
        }

        return null;
    }

    /// <summary>Whether a file couldn't be written because the disk is full.</summary>
    public static bool IsFull(Exception e) => e is IOException && NoRoom.Contains(e.HResult);

    /// <summary>Returns a sentence for a person whose change isn't saved.</summary>
    public static Words ToPeople(DatabaseTrouble trouble) => trouble switch
    {
        DatabaseTrouble.Full => $"Not saved: the disk is full. Tell the person who runs this bot, then try again.",
        DatabaseTrouble.Locked => $"Not saved: another program has locked the database. Try again in a minute.",
        DatabaseTrouble.ReadOnly => $"Not saved: the database can't be written to. Tell the person who runs this bot, then try again.",
        DatabaseTrouble.Moved => $"Not saved: the database was moved or deleted. Tell the person who runs this bot, then try again.",
        _ => $"Not saved: the database can't be used. Tell the person who runs this bot, then try again.",
    };

    /// <summary>Returns a sentence for the operator.</summary>
    public static string ToOperator(DatabaseTrouble trouble) => trouble switch
    {
        DatabaseTrouble.Full => "The disk is full, and nothing is saved. Make room.",
        DatabaseTrouble.Locked => "Another program keeps it locked, and nothing is saved. Close what has it open, such as a database browser.",
        DatabaseTrouble.ReadOnly => "It can't be written to, and nothing is saved. Let the user that FactBot runs as write to the file and its folder.",
        DatabaseTrouble.Moved => "Its file, or a journal of it (-wal, -shm), was moved, deleted or replaced while the bot runs, and nothing is saved. Put it back, or restart the bot.",
        _ => "It can't be used, and nothing is saved. Look at the disk; if the file is damaged, stop the bot and restore a backup.",
    };

    private static DatabaseTrouble? Find(int code) => code switch
    {
        SQLitePCL.raw.SQLITE_FULL => DatabaseTrouble.Full,
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => DatabaseTrouble.Locked,
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => DatabaseTrouble.ReadOnly,
        SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => DatabaseTrouble.Broken,
        _ => null,
    };
}

/// <summary>The database's file is no longer at its path, so what's written to it would be lost.</summary>
internal sealed class DatabaseMovedException() : IOException(DatabaseTroubles.ToOperator(DatabaseTrouble.Moved));
