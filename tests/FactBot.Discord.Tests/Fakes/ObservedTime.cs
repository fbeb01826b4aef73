using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace FactBot.Discord.Tests.Fakes;

/// <summary>A clock that tells what is waited for, and lets short waits pass in no time.</summary>
internal sealed class ObservedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _news = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Waits of up to this long are over as soon as they begin.</summary>
    public TimeSpan Skips { get; set; } = TimeSpan.Zero;

    /// <summary>All waits so far.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime <= TimeSpan.Zero)
        {
            return timer;
        }

        Waits.Enqueue(dueTime);
        _news.Writer.TryWrite(dueTime);
        if (dueTime <= Skips)
        {
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }

    /// <summary>The next wait that begins, or has begun since the last call.</summary>
    public Task<TimeSpan> NextWaitAsync() => _news.Reader.ReadAsync().AsTask().Soon();
}
