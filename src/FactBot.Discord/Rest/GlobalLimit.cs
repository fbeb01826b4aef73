namespace FactBot.Discord.Rest;

/// <summary>Discord's 50 calls per second over everything that carries the bot's token.</summary>
internal sealed class GlobalLimit(TimeProvider time)
{
    private const int CallsPerSecond = 50;
    private readonly Lock gate = new();
    private readonly Queue<long> sent = new();
    private long blockedAt;
    private TimeSpan blockedFor;

    /// <summary>Takes a place, or says how long to wait before asking again.</summary>
    public bool TryTake(out TimeSpan wait)
    {
        lock (gate)
        {
            wait = blockedFor - time.GetElapsedTime(blockedAt);
            if (wait > TimeSpan.Zero)
            {
                return false;
            }

            while (sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= TimeSpan.FromSeconds(1))
            {
                sent.Dequeue();
            }

            if (sent.Count >= CallsPerSecond)
            {
                wait = TimeSpan.FromSeconds(1) - time.GetElapsedTime(sent.Peek());
                return false;
            }
            sent.Enqueue(time.GetTimestamp());
            wait = TimeSpan.Zero;
            return true;
        }
    }

    public void Block(TimeSpan wait)
    {
        lock (gate)
        {
            (blockedFor, blockedAt) = (wait, time.GetTimestamp());
        }
    }
}
