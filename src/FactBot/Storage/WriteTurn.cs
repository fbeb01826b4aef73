namespace FactBot.Storage;

/// <summary>One writer at a time in the process: SQLite has room for one, and queueing here beats spinning there.</summary>
public sealed class WriteTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Waits for the turn; disposing what it gives ends it.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        return new Held(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
