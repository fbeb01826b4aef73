using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;

namespace FactBot.Discord.Rest;

/// <summary>Reports the client's calls in traces and metrics: the kind of call, never an address or a token.</summary>
/// <remarks>https://opentelemetry.io/docs/specs/semconv/http/http-spans</remarks>
public static class DiscordSignals
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "FactBot.Discord";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Limits = Meter.CreateCounter<long>(
        "factbot.discord.rate_limits", "{limit}", "Rate limits of Discord that were met (429)");

    private static readonly Counter<long> Ends = Meter.CreateCounter<long>(
        "factbot.discord.gateway.disconnects", "{disconnect}", "Connections to the gateway that ended, by Discord's close code");

    private static readonly Histogram<double> Beats = Meter.CreateHistogram<double>(
        "factbot.discord.gateway.latency", "s", "From a heartbeat to its acknowledgement");

    /// <summary>Counts a gateway connection that ended without us closing it.</summary>
    internal static void Ended(int? closeCode) =>
        Ends.Add(1, KeyValuePair.Create<string, object?>("factbot.discord.gateway.close_code", closeCode?.ToString(CultureInfo.InvariantCulture) ?? "none"));

    /// <summary>Records an acknowledged heartbeat.</summary>
    internal static void Beat(TimeSpan latency) => Beats.Record(latency.TotalSeconds);

    /// <summary>Sends a call, and reports its outcome.</summary>
    internal static Task<HttpResponseMessage> WatchAsync(Route route, Func<Task<HttpResponseMessage>> sendAsync) =>
        WatchAsync(route.Method.Method, route.PathTemplate, sendAsync, response => response.StatusCode);

    /// <summary>Does the same for another client's call.</summary>
    internal static async Task<T> WatchAsync<T>(
        string method, string template, Func<Task<T>> sendAsync, Func<T, HttpStatusCode> statusOf)
    {
        using var call = Source.StartActivity(
            $"{method} {template}", ActivityKind.Client, Activity.Current?.Context ?? default,
            [KeyValuePair.Create<string, object?>("http.request.method", method), KeyValuePair.Create<string, object?>("url.template", template)]);
        string? error = "unreachable";
        try
        {
            var response = await sendAsync();
            var status = (int)statusOf(response);
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

    /// <summary>Counts an answer that reports a rate limit.</summary>
    internal static void Count(Route route, HttpStatusCode status, RateLimitAnswer answer)
    {
        if (status == HttpStatusCode.TooManyRequests)
        {
            Limited(route.Method.Method, route.PathTemplate, answer);
        }
    }

    internal static void Limited(string method, string template, RateLimitAnswer answer) => Limits.Add(
        1,
        KeyValuePair.Create<string, object?>("http.request.method", method),
        KeyValuePair.Create<string, object?>("url.template", template),
        KeyValuePair.Create<string, object?>("factbot.discord.rate_limit.scope", answer.IsGlobal ? "global" : answer.IsShared ? "shared" : "user"));
}
