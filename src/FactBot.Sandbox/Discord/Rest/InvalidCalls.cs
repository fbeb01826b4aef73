using System.Globalization;

namespace FactBot.Sandbox.Discord.Rest;

/// <summary>
/// Blocks a bot that is refused too often: after 10,000 responses of 401, 403 or 429 in ten minutes. Discord doesn't say for
/// how long; here it is an hour.
/// </summary>
/// <remarks>https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans</remarks>
internal sealed class InvalidCalls(TimeProvider clock)
{
    public const int Most = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Block = TimeSpan.FromHours(1);

    private readonly Queue<DateTimeOffset> refused = new();
    private DateTimeOffset blockedUntil;

    /// <summary>Returns the response for a blocked bot, which has no JSON; null if it isn't blocked.</summary>
    public RestAnswer? Find() => clock.GetUtcNow() >= blockedUntil ? null : new RestAnswer(429, null)
    {
        Headers = new Dictionary<string, string>
        {
            ["Retry-After"] = Math.Ceiling((blockedUntil - clock.GetUtcNow()).TotalSeconds).ToString(CultureInfo.InvariantCulture),
        },
    };

    /// <summary>Counts a response; limits shared by all bots ("shared") don't count.</summary>
    public void Count(int status, IReadOnlyDictionary<string, string> headers)
    {
        if (status is not (401 or 403 or 429) || headers.GetValueOrDefault("X-RateLimit-Scope") == "shared")
            return;
        var now = clock.GetUtcNow();
        refused.Enqueue(now);
        while (now - refused.Peek() > Window)
            refused.Dequeue();
        if (refused.Count >= Most)
            blockedUntil = now + Block;
    }
}
