namespace FactBot.Discord.Rest;

/// <summary>
/// Discord's limit of 50 calls per second over everything that carries the bot's token. There are 50 slots, and each is free
/// again a second after its call was answered. So Discord never counts 51 calls in a second, however long they take, and
/// calls go out in the order they came.
/// </summary>
/// <remarks>https://docs.discord.com/developers/topics/rate-limits#global-rate-limit</remarks>
internal sealed class GlobalLimit(TimeProvider time)
{
    private const int CallsPerSecond = 50;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Queue<long?> answered = new(Enumerable.Repeat<long?>(null, CallsPerSecond));
    private long blockedAt;
    private TimeSpan blockedFor;

    // A SemaphoreSlim admits its waiters in the order they arrived.
    private SemaphoreSlim Places { get; } = new(CallsPerSecond);

    /// <summary>Waits for a slot. Dispose it once the call has been answered.</summary>
    /// <param name="pauseAsync">Waits for the given time, or throws if that is too long.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<IDisposable> EnterAsync(Func<TimeSpan, Task> pauseAsync, CancellationToken cancellationToken)
    {
        await Places.WaitAsync(cancellationToken);
        long? last;
        lock (gate)
        {
            last = answered.Dequeue();
        }

        try
        {
            while (WaitAfter(last) is var wait && wait > TimeSpan.Zero)
            {
                await pauseAsync(wait);
            }

            return new Place(this);
        }
        catch
        {
            Leave(last);
            throw;
        }
    }

    public void Block(TimeSpan wait)
    {
        lock (gate)
        {
            (blockedFor, blockedAt) = (wait, time.GetTimestamp());
        }
    }

    private TimeSpan WaitAfter(long? last)
    {
        lock (gate)
        {
            var own = last is { } at ? Second - time.GetElapsedTime(at) : TimeSpan.Zero;
            var all = blockedFor - time.GetElapsedTime(blockedAt);
            return own > all ? own : all;
        }
    }

    private void Leave() => Leave(time.GetTimestamp());

    private void Leave(long? at)
    {
        lock (gate)
        {
            answered.Enqueue(at);
        }

        Places.Release();
    }

    private sealed class Place(GlobalLimit limit) : IDisposable
    {
        public void Dispose() => limit.Leave();
    }
}
