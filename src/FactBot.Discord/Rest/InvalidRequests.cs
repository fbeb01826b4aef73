using System.Net;

namespace FactBot.Discord.Rest;

/// <summary>
/// Counts refused calls, and stops all calls before Discord would block the address.
/// It does so after 10,000 answers of 401, 403 or 429 in 10 minutes.
/// </summary>
/// <remarks>https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans</remarks>
internal sealed class InvalidRequests(TimeProvider time)
{
    public const int Limit = 9_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Lock gate = new();
    private readonly Queue<long> refusals = new();

    public void Count(HttpStatusCode status, RateLimitAnswer answer)
    {
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            || (status is HttpStatusCode.TooManyRequests && !answer.IsShared))
        {
            lock (gate)
            {
                refusals.Enqueue(time.GetTimestamp());
            }
        }
    }

    /// <exception cref="DiscordApiException">The limit is near; no call may go out until refusals have aged.</exception>
    public void ThrowIfNearLimit()
    {
        lock (gate)
        {
            while (refusals.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > Window)
            {
                refusals.Dequeue();
            }

            if (refusals.Count >= Limit)
            {
                throw new DiscordApiException(
                    $"Discord refused {Limit} calls in 10 minutes; no more are made until it is safe again",
                    HttpStatusCode.TooManyRequests)
                { RetryAfter = Window - time.GetElapsedTime(refusals.Peek()) };
            }
        }
    }
}
