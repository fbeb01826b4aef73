using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using FactBot.Discord.Rest;

namespace FactBot.Discord.Tests.Rest;

/// <summary>What whoever listens is told of a call. Signals belong to the process, so each test has a template of its own.</summary>
public sealed class DiscordSignalsTests
{
    [Theory]
    [InlineData(200, null)]
    [InlineData(399, null)]
    [InlineData(400, "400")]
    [InlineData(429, "429")]
    [InlineData(500, "500")]
    public async Task A_call_is_traced_with_its_status_and_what_failed(int status, string? error)
    {
        var template = $"/traced/{status}";
        using var traces = new Traces(template);
        await DiscordSignals.WatchAsync("GET", template, () => Task.FromResult(status), s => (HttpStatusCode)s);
        var call = Assert.Single(traces.Calls);
        Assert.Equal(($"GET {template}", ActivityKind.Client), (call.DisplayName, call.Kind));
        Assert.Equal(("GET", template), (call.GetTagItem("http.request.method"), call.GetTagItem("url.template")));
        Assert.Equal(status, call.GetTagItem("http.response.status_code"));
        Assert.Equal(error, call.GetTagItem("error.type"));
        Assert.Equal(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, call.Status);
    }

    [Fact]
    public async Task A_call_that_found_nobody_is_traced_as_unreachable()
    {
        using var traces = new Traces("/unreachable");
        await Assert.ThrowsAsync<HttpRequestException>(() => DiscordSignals.WatchAsync<int>(
            "GET", "/unreachable", () => throw new HttpRequestException("Nobody is there."), s => (HttpStatusCode)s));
        var call = Assert.Single(traces.Calls);
        Assert.Equal("unreachable", call.GetTagItem("error.type"));
        Assert.Null(call.GetTagItem("http.response.status_code"));
    }

    [Theory]
    [InlineData("user", "{}", "user")]
    [InlineData("shared", "{}", "shared")]
    [InlineData("global", """{"global":true,"retry_after":1}""", "global")]
    public void A_rate_limit_is_counted_with_its_scope(string header, string body, string scope)
    {
        var route = Route.Get($"/limited/{header}");
        using var metrics = new Metrics("factbot.discord.rate_limits", "url.template", route.PathTemplate, "factbot.discord.rate_limit.scope");
        var answer = RateLimitAnswer.Read(HttpStatusCode.TooManyRequests, name => name == "X-RateLimit-Scope" ? header : null, System.Text.Encoding.UTF8.GetBytes(body));
        DiscordSignals.Count(route, HttpStatusCode.OK, answer);
        Assert.DoesNotContain(metrics.Told, t => t.Tag == scope);
        DiscordSignals.Count(route, HttpStatusCode.TooManyRequests, answer);
        Assert.Contains((1, scope), metrics.Told);
    }

    [Theory]
    [InlineData(4711, "4711")]
    [InlineData(null, "none")]
    public void A_disconnect_is_counted_with_its_close_code(int? code, string told)
    {
        using var metrics = new Metrics("factbot.discord.gateway.disconnects", "factbot.discord.gateway.close_code", told, "factbot.discord.gateway.close_code");
        DiscordSignals.Ended(code);
        Assert.Contains((1, told), metrics.Told);
    }

    private sealed class Traces : IDisposable
    {
        private readonly ActivityListener listener;

        public Traces(string template)
        {
            listener = new()
            {
                ShouldListenTo = source => source.Name == DiscordSignals.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = call =>
                {
                    if (Equals(call.GetTagItem("url.template"), template))
                    {
                        Calls.Enqueue(call);
                    }
                },
            };
            ActivitySource.AddActivityListener(listener);
        }

        public ConcurrentQueue<Activity> Calls { get; } = [];

        public void Dispose() => listener.Dispose();
    }

    private sealed class Metrics : IDisposable
    {
        private readonly MeterListener listener = new();

        public Metrics(string name, string key, string value, string shown)
        {
            listener.InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == DiscordSignals.Name && instrument.Name == name)
                {
                    l.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
            {
                var told = tags.ToArray().ToDictionary(t => t.Key, t => t.Value);
                if (Equals(told[key], value))
                {
                    Told.Enqueue((count, $"{told[shown]}"));
                }
            });
            listener.Start();
        }

        public ConcurrentQueue<(long Count, string Tag)> Told { get; } = [];

        public void Dispose() => listener.Dispose();
    }
}
