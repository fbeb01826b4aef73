namespace FactBot.Discord.Rest;

/// <summary>One rate limit: how many calls are left until when. Calls pass its gate one at a time, in order.</summary>
internal sealed class Bucket(TimeProvider time)
{
    private int? _remaining;
    private long _learnedAt;
    private TimeSpan _resetAfter;

    // Waiters of a SemaphoreSlim are let in as they came, which keeps the order of a channel's messages.
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>How long the next call has to wait; zero when it may go.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (Gate)
            {
                var left = _resetAfter - time.GetElapsedTime(_learnedAt);
                if (left <= TimeSpan.Zero)
                    _remaining = null;
                return _remaining is 0 ? left : TimeSpan.Zero;
            }
        }
    }

    public bool IsIdle => Gate.CurrentCount == 1 && Wait == TimeSpan.Zero;

    public void Take()
    {
        lock (Gate)
            _remaining = _remaining is > 0 ? _remaining - 1 : _remaining;
    }

    public void Learn(RateLimitAnswer answer)
    {
        if ((answer.RetryAfter ?? answer.ResetAfter) is not { } resetAfter)
            return;
        lock (Gate)
        {
            _remaining = answer.RetryAfter is null ? answer.Remaining : 0;
            (_resetAfter, _learnedAt) = (resetAfter, time.GetTimestamp());
        }
    }
}
