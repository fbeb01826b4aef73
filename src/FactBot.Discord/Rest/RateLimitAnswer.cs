using System.Globalization;
using System.Net;
using System.Text.Json;

namespace FactBot.Discord.Rest;

/// <summary>What an answer says about rate limits, in its headers and, for a 429, in its body.</summary>
/// <remarks>https://docs.discord.com/developers/topics/rate-limits#header-format</remarks>
internal sealed record RateLimitAnswer
{
    public string? Bucket { get; private init; }
    public int? Remaining { get; private init; }
    public TimeSpan? ResetAfter { get; private init; }

    /// <summary>Only set for a 429.</summary>
    public TimeSpan? RetryAfter { get; private init; }
    public bool IsGlobal { get; private init; }

    /// <summary>Only this message is limited, after too many edits in the past hour; the route is free.</summary>
    public bool IsOfOneMessage { get; private init; }

    /// <summary>The limit is shared with others, so using it up isn't our fault.</summary>
    public bool IsShared { get; private init; }

    public static RateLimitAnswer Read(HttpResponseMessage response, byte[] body) => Read(
        response.StatusCode, name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null, body);

    /// <param name="status">The answer's status.</param>
    /// <param name="find">Returns a header of the answer by name; null if there is none.</param>
    /// <param name="body">Only read if the status is 429.</param>
    public static RateLimitAnswer Read(HttpStatusCode status, Func<string, string?> find, byte[] body)
    {
        var answer = new RateLimitAnswer
        {
            Bucket = find("X-RateLimit-Bucket"),
            Remaining = int.TryParse(
                find("X-RateLimit-Remaining"), CultureInfo.InvariantCulture, out var left) ? left : null,
            ResetAfter = Seconds(find("X-RateLimit-Reset-After")),
            IsShared = find("X-RateLimit-Scope") == "shared",
        };
        if (status != HttpStatusCode.TooManyRequests)
        {
            return answer;
        }

        var (retryAfter, isGlobal, code) = ReadBody(body);
        return answer with
        {
            // A 429 from the firewall in front of Discord has only the standard header.
            RetryAfter = retryAfter ?? Seconds(find("Retry-After")) ?? TimeSpan.FromSeconds(5),
            IsOfOneMessage = code == ErrorCodes.TooManyEditsOfOldMessage,
            IsGlobal = isGlobal || find("X-RateLimit-Global") == "true",
        };
    }

    private static (TimeSpan? RetryAfter, bool IsGlobal, int Code) ReadBody(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (null, false, 0);
            }

            TimeSpan? wait = root.TryGetProperty("retry_after", out var seconds)
                && seconds.ValueKind == JsonValueKind.Number ? Span(seconds.GetDouble()) : null;
            var code = root.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number
                && number.TryGetInt32(out var value) ? value : 0;
            return (wait, root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True, code);
        }
        catch (JsonException)
        {
            return (null, false, 0);
        }
    }

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? Span(seconds) : null;

    private static TimeSpan? Span(double seconds) =>
        seconds is >= 0 and < 1_000_000 ? TimeSpan.FromSeconds(seconds) : null;
}
