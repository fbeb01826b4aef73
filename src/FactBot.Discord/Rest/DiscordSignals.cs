using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;

namespace FactBot.Discord.Rest;

/// <summary>What the client tells of its calls in traces and metrics: the kind of call, never an address or a token.</summary>
/// <remarks>https://opentelemetry.io/docs/specs/semconv/http/http-spans</remarks>
public static class DiscordSignals
{
    /// <summary>Of the meter and of the source of activities.</summary>
    public const string Name = "FactBot.Discord";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Limits = Meter.CreateCounter<long>(
        "factbot.discord.rate_limits", "{limit}", "Rate limits of Discord that were met (429)");

    /// <summary>Sends a call, and tells how it went to whoever listens.</summary>
    internal static async Task<HttpResponseMessage> WatchAsync(Route route, Func<Task<HttpResponseMessage>> sendAsync)
    {
        using var call = Source.StartActivity(
            route.Template, ActivityKind.Client, Activity.Current?.Context ?? default,
            [KeyValuePair.Create<string, object?>("http.request.method", route.Method.Method), KeyValuePair.Create<string, object?>("url.template", route.PathTemplate)]);
        string? error = "unreachable";
        try
        {
            var response = await sendAsync();
            var status = (int)response.StatusCode;
            call?.SetTag("http.response.status_code", status);
            error = status < 400 ? null : status.ToString(CultureInfo.InvariantCulture);
            return response;
        }
        finally
        {
            if (error is not null)
            {
                call?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
            }
        }
    }

    /// <summary>Counts an answer that tells of a rate limit.</summary>
    internal static void Count(Route route, HttpStatusCode status, RateLimitAnswer answer)
    {
        if (status == HttpStatusCode.TooManyRequests)
        {
            Limits.Add(
                1,
                KeyValuePair.Create<string, object?>("http.request.method", route.Method.Method),
                KeyValuePair.Create<string, object?>("url.template", route.PathTemplate),
                KeyValuePair.Create<string, object?>("factbot.discord.rate_limit.scope", answer.IsGlobal ? "global" : answer.IsShared ? "shared" : "user"));
        }
    }
}
