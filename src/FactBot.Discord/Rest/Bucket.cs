namespace FactBot.Discord.Rest;

/// <summary>A rate limit: how many calls are left until when. Calls pass its gate one at a time, in order.</summary>
internal sealed class Bucket(TimeProvider time)
{
    private int? remaining;
    private long learnedAt;
    private TimeSpan resetAfter;

    // A SemaphoreSlim admits its waiters in the order they arrived, which keeps a channel's messages in order.
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>How long the next call has to wait; zero if it may go now.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (Gate)
            {
                var left = resetAfter - time.GetElapsedTime(learnedAt);
                if (left <= TimeSpan.Zero)
                {
                    remaining = null;
                }

                return remaining is 0 ? left : TimeSpan.Zero;
            }
        }
    }

    public bool IsIdle => Gate.CurrentCount == 1 && Wait == TimeSpan.Zero;

    public void Take()
    {
        lock (Gate)
        {
            remaining = remaining is > 0 ? remaining - 1 : remaining;
        }
    }

    public void Learn(RateLimitAnswer answer)
    {
        if ((answer.RetryAfter ?? answer.ResetAfter) is not { } wait)
        {
            return;
        }

        lock (Gate)
        {
            remaining = answer.RetryAfter is null ? answer.Remaining : 0;
            (resetAfter, learnedAt) = (wait, time.GetTimestamp());
        }
    }
}
