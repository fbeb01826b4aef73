using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;

namespace FactBot.Discord.Rest;

/// <summary>Everything Discord has reported about its limits. Nothing is assumed about a route before its first answer.</summary>
internal sealed class RateLimits(TimeProvider time, IOptionsMonitor<DiscordOptions> options)
{
    private const int ManyBuckets = 500;
    private readonly ConcurrentDictionary<string, string> names = new();
    private readonly ConcurrentDictionary<(string Name, string Major), Bucket> buckets = new();
    private readonly GlobalLimit everyRoute = new(time);

    /// <summary>Queues at the route's bucket, and holds it until disposed.</summary>
    public async Task<Turn> EnterAsync(Route route, CancellationToken cancellationToken)
    {
        if (buckets.Count > ManyBuckets)
        {
            ForgetIdle();
        }

        var name = names.GetValueOrDefault(route.Template, route.Template);
        var bucket = buckets.GetOrAdd((name, route.Major), _ => new Bucket(time));
        await bucket.Gate.WaitAsync(cancellationToken);
        return new Turn(this, route, bucket);
    }

    // Each interaction has a bucket of its own that is never used again. A call about to queue at a removed bucket finds it
    // open, and at worst overtakes a later call.
    private void ForgetIdle()
    {
        foreach (var entry in buckets.Where(entry => entry.Value.IsIdle))
        {
            buckets.TryRemove(entry);
        }
    }

    /// <summary>A call's turn at the head of its bucket.</summary>
    internal sealed class Turn(RateLimits limits, Route route, Bucket bucket) : IDisposable
    {
        /// <summary>Returns when the call may go. Dispose the result once the call has been answered.</summary>
        /// <exception cref="DiscordApiException">The wait would exceed the longest one allowed.</exception>
        public async Task<IDisposable?> WaitAsync(CancellationToken cancellationToken)
        {
            while (bucket.Wait is var wait && wait > TimeSpan.Zero)
            {
                await limits.PauseAsync(route, wait, cancellationToken);
            }

            var place = route.IsAuthorised
                ? await limits.everyRoute.EnterAsync(
                    wait => limits.PauseAsync(route, wait, cancellationToken), cancellationToken)
                : null;
            bucket.Take();
            return place;
        }

        public void Learn(RateLimitAnswer answer)
        {
            if (route.IsAuthorised && answer is { IsGlobal: true, RetryAfter: { } everyone })
            {
                limits.everyRoute.Block(everyone);
                return;
            }
            bucket.Learn(answer);
            if (answer.Bucket is not { } name)
            {
                return;
            }
            // The bucket's name is known from the route's first answer on; calls queued before that keep their place.
            limits.names[route.Template] = name;
            limits.buckets.GetOrAdd((name, route.Major), bucket).Learn(answer);
        }

        public void Dispose() => bucket.Gate.Release();
    }

    /// <summary>Pauses before a failed call is retried.</summary>
    public Task BackOffAsync(int failures, CancellationToken cancellationToken) =>
        Task.Delay(Backoff.Delay(failures), time, cancellationToken);

    private Task PauseAsync(Route route, TimeSpan wait, CancellationToken cancellationToken) =>
        wait <= options.CurrentValue.LongestRateLimit
            ? Task.Delay(RoundUp(wait), time, cancellationToken)
            : throw new DiscordApiException(
                $"Discord's rate limit for {route.Shown} lasts another {wait.TotalSeconds:0} s",
                HttpStatusCode.TooManyRequests)
            { RetryAfter = wait };

    // Timers count in milliseconds, and one that fires a fraction early would ask again in a tight loop.
    private static TimeSpan RoundUp(TimeSpan wait) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
