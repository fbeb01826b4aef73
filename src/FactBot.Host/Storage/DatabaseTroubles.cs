using FactBot.Chat;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Storage;

/// <summary>What keeps a change from being kept.</summary>
internal enum DatabaseTrouble
{
    /// <summary>The disk has no room.</summary>
    Full,

    /// <summary>Another program keeps the database locked.</summary>
    Locked,

    /// <summary>The file, or its folder, may not be written.</summary>
    ReadOnly,

    /// <summary>The file isn't at its path any more, or isn't the one that was opened there.</summary>
    Moved,

    /// <summary>The disk, or what's in the file.</summary>
    Broken,
}

/// <summary>Tells what's wrong with the database, to people and to the person who runs the bot.</summary>
internal static class DatabaseTroubles
{
    /// <summary>ENOSPC and EDQUOT, as .NET tells them.</summary>
    private static readonly int[] NoRoom = [28, 122];

    /// <summary>The trouble that a failure tells of; null where it's about something else.</summary>
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

    /// <summary>Whether it's a file that couldn't be written for want of room.</summary>
    public static bool IsFull(Exception e) => e is IOException && NoRoom.Contains(e.HResult);

    /// <summary>As a sentence begins: what a person reads whose change isn't kept.</summary>
    public static Words ToPeople(DatabaseTrouble trouble) => trouble switch
    {
        DatabaseTrouble.Full => $"Not saved: the disk is full. Tell the person who runs this bot, then try again.",
        DatabaseTrouble.Locked => $"Not saved: another program has locked the database. Try again in a minute.",
        DatabaseTrouble.ReadOnly => $"Not saved: the database can't be written to. Tell the person who runs this bot, then try again.",
        DatabaseTrouble.Moved => $"Not saved: the database was moved or deleted. Tell the person who runs this bot, then try again.",
        _ => $"Not saved: the database can't be used. Tell the person who runs this bot, then try again.",
    };

    /// <summary>What the person who runs the bot reads.</summary>
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

/// <summary>The database's file isn't at its path any more, so that what's written to it would be lost.</summary>
internal sealed class DatabaseMovedException() : IOException(DatabaseTroubles.ToOperator(DatabaseTrouble.Moved));
