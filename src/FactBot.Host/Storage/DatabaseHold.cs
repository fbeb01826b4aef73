using Microsoft.Win32.SafeHandles;

namespace FactBot.Host.Storage;

/// <summary>
/// An exclusive lock on a database: two bots on one would post everything twice, and a restore needs the database idle. The
/// system releases it when the process ends, however it ends. The lock is on a file beside the database and, on Linux, where
/// that file can be deleted while a bot runs, on the database itself too.
/// </summary>
public sealed class DatabaseHold : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly FileStream file;
    private readonly bool isNew;
    private SafeFileHandle? database;

    private DatabaseHold(FileStream file, bool isNew) => (this.file, this.isNew) = (file, isNew);

    /// <summary>Takes the lock. If another process has it, as in a rolling restart, waits up to the given time.</summary>
    /// <exception cref="DatabaseException">Another process still has it, or the folder can't be written to.</exception>
    public static async Task<DatabaseHold> TakeAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        // Real time: the other process doesn't know about a clock that tests move.
        var began = TimeProvider.System.GetTimestamp();
        FileStream? sign = null;
        try
        {
            while (true)
            {
                try
                {
                    return Take(path);
                }
                catch (DatabaseHeldException) when (TimeProvider.System.GetElapsedTime(began) < patience)
                {
                    sign ??= Lock(SignOf(path));
                    await Task.Delay(Glance, TimeProvider.System, cancellationToken);
                }
            }
        }
        finally
        {
            sign?.Dispose();
        }
    }

    /// <summary>Whether another process is waiting for the one that has the database.</summary>
    public static bool IsAwaited(string path)
    {
        if (!File.Exists(SignOf(path)))
        {
            return false;
        }

        using var free = Lock(SignOf(path));
        return free is null;
    }

    /// <summary>Takes the lock at once, and creates an empty database if there is none, because the lock needs one.</summary>
    /// <exception cref="DatabaseHeldException">Another process has it.</exception>
    /// <exception cref="DatabaseException">The folder can't be written to, or only the database's journal is left.</exception>
    public static DatabaseHold Take(string path)
    {
        var hold = TakeFolder(path);
        try
        {
            DatabaseSwap.Finish(path);
            RefuseWithoutDatabase(path);
            if (!File.Exists(path))
            {
                PrivateFile.Create(path);
            }

            hold.HoldDatabase(path);
            return hold;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            hold.Dispose();
            throw Unusable(path, e);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Takes the lock for a restore, which doesn't need a database.</summary>
    /// <exception cref="DatabaseHeldException">Another process has it.</exception>
    /// <exception cref="DatabaseException">The folder can't be written to.</exception>
    public static DatabaseHold TakeForRestore(string path)
    {
        var hold = TakeFolder(path);
        try
        {
            DatabaseSwap.Finish(path);
            hold.HoldDatabase(path);
            return hold;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            hold.Dispose();
            throw Unusable(path, e);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Whether a process uses the database at this path.</summary>
    public static bool IsHeld(string path)
    {
        if (File.Exists(LockOf(path)))
        {
            using var free = Lock(LockOf(path));
            if (free is null)
            {
                return true;
            }
        }

        // The lock file beside it may have been deleted.
        if (!OperatingSystem.IsLinux() || !File.Exists(path))
        {
            return false;
        }

        using var database = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        return !OwnerLock.TryTake(database);
    }

    /// <summary>Refuses a lost database's journal: an empty database beside it would start anew and remove the journal.</summary>
    /// <exception cref="DatabaseException">The database is gone, but a journal of it isn't.</exception>
    public static void RefuseWithoutDatabase(string path)
    {
        // An empty log remains if the database was removed while a bot used it, and that bot may still be running.
        var log = $"{path}-wal";
        if ((!File.Exists(path) || new FileInfo(path).Length == 0)
            && (DatabaseJournals.FindFilled(path) ?? (!File.Exists(path) && File.Exists(log) ? log : null)) is { } journal
            && !(File.Exists(path) && journal.EndsWith("-journal", StringComparison.Ordinal)))
        {
            throw new DatabaseException(
                $"The database {path} is gone, and its journal {journal} is still there. Nothing was changed: put the database back beside it, restore a backup, or move the journal away to begin anew.");
        }
    }

    public void Dispose()
    {
        database?.Dispose();
        file.Dispose();
    }

    private static DatabaseHold TakeFolder(string path)
    {
        try
        {
            PrivateFile.CreateFolderOf(path);
            var isNew = !File.Exists(LockOf(path));
            return new(PrivateFile.Open(LockOf(path), FileMode.OpenOrCreate, FileShare.None), isNew);
        }
        catch (IOException e) when (File.Exists(LockOf(path)) && !DatabaseTroubles.IsFull(e))
        {
            throw Held(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, e);
        }
    }

    /// <summary>Locks the database itself. Closing the handle ends SQLite's locks, so it has to be closed last.</summary>
    /// <remarks>https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_</remarks>
    private void HoldDatabase(string path)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(path))
        {
            return;
        }

        database = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (!OwnerLock.TryTake(database))
        {
            // The process that has the database would take this new lock file for a takeover of its deleted one, and stop.
            if (isNew)
            {
                File.Delete(LockOf(path));
            }

            throw Held(path, null);
        }
    }

    private static DatabaseHeldException Held(string path, Exception? e) =>
        new($"Another FactBot works on the database {path}. Stop it first, or set FACTBOT_Storage__Path to another file.", e);

    private static DatabaseException Unusable(string path, Exception e) => new(
        $"The database {path} cannot be opened: {DatabaseFile.WhatToDo(e)}", e);

    /// <summary>Returns the file beside the database that the process using it locks.</summary>
    public static string LockOf(string path) => $"{path}.lock";

    /// <summary>Returns the file that a waiting process locks.</summary>
    private static string SignOf(string path) => $"{path}.next";

    /// <summary>Locks a file; returns null if another process has it.</summary>
    private static FileStream? Lock(string sign)
    {
        try
        {
            return PrivateFile.Open(sign, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
