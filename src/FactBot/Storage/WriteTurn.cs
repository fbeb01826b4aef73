using FactBot.Posts;

namespace FactBot.Storage;

/// <summary>Lets one writer at a time in the process save: SQLite allows one, and queueing here beats spinning there.</summary>
public sealed class WriteTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Raised by a writer that made something due, once it is saved.</summary>
    public WorkSignal Due { get; } = new();

    /// <summary>Waits for the turn; disposing the result ends it.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="ended">Called just before the turn ends.</param>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken, Action? ended = null)
    {
        await turn.WaitAsync(cancellationToken);
        return new Held(turn, ended);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Held(SemaphoreSlim turn, Action? ended) : IDisposable
    {
        public void Dispose()
        {
            ended?.Invoke();
            turn.Release();
        }
    }
}
