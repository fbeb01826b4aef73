namespace FactBot.Discord.Rest;

/// <summary>Discord's 50 calls per second over everything that carries the bot's token.</summary>
internal sealed class GlobalLimit(TimeProvider time)
{
    private const int CallsPerSecond = 50;
    private readonly Lock _lock = new();
    private readonly Queue<long> _sent = new();
    private long _blockedAt;
    private TimeSpan _blockedFor;

    /// <summary>Takes a place, or says how long to wait before asking again.</summary>
    public bool TryTake(out TimeSpan wait)
    {
        lock (_lock)
        {
            wait = _blockedFor - time.GetElapsedTime(_blockedAt);
            if (wait > TimeSpan.Zero)
                return false;
            while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= TimeSpan.FromSeconds(1))
                _sent.Dequeue();
            if (_sent.Count >= CallsPerSecond)
            {
                wait = TimeSpan.FromSeconds(1) - time.GetElapsedTime(_sent.Peek());
                return false;
            }
            _sent.Enqueue(time.GetTimestamp());
            wait = TimeSpan.Zero;
            return true;
        }
    }

    public void Block(TimeSpan wait)
    {
        lock (_lock)
            (_blockedFor, _blockedAt) = (wait, time.GetTimestamp());
    }
}
