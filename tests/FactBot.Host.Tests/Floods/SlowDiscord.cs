using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Tests.Floods;

/// <summary>A server in Discord's place that takes every call, as slowly as it is told, and counts its connections.</summary>
internal sealed class SlowDiscord : IAsyncDisposable
{
    private readonly WebApplication app;
    private int connections;
    private int mostConnections;

    private SlowDiscord(WebApplication app) => this.app = app;

    public Uri Address { get; private init; } = null!;

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Takes { get; set; }

    /// <summary>The status of each answer.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>The most connections that were open at once.</summary>
    public int MostConnections => mostConnections;

    /// <summary>The ids of the interactions that got a first answer, with its body.</summary>
    public ConcurrentDictionary<string, string> Answered { get; } = [];

    public static async Task<SlowDiscord> OpenAsync()
    {
        var address = FreeAddress.Find();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        SlowDiscord? server = null;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(address.Port, listen => listen.Use(next => async connection =>
        {
            server!.Count(1);
            try
            {
                await next(connection);
            }
            finally
            {
                server.Count(-1);
            }
        })));
        var app = builder.Build();
        server = new SlowDiscord(app) { Address = address };
        app.MapFallback(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Count(int change)
    {
        var now = Interlocked.Add(ref connections, change);
        for (var most = mostConnections; now > most; most = mostConnections)
        {
            Interlocked.CompareExchange(ref mostConnections, now, most);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (context.Request.Path.Value!.Split('/') is [.., "interactions", var id, _, "callback"])
        {
            Answered[id] = body;
        }

        await Task.Delay(Takes, TimeProvider.System, context.RequestAborted);
        context.Response.StatusCode = Status;
    }
}
