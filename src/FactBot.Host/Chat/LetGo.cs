using System.Diagnostics.Metrics;
using FactBot.Host.Operations;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Chat;

/// <summary>Counts the interactions that were dropped before any work, and logs their total every so often.</summary>
internal sealed partial class LetGo : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Meter meter;
    private readonly Counter<long> dropped;
    private readonly ITimer timer;
    private readonly ILogger<LetGo> log;
    private long untold;

    public LetGo(IMeterFactory meters, TimeProvider time, ILogger<LetGo> log)
    {
        this.log = log;
        meter = meters.Create(Signals.Name);
        dropped = meter.CreateCounter<long>(
            "factbot.interactions.dropped", "{interaction}", "Interactions that were dropped before any work, by why");
        timer = time.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Count(DropReason reason)
    {
        dropped.Add(1, KeyValuePair.Create<string, object?>("factbot.drop.reason", reason.ToString().ToLowerInvariant()));
        if (Interlocked.Increment(ref untold) == 1)
        {
            timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        Tell();
        meter.Dispose();
    }

    private void Tell()
    {
        if (Interlocked.Exchange(ref untold, 0) is > 0 and var count)
        {
            LogDropped(count);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} interactions were dropped before any work: too many came at once, or they came too late to be answered")]
    private partial void LogDropped(long count);
}

/// <summary>Why an interaction was dropped.</summary>
internal enum DropReason
{
    /// <summary>Too many were in progress.</summary>
    Full,

    /// <summary>It had waited past its three seconds, or arrived too late to be answered.</summary>
    Late,

    /// <summary>The bot was stopping.</summary>
    Stopping,

    /// <summary>It doesn't say where to send a response.</summary>
    Unreadable,
}
