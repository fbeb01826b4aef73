using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Storage;

/// <summary>
/// Stops every change, before it is made and before it is acknowledged, if the database file isn't the one at its path. SQLite
/// keeps writing to a deleted file, and all of it would be lost.
/// </summary>
internal sealed partial class DatabaseGuard(ILogger<DatabaseGuard> log) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly Lock gate = new();
    private IReadOnlyList<(string File, FileIdentity? Identity)> files = [];
    private DatabaseTrouble? trouble;

    /// <summary>What prevents changes from being saved, as far as is known; null if nothing does.</summary>
    public DatabaseTrouble? Trouble
    {
        get
        {
            lock (gate)
            {
                return trouble;
            }
        }
    }

    /// <summary>Starts to watch an open database and its journals.</summary>
    public void Watch(string path) => files = [.. ((string[])["", "-wal", "-shm"]).Select(ending => (path + ending, FileIdentity.Of(path + ending)))];

    /// <exception cref="DatabaseMovedException">A file was moved, deleted or replaced.</exception>
    public void RefuseIfMoved()
    {
        if (files.Any(f => FileIdentity.Of(f.File) != f.Identity))
        {
            Tell(DatabaseTrouble.Moved);
            throw new DatabaseMovedException();
        }
    }

    /// <summary>Records the current state, and logs each change of it once.</summary>
    public void Tell(DatabaseTrouble? found)
    {
        lock (gate)
        {
            if (found == trouble)
            {
                return;
            }

            trouble = found;
            if (found is { } what)
            {
                LogTrouble(DatabaseTroubles.ToOperator(what));
            }
            else
            {
                LogWell();
            }
        }
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.ChangeTracker.HasChanges())
        {
            RefuseIfMoved();
        }

        return new(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > 0)
        {
            RefuseIfMoved();
        }

        return new(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (DatabaseTroubles.Find(eventData.Exception) is { } found and not DatabaseTrouble.Locked)
        {
            Tell(found);
        }

        return Task.CompletedTask;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        RefuseIfMoved();
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Error, "The database is in trouble: {What}")]
    private partial void LogTrouble(string what);

    [LoggerMessage(LogLevel.Warning, "The database is well again: what is done from now on is saved.")]
    private partial void LogWell();
}
