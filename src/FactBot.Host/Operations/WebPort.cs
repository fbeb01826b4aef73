using FactBot.Discord;
using FactBot.Discord.Interactions;
using FactBot.Host.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Operations;

/// <summary>The host's only web server, if the settings name an address: health checks, and interactions over HTTP.</summary>
internal sealed class WebPort(
    IOptions<WebOptions> web, IOptions<DiscordOptions> discord, InteractionPort interactions, IEnumerable<NamedCheck> checks)
    : IHostedService, IAsyncDisposable
{
    private const int MaxBody = 8 * 1024 * 1024;

    /// <summary>Discord keeps few connections open; any beyond this are refused.</summary>
    private const int MaxConnections = 256;

    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(1);

    private WebApplication? app;

    /// <summary>Starts to listen. Called before the host starts, so that an address in use can't stop a start halfway.</summary>
    /// <exception cref="OptionsValidationException">A required address is missing, or it can't be listened on.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var isForInteractions = discord.Value.Interactions == InteractionDelivery.Http;
        if (web.Value.Url.Length == 0)
        {
            if (isForInteractions)
            {
                throw Unfit("Web:Url must be set when Discord:Interactions is Http: the address to listen at, such as http://127.0.0.1:8080.");
            }

            return;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(web.Value.Url).ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
            kestrel.Limits.KeepAliveTimeout = KeepAlive;
        });
        var health = builder.Services.AddHealthChecks();
        foreach (var (name, check) in checks)
        {
            health.AddCheck(name, check);
        }

        app = builder.Build();
        app.MapHealth();
        if (isForInteractions)
        {
            interactions.Map(app);
        }

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or FormatException or System.Net.Sockets.SocketException)
        {
            throw Unfit($"Web:Url: {e.Message.TrimEnd('.')}. Set FACTBOT_Web__Url to an address that is free, such as http://127.0.0.1:8081.");
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private static OptionsValidationException Unfit(string sentence) => new(WebOptions.Section, typeof(WebOptions), [sentence]);
}
