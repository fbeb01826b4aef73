using System.Diagnostics;
using FactBot.Discord.Rest;

namespace FactBot.Discord.Gateway;

/// <summary>Beats for one connection, and notices when nobody answers.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#sending-heartbeats</remarks>
internal sealed class Heart(TimeProvider time, TimeSpan patience, Func<CancellationToken, Task> beat) : IDisposable
{
    private readonly SemaphoreSlim asked = new(0);
    private readonly Lock gate = new();
    private TaskCompletionSource? pending;
    private long pendingSince;

    /// <summary>Whether a beat was sent whose ACK has not come.</summary>
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

    /// <summary>Discord wants a beat now.</summary>
    public void Ask()
    {
        // Two requests before the beat went out are answered by it both.
        if (asked.CurrentCount == 0)
        {
            asked.Release();
        }
    }

    /// <summary>Returns when a beat is due and the one before has found no answer: a zombie.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        // The first beat at a random moment, so that a fleet that reconnects does not beat as one.
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

    // A clock that is moved by hours makes the next beat due a moment after the last, and a machine that slept does
    // much the same. Silence only means something once the ACK had real time to come, by the stopwatch.
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
