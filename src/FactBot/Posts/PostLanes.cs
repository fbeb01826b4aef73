using FactBot.Chat;
using FactBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactBot.Posts;

/// <summary>
/// Sends what is due, each team's posts of a kind in a lane of their own: in order, and whatever the others do. A lane
/// takes a place for each post and then stands behind the other lanes again, so that no team waits for another's many.
/// </summary>
public sealed partial class PostLanes(IServiceScopeFactory scopes, ILogger<PostLanes> log) : IDisposable
{
    /// <summary>Posts under way at once: enough to keep the chat busy, too few to keep the database from the people.</summary>
    private const int AtOnce = 32;

    private readonly Dictionary<(TeamId, PostKind), Lane> running = [];
    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly CancellationTokenSource stopping = new();
    private long sent;

    /// <summary>How many posts were dealt with since the start.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Hands over what is due; a lane that is under way takes it up when it is through with what it has.</summary>
    public void Begin(IEnumerable<PostLane> due)
    {
        lock (running)
        {
            // A digest links to the verdicts, so it comes after them.
            foreach (var (team, kind, posts) in due.OrderBy(lane => lane.Kind))
            {
                if (running.TryGetValue((team, kind), out var lane))
                {
                    lane.Next = posts;
                    continue;
                }

                lane = running[(team, kind)] = new Lane { Next = posts };
                var verdicts = kind == PostKind.Digest ? running.GetValueOrDefault((team, PostKind.Verdict)) : null;
                lane.Run = Task.Run(() => RunAsync((team, kind), lane, verdicts?.Run ?? Task.CompletedTask));
            }
        }
    }

    /// <summary>Waits until no lane is under way.</summary>
    public async Task WhenIdleAsync(CancellationToken cancel)
    {
        while (FindRuns() is { Count: > 0 } runs)
        {
            await Task.WhenAll(runs).WaitAsync(cancel);
        }
    }

    /// <summary>Breaks off what is under way; it will be due again.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        await stopping.CancelAsync();
        await WhenIdleAsync(cancel);
    }

    public void Dispose()
    {
        stopping.Dispose();
        places.Dispose();
    }

    private List<Task> FindRuns()
    {
        lock (running)
        {
            return [.. running.Values.Select(lane => lane.Run)];
        }
    }

    private async Task RunAsync((TeamId, PostKind) key, Lane lane, Task before)
    {
        await before;
        var goesOn = true;
        while (TakeNext(key, lane, goesOn) is { } posts)
        {
            goesOn = await TrySendAsync(posts, lane);
        }
    }

    /// <summary>Null where the lane ends, which it has then: what comes later begins another.</summary>
    private IReadOnlyList<Guid>? TakeNext((TeamId, PostKind) key, Lane lane, bool goesOn)
    {
        lock (running)
        {
            var next = goesOn ? lane.Next : null;
            lane.Next = null;
            if (next is null)
            {
                running.Remove(key);
            }

            return next;
        }
    }

    private async Task<bool> TrySendAsync(IReadOnlyList<Guid> posts, Lane lane)
    {
        try
        {
            foreach (var post in posts)
            {
                if (!await SendAsync(post, stopping.Token))
                {
                    return false;
                }

                Interlocked.Increment(ref sent);
                if (lane.HasNext)
                {
                    // It holds what is left here too, in the order in which that is wanted now.
                    return true;
                }
            }

            return true;
        }
        catch (Exception e)
        {
            // The edge of one lane: what it leaves is due again, and the others go on.
            if (e is not OperationCanceledException and not NotKeptException)
            {
                LogFailed(e);
            }

            return false;
        }
    }

    private async Task<bool> SendAsync(Guid post, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Mirror>().SendAsync(post, cancel);
        }
        finally
        {
            places.Release();
        }
    }

    [LoggerMessage(LogLevel.Error, "A team's posts could not be sent; they are tried again")]
    private partial void LogFailed(Exception e);

    private sealed class Lane
    {
        public Task Run { get; set; } = Task.CompletedTask;

        /// <summary>What is to be sent after what is under way; found later, it holds all that was due then.</summary>
        public IReadOnlyList<Guid>? Next { get; set; }

        public bool HasNext => Next is not null;
    }
}
