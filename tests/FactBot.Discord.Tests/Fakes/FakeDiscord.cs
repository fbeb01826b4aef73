using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FactBot.Discord.Tests.Fakes;

/// <summary>A Discord on a real port, that answers as the test says.</summary>
internal sealed class FakeDiscord : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RequestDelegate>> _answers = new();
    private readonly Channel<FakeGateway> _gateways = Channel.CreateUnbounded<FakeGateway>();

    private FakeDiscord(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public string GatewayUrl(string path) => Url.Replace("http://", "ws://", StringComparison.Ordinal) + path;

    /// <summary>Every REST request, in the order of arrival.</summary>
    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    public bool Compresses { get; init; }

    /// <summary>The number of shards recommended.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Identifies per five seconds.</summary>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>A gateway path that is refused with 503.</summary>
    public string? ClosedPath { get; set; }

    /// <summary>How often <see cref="ClosedPath"/> was tried.</summary>
    public int ClosedPathAttempts => _closedPathAttempts;
    private int _closedPathAttempts;

    public static async Task<FakeDiscord> StartAsync(bool compresses = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var discord = new FakeDiscord(app) { Compresses = compresses };
        app.UseWebSockets();
        app.Run(discord.ServeAsync);
        await app.StartAsync();
        return discord;
    }

    /// <summary>The next answer to this; when none is left, the answer is an empty object.</summary>
    public FakeDiscord Answers(string methodAndPath, RequestDelegate answer)
    {
        _answers.GetOrAdd(methodAndPath, _ => new()).Enqueue(answer);
        return this;
    }

    public FakeDiscord Answers(
        string methodAndPath, int status, string body = "{}", params (string Name, string Value)[] headers) =>
        Answers(methodAndPath, context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return context.Response.WriteAsync(body);
        });

    /// <summary>Takes the request, and loses the answer.</summary>
    public FakeDiscord BreaksOn(string methodAndPath) => Answers(methodAndPath, context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The next connection to the gateway.</summary>
    public async Task<FakeGateway> AcceptAsync() => await _gateways.Reader.ReadAsync().AsTask().Soon();

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (context.WebSockets.IsWebSocketRequest)
        {
            await ServeGatewayAsync(context, path);
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var key = $"{context.Request.Method} {path.Replace("/api/v10", "", StringComparison.Ordinal)}";
        Requests.Enqueue(new FakeRequest(
            key, await reader.ReadToEndAsync(),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));
        if (_answers.TryGetValue(key, out var answers) && answers.TryDequeue(out var answer))
        {
            await answer(context);
        }
        else if (key == "GET /gateway/bot")
        {
            await context.Response.WriteAsync(GatewayBot(1000, 0));
        }
        else
        {
            await context.Response.WriteAsync("{}");
        }
    }

    public string GatewayBot(int remaining, int resetAfter) => $$"""
        {"url":"{{GatewayUrl("/first")}}","shards":{{Shards}},"session_start_limit":
        {"total":1000,"remaining":{{remaining}},"reset_after":{{resetAfter}},"max_concurrency":{{MaxConcurrency}}} }
        """;

    private async Task ServeGatewayAsync(HttpContext context, string path)
    {
        if (path == ClosedPath)
        {
            Interlocked.Increment(ref _closedPathAttempts);
            context.Response.StatusCode = 503;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var gateway = new FakeGateway(
            socket, path + context.Request.QueryString, GatewayUrl("/resume"), Compresses);
        _gateways.Writer.TryWrite(gateway);
        await gateway.ReceiveAsync(context.RequestAborted);
    }
}

internal sealed record FakeRequest(string Key, string Body, IReadOnlyDictionary<string, string> Headers);
