using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Discord.Rest;

/// <summary>Counts calls per bucket and in total, and reports the counts in headers.</summary>
/// <remarks>https://docs.discord.com/developers/topics/rate-limits</remarks>
internal sealed class RateLimits(TimeProvider clock)
{
    private static readonly RestLimit Global = new(50, TimeSpan.FromSeconds(1));

    private readonly Dictionary<string, Window> windows = [];

    /// <summary>Counts a call; returns a 429 if it exceeds a limit, otherwise null.</summary>
    public RestAnswer? Take(RestRoute route, RestCall call, IDictionary<string, string> headers)
    {
        if (route.NeedsToken && Count("global", Global) is { Left: < 0 } all)
            return Refuse(all.EndsAt - clock.GetUtcNow(), "global", isGlobal: true, headers);
        if (route.Limit is null)
            return null;

        var bucket = Convert.ToHexStringLower(Shortened(route.Method + " " + route.Template));
        var window = Count($"{bucket}:{TopLevel(route, call)}", route.Limit);
        var rest = window.EndsAt - clock.GetUtcNow();
        headers["X-RateLimit-Limit"] = Write(route.Limit.Calls);
        headers["X-RateLimit-Remaining"] = Write(Math.Max(0, window.Left));
        headers["X-RateLimit-Reset"] = Write((window.EndsAt - DateTimeOffset.UnixEpoch).TotalSeconds);
        headers["X-RateLimit-Reset-After"] = Write(RoundUp(rest));
        headers["X-RateLimit-Bucket"] = bucket;
        return window.Left < 0 ? Refuse(rest, "user", isGlobal: false, headers) : null;
    }

    public static RestAnswer Refuse(TimeSpan wait, string scope, bool isGlobal, IDictionary<string, string> headers)
    {
        headers["Retry-After"] = Write(Math.Ceiling(wait.TotalSeconds));
        headers["X-RateLimit-Scope"] = scope;
        if (isGlobal)
            headers["X-RateLimit-Global"] = "true";
        return new RestAnswer(429, new JsonObject
        {
            ["message"] = "You are being rate limited.",
            ["retry_after"] = RoundUp(wait),
            ["global"] = isGlobal,
        });
    }

    // Never down: a client that waits exactly this long must not be too early.
    private static double RoundUp(TimeSpan wait) => Math.Ceiling(wait.TotalMilliseconds) / 1000;

    private Window Count(string key, RestLimit limit)
    {
        var now = clock.GetUtcNow();
        var window = windows.TryGetValue(key, out var known) && known.EndsAt > now
            ? known with { Left = known.Left - 1 }
            : new Window(now + limit.In, limit.Calls - 1);
        windows[key] = window;
        return window;
    }

    private static string TopLevel(RestRoute route, RestCall call) =>
        route.NeedsToken
            ? call.Values.GetValueOrDefault("channel") ?? call.Values.GetValueOrDefault("guild") ?? ""
            : call.Values.GetValueOrDefault("token") ?? "";

    private static byte[] Shortened(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];

    private static string Write(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private sealed record Window(DateTimeOffset EndsAt, int Left);
}
