using System.Diagnostics;
using FactBot.Discord.Rest;

namespace FactBot.Discord.Gateway;

/// <summary>Sends a connection's heartbeats, and notices when they aren't answered.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#sending-heartbeats</remarks>
internal sealed class Heart(TimeProvider time, TimeSpan patience, Func<CancellationToken, Task> beat) : IDisposable
{
    private readonly SemaphoreSlim asked = new(0);
    private readonly Lock gate = new();
    private TaskCompletionSource? pending;
    private long pendingSince;

    /// <summary>Whether a heartbeat was sent that hasn't been acknowledged yet.</summary>
    public bool IsBeatPending
    {
        get
        {
            lock (gate)
            {
                return pending is not null;
            }
        }
    }

    public void Acknowledge()
    {
        lock (gate)
        {
            if (pending is not null)
            {
                DiscordSignals.Beat(Stopwatch.GetElapsedTime(pendingSince));
                pending.TrySetResult();
                pending = null;
            }
        }
    }

    /// <summary>Requests a heartbeat now, because Discord asked for one.</summary>
    public void Ask()
    {
        // A single heartbeat answers two requests that came before it was sent.
        if (asked.CurrentCount == 0)
        {
            asked.Release();
        }
    }

    /// <summary>Returns when a heartbeat is due and the previous one wasn't answered: a zombie connection.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        // The first heartbeat comes at a random moment so that a fleet that reconnects doesn't beat in unison.
        var due = Task.Delay(interval * Random.Shared.NextDouble(), time, cancellationToken);
        var request = asked.WaitAsync(cancellationToken);
        while (true)
        {
            if (await Task.WhenAny(due, request) == request)
            {
                await request;
                request = asked.WaitAsync(cancellationToken);
            }
            else
            {
                await due;
                if (!await IsAnsweredAsync(cancellationToken))
                {
                    return;
                }
                due = Task.Delay(interval, time, cancellationToken);
            }
            await BeatAsync(cancellationToken);
        }
    }

    // A clock moved by hours makes the next heartbeat due a moment after the last, and so does a machine that slept.
    // Silence only means something once the ACK had enough real time, by the stopwatch, to arrive.
    private async Task<bool> IsAnsweredAsync(CancellationToken cancellationToken)
    {
        Task answer;
        TimeSpan grace;
        lock (gate)
        {
            if (pending is null)
            {
                return true;
            }
            answer = pending.Task;
            grace = patience - Stopwatch.GetElapsedTime(pendingSince);
        }
        if (grace > TimeSpan.Zero)
        {
            await Task.WhenAny(answer, Task.Delay(grace, TimeProvider.System, cancellationToken));
        }
        cancellationToken.ThrowIfCancellationRequested();
        return answer.IsCompleted;
    }

    private Task BeatAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (pending is null)
            {
                pending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                pendingSince = Stopwatch.GetTimestamp();
            }
        }
        return beat(cancellationToken);
    }

    public void Dispose() => asked.Dispose();
}
