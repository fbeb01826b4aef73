namespace FactBot.Sandbox.Clock;

/// <summary>A timer that runs on the sandbox's clock.</summary>
internal sealed class ClockTimer(SandboxClock clock, TimerCallback callback, object? state, long order) : ITimer
{
    /// <summary>Orders timers by due time, then by creation.</summary>
    public static readonly IComparer<ClockTimer> ByDue = Comparer<ClockTimer>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Order.CompareTo(b.Order));

    private volatile bool disposed;

    public TimeSpan Due { get; set; }

    public TimeSpan Period { get; set; }

    private long Order { get; } = order;

    public void Fire()
    {
        if (!disposed)
            callback(state);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (disposed)
            return false;
        clock.Plan(this, dueTime, period);
        return true;
    }

    public void Dispose()
    {
        disposed = true;
        clock.Forget(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
