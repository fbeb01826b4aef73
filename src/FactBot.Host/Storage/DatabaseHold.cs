using Microsoft.Win32.SafeHandles;

namespace FactBot.Host.Storage;

/// <summary>
/// Says that a bot works on a database: two on one would post everything twice, and a restore needs it at rest. The system
/// frees it when the process ends, however it ends. It's on a file beside the database and, where that may be deleted while a bot
/// runs, on the database itself.
/// </summary>
public sealed class DatabaseHold : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly FileStream file;
    private readonly bool isNew;
    private SafeFileHandle? database;

    private DatabaseHold(FileStream file, bool isNew) => (this.file, this.isNew) = (file, isNew);

    /// <summary>Waits until the process that has it ends, as in a rolling restart, but no longer than the patience.</summary>
    /// <exception cref="DatabaseException">Another process has it still, or its folder cannot be written.</exception>
    public static async Task<DatabaseHold> TakeAsync(string path, TimeSpan patience, CancellationToken cancel)
    {
        // Real time: the other process does not know of a clock that tests move.
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
                    await Task.Delay(Glance, TimeProvider.System, cancel);
                }
            }
        }
        finally
        {
            sign?.Dispose();
        }
    }

    /// <summary>Whether a process waits for the one that has the database.</summary>
    public static bool IsAwaited(string path)
    {
        if (!File.Exists(SignOf(path)))
        {
            return false;
        }

        using var free = Lock(SignOf(path));
        return free is null;
    }

    /// <summary>Takes the database at once, and makes an empty one where there's none, so that it can be held.</summary>
    /// <exception cref="DatabaseHeldException">Another process has it.</exception>
    /// <exception cref="DatabaseException">Its folder can't be written, or the database is gone and its journal isn't.</exception>
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

    /// <summary>Takes the database for a restore, which needs none.</summary>
    /// <exception cref="DatabaseHeldException">Another process has it.</exception>
    /// <exception cref="DatabaseException">Its folder can't be written.</exception>
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

    /// <summary>Whether a process works on the database at this path.</summary>
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

        // The lock beside it may have been deleted.
        if (!OperatingSystem.IsLinux() || !File.Exists(path))
        {
            return false;
        }

        using var database = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        return !OwnerLock.TryTake(database);
    }

    /// <summary>An empty database beside the journal of a lost one would begin anew, and take the journal away.</summary>
    /// <exception cref="DatabaseException">The database is gone, and a journal of it isn't.</exception>
    public static void RefuseWithoutDatabase(string path)
    {
        // An empty log is left where the database was taken away from under a bot, which may be running still.
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

    /// <summary>
    /// Its handle is closed only when nobody in the process works on the database any more, since that ends SQLite's locks.
    /// </summary>
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
            // Whoever has it would take a new lock in place of their deleted one for a stranger's, and end.
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

    /// <summary>The file beside the database that is locked by the process that works on it.</summary>
    public static string LockOf(string path) => $"{path}.lock";

    /// <summary>Locked by who waits.</summary>
    private static string SignOf(string path) => $"{path}.next";

    /// <summary>Null where another process has it.</summary>
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
