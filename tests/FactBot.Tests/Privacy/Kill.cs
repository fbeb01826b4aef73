using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FactBot.Tests.Privacy;

/// <summary>Ends the program's work on its database at some statement or commit, as a kill does: nothing more is done until it starts again.</summary>
internal sealed class Kill : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int left = int.MaxValue;

    /// <summary>Whether it came to that.</summary>
    public bool HasHappened => Volatile.Read(ref left) <= 0;

    public void After(int statements) => Volatile.Write(ref left, statements);

    public void Revive() => After(int.MaxValue);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Live(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Live(result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Live(result);

    private ValueTask<T> Live<T>(T result) => Interlocked.Decrement(ref left) >= 0
        ? new(result)
        : throw new KilledException();
}

internal sealed class KilledException() : Exception("killed");
