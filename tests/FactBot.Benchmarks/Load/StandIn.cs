using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactBot.Benchmarks;

/// <summary>
/// Discord as far as a load test needs it, on loopback: it sends interactions, and takes the time until each is answered. It
/// checks nothing, but can limit the posts of a channel as Discord does.
/// </summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly bool isLimited;
    private readonly WebApplication web;
    private readonly StandInGateway gateway = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> waiting = new();
    private readonly ConcurrentDictionary<string, ChannelLimit> limits = new();
    private TaskCompletionSource registered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long ids;

    private StandIn(bool isLimited)
    {
        this.isLimited = isLimited;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        web = builder.Build();
        web.UseWebSockets();
        web.Run(AnswerAsync);
    }

    public Uri Address => new(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="isLimited">Whether it limits the posts of a channel.</param>
    public static async Task<StandIn> StartAsync(bool isLimited)
    {
        var standIn = new StandIn(isLimited);
        await standIn.web.StartAsync();
        return standIn;
    }

    /// <summary>Ends once a bot that starts from now on has registered its commands.</summary>
    public Task NextRegistrationAsync() => (registered = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Sends an interaction, and returns how long its answer took and what it said.</summary>
    public async Task<(TimeSpan Time, string Answer)> SendAsync(string member, string data, int type = 2)
    {
        var id = (((TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22) + (Interlocked.Increment(ref ids) & 0x3FFFFF)).ToString(CultureInfo.InvariantCulture);
        var answer = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var clock = Stopwatch.GetTimestamp();
        await gateway.SendAsync("INTERACTION_CREATE", $$"""
            {"id":"{{id}}","application_id":"1","type":{{type}},"token":"t{{id}}","version":1,"guild_id":"{{GrownDesk.Team}}","channel_id":"101","member":{{member}},"data":{{data}}}
            """);
        var text = await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return (Stopwatch.GetElapsedTime(clock), text);
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        gateway.Dispose();
    }

    private async Task AnswerAsync(HttpContext call)
    {
        var path = call.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is ["gateway", ..])
        {
            await gateway.RunAsync(await call.WebSockets.AcceptWebSocketAsync(), call.Request.QueryString.Value!.Contains("zlib", StringComparison.Ordinal));
            return;
        }

        using var reader = new StreamReader(call.Request.Body);
        var body = await reader.ReadToEndAsync();
        call.Response.ContentType = "application/json";
        switch (path)
        {
            case ["api", "v10", "interactions", var id, _, "callback"]:
                // 5 and 6 promise an answer, which comes by a later call.
                if (!body.StartsWith("{\"type\":5", StringComparison.Ordinal) && !body.StartsWith("{\"type\":6", StringComparison.Ordinal))
                {
                    Settle(id, body);
                }

                call.Response.StatusCode = 204;
                break;
            case ["api", "v10", "webhooks", _, var token, ..]:
                Settle(token[1..], body);
                await WriteMessageAsync(call, "0");
                break;
            case ["api", "v10", "gateway", "bot"]:
                await call.Response.WriteAsync($$"""
                    {"url":"ws://{{Address.Authority}}/gateway","shards":1,"session_start_limit":{"total":1000,"remaining":1000,"reset_after":0,"max_concurrency":1} }
                    """);
                break;
            case ["api", "v10", "applications", .., "commands"]:
                await call.Response.WriteAsync("[]");
                if (call.Request.Method == "PUT")
                {
                    registered.TrySetResult();
                }

                break;
            case ["api", "v10", "channels", var channel, ..]:
                if (!isLimited || limits.GetOrAdd($"{call.Request.Method} {channel}", _ => new ChannelLimit()).Take(call))
                {
                    await WriteMessageAsync(call, channel);
                }

                break;
            default:
                await call.Response.WriteAsync(call.Request.Method == "GET" ? "[]" : "{}");
                break;
        }
    }

    private void Settle(string id, string body)
    {
        if (waiting.TryRemove(id, out var answer))
        {
            answer.TrySetResult(body);
        }
    }

    private Task WriteMessageAsync(HttpContext call, string channel) => call.Response.WriteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"{{Interlocked.Increment(ref ids)}}","channel_id":"{{channel}}","type":0,"content":"","timestamp":"2026-01-01T00:00:00Z","author":{"id":"1","username":"factbot"} }"""));

    /// <summary>Five calls in five seconds, as Discord allows for the messages of a channel.</summary>
    private sealed class ChannelLimit
    {
        private const int Most = 5;
        private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
        private readonly string bucket = Guid.NewGuid().ToString("N");
        private DateTimeOffset ends;
        private int left;

        public bool Take(HttpContext call)
        {
            lock (this)
            {
                var now = TimeProvider.System.GetUtcNow();
                if (now >= ends)
                {
                    (ends, left) = (now + Period, Most);
                }

                var isAllowed = left > 0;
                left = Math.Max(0, left - 1);
                var after = (ends - now).TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
                var headers = call.Response.Headers;
                headers["X-RateLimit-Limit"] = "5";
                headers["X-RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
                headers["X-RateLimit-Reset-After"] = after;
                headers["X-RateLimit-Bucket"] = bucket;
                if (!isAllowed)
                {
                    call.Response.StatusCode = 429;
                    headers.RetryAfter = after;
                }

                return isAllowed;
            }
        }
    }
}
