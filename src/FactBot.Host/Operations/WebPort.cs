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

/// <summary>The host's one web server, where the settings name an address: health, and interactions that come by HTTP.</summary>
internal sealed class WebPort(
    IOptions<WebOptions> web, IOptions<DiscordOptions> discord, InteractionPort interactions, IEnumerable<NamedCheck> checks)
    : IHostedService, IAsyncDisposable
{
    private const int MaxBody = 8 * 1024 * 1024;

    /// <summary>Discord keeps few connections open; what is more is turned away.</summary>
    private const int MaxConnections = 256;

    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(1);

    private WebApplication? app;

    /// <summary>Begins to listen. It comes before all else that starts, so that an address that is taken stops nothing halfway.</summary>
    /// <exception cref="OptionsValidationException">There is no address where one is needed, or it cannot be listened at.</exception>
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
