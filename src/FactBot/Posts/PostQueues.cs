using FactBot.Domain;
using FactBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactBot.Posts;

/// <summary>
/// Sends due posts, with a separate queue for each team and kind of post: in order, and independent of the others. A queue
/// takes a slot for each post and then lines up behind the other queues again, so that no team waits for another's backlog.
/// </summary>
public sealed partial class PostQueues(IServiceScopeFactory scopes, WriteTurn turn, ILogger<PostQueues> log) : IDisposable
{
    /// <summary>Concurrent posts: enough to keep the chat busy, too few to keep the database from serving people.</summary>
    private const int AtOnce = 32;

    private readonly Dictionary<(TeamId, PostKind), RunningQueue> running = [];
    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly CancellationTokenSource stopping = new();
    private long sent;

    /// <summary>The number of posts processed since the start.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Queues what is due; a queue that is running picks it up after its current post.</summary>
    public void Begin(IEnumerable<PostQueue> due)
    {
        lock (running)
        {
            // A digest links to the verdicts, so it comes after them.
            foreach (var (team, kind, posts) in due.OrderBy(queue => queue.Kind))
            {
                if (running.TryGetValue((team, kind), out var queue))
                {
                    queue.Next = posts;
                    continue;
                }

                queue = running[(team, kind)] = new RunningQueue { Next = posts };
                var verdicts = kind == PostKind.Digest ? running.GetValueOrDefault((team, PostKind.Verdict)) : null;
                var run = queue;
                // Fairly, so that a queue that goes on isn't preferred to those that haven't begun.
                queue.Run = Task.Factory.StartNew(
                    () => RunAsync((team, kind), run, verdicts?.Run ?? Task.CompletedTask), CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default).Unwrap();
            }
        }
    }

    /// <summary>Waits until no queue is running.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (FindRuns() is { Count: > 0 } runs)
        {
            await Task.WhenAll(runs).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Cancels what is in progress; it will be due again.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await WhenIdleAsync(cancellationToken);
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
            return [.. running.Values.Select(queue => queue.Run)];
        }
    }

    private async Task RunAsync((TeamId, PostKind) key, RunningQueue queue, Task before)
    {
        await before;
        var (goesOn, sentBefore) = (true, Sent);
        while (TakeNext(key, queue, goesOn) is { } posts)
        {
            goesOn = await TrySendAsync(posts, queue);
        }

        if (Sent > sentBefore)
        {
            // Others may have waited for it: a thread is open now, or a post was changed while it was sent.
            turn.Due.Raise();
        }
    }

    /// <summary>Returns the next posts; null if there are none, which ends the queue. Later posts start another.</summary>
    private IReadOnlyList<Guid>? TakeNext((TeamId, PostKind) key, RunningQueue queue, bool goesOn)
    {
        lock (running)
        {
            var next = goesOn ? queue.Next : null;
            queue.Next = null;
            if (next is null)
            {
                running.Remove(key);
            }

            return next;
        }
    }

    private async Task<bool> TrySendAsync(IReadOnlyList<Guid> posts, RunningQueue queue)
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
                if (queue.HasNext)
                {
                    // It also holds what is left here, in the order now wanted.
                    return true;
                }
            }

            return true;
        }
        catch (Exception e)
        {
            // The boundary of one queue: what it leaves is due again, and the others continue.
            if (e is not OperationCanceledException and not NotKeptException)
            {
                LogFailed(e);
            }

            return false;
        }
    }

    private async Task<bool> SendAsync(Guid post, CancellationToken cancellationToken)
    {
        // Also behind queues that haven't begun, where the chat answers at once.
        await Task.Yield();
        await places.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<PostPublisher>().SendAsync(post, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    [LoggerMessage(LogLevel.Error, "A team's posts could not be sent; they are tried again")]
    private partial void LogFailed(Exception e);

    private sealed class RunningQueue
    {
        public Task Run { get; set; } = Task.CompletedTask;

        /// <summary>The posts to send next; found after the current ones, they include all that was still due.</summary>
        public IReadOnlyList<Guid>? Next { get; set; }

        public bool HasNext => Next is not null;
    }
}
