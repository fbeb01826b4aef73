namespace FactBot.Storage;

/// <summary>One writer at a time in the process: SQLite has room for one, and queueing here beats spinning there.</summary>
public sealed class WriteTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Waits for the turn; disposing what it gives ends it.</summary>
    /// <param name="cancel">Ends the waiting.</param>
    /// <param name="ended">Called just before it ends.</param>
    public async Task<IDisposable> TakeAsync(CancellationToken cancel, Action? ended = null)
    {
        await turn.WaitAsync(cancel);
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
