using FactBot.Sandbox.Page;
using Microsoft.AspNetCore.Diagnostics;

namespace FactBot.Sandbox;

/// <summary>The sandbox's only web server: Discord's API, the people API, the stage API and the page.</summary>
internal static class SandboxWeb
{
    public static WebApplication Build(SandboxOptions options, SandboxParts parts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Listen, options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
        });
        // Errors of the page go to standard error, because scripts read what the sandbox prints.
        _ = options.Log is { } log
            ? builder.Logging.AddProvider(log)
            : builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddRoutingCore();
        builder.Services.AddPage(parts);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var app = builder.Build();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = RefuseAsync });
        app.Use(OwnOrigin.CheckAsync);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.UseRouting();
        app.UseAntiforgery();
        app.MapPage();
        app.Map("/gateway", parts.Gateway.HandleAsync);
        app.Map("/gateway/resume", parts.Gateway.HandleAsync);
        // Version 9 answers as version 10 does; webhooks' addresses have no version.
        foreach (var version in (string[])["/api/v10", "/api/v9", "/api"])
        {
            app.Map(version + "/{**path}", context =>
                parts.Rest.HandleAsync(context, (string?)context.Request.RouteValues["path"] ?? ""));
        }
        app.MapGet("/cdn/attachments/{channel}/{id}/{name}", parts.Attachments.Serve);
        parts.People.Map(app);
        parts.Stage.Map(app);
        parts.Pages.Map(app);
        app.MapFallback(context => JsonEndpoint.RefuseAsync(
            context,
            StatusCodes.Status404NotFound,
            $"There is nothing at {context.Request.Method} {context.Request.Path}."));
        return app;
    }

    private static Task RefuseAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return JsonEndpoint.RefuseAsync(
            context, StatusCodes.Status500InternalServerError, $"The sandbox failed: {failure?.Message}");
    }

    /// <summary>Leaves signals to the program that hosts the sandbox.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
