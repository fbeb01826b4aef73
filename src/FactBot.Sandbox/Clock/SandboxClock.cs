namespace FactBot.Sandbox.Clock;

/// <summary>
/// The clock of sandbox and bot: it runs in real time, or slower, and can be moved ahead. A move is a leap, as when a machine
/// wakes from sleep: the time changes first, then every timer that has become due fires once, in order of due time.
/// </summary>
public sealed class SandboxClock : TimeProvider, IDisposable
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly SortedSet<ClockTimer> waiting = new(ClockTimer.ByDue);
    private readonly long realStart = System.GetTimestamp();
    private readonly DateTimeOffset start;
    private readonly double pace;
    private readonly ITimer wake;
    private TimeSpan offset;
    private long created;
    private bool disposed;

    /// <param name="start">What the clock shows at first; the machine's time if null.</param>
    /// <param name="pace">How many of its seconds pass per real second; above 0.</param>
    public SandboxClock(DateTimeOffset? start = null, double pace = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pace);
        this.pace = pace;
        this.start = (start ?? System.GetUtcNow()).ToUniversalTime();
        wake = System.CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    /// <inheritdoc />
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <summary>Moves the time ahead and fires timers that have become due, on the calling thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (gate)
        {
            offset += by;
        }

        FireDue();
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, callback, state, Interlocked.Increment(ref created));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            waiting.Clear();
        }

        wake.Dispose();
    }

    internal void Plan(ClockTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            waiting.Remove(timer);
            timer.Period = period;
            if (dueTime != Timeout.InfiniteTimeSpan && !disposed)
            {
                timer.Due = Elapsed + dueTime;
                waiting.Add(timer);
            }

            Arm();
        }
    }

    internal void Forget(ClockTimer timer)
    {
        lock (gate)
        {
            waiting.Remove(timer);
        }
    }

    private TimeSpan Elapsed
    {
        get
        {
            lock (gate)
            {
                return System.GetElapsedTime(realStart) * pace + offset;
            }
        }
    }

    private void FireDue()
    {
        while (TakeDue() is { } timer)
            timer.Fire();
    }

    private ClockTimer? TakeDue()
    {
        lock (gate)
        {
            var now = Elapsed;
            if (waiting.Min is not { } timer || timer.Due > now)
            {
                Arm();
                return null;
            }

            waiting.Remove(timer);
            if (timer.Period > TimeSpan.Zero)
            {
                // Missed ticks count as one, as after a sleep: otherwise a leap of a day would mean thousands of heartbeats.
                timer.Due += timer.Period * ((now - timer.Due).Ticks / timer.Period.Ticks + 1);
                waiting.Add(timer);
            }

            return timer;
        }
    }

    private void Arm()
    {
        if (disposed)
            return;
        if (waiting.Min is not { } next)
        {
            wake.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var nap = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(LongestNap.TotalMilliseconds, Math.Max(0, (next.Due - Elapsed).TotalMilliseconds / pace))));
        wake.Change(nap, Timeout.InfiniteTimeSpan);
    }
}
