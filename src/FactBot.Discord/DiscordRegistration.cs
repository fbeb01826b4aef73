using System.Net;
using FactBot.Discord.Gateway;
using FactBot.Discord.Interactions;
using FactBot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Discord;

/// <summary>Registers the Discord client.</summary>
public static class DiscordRegistration
{
    /// <summary>
    /// Adds <see cref="IDiscordRest"/> and <see cref="IGateway"/>, implemented by our own client. The host binds
    /// <see cref="DiscordOptions"/>, registers an <see cref="IDispatchListener"/>, and may register a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services)
    {
        services.AddOptions<DiscordOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsCheck>();

        services.AddDiscordClient(HttpClients.Api)
            .AddHttpMessageHandler(provider => new DateHandler(provider.GetRequiredService<DiscordTime>()));
        services.AddDiscordClient(HttpClients.Callbacks)
            .AddHttpMessageHandler(provider => new DateHandler(provider.GetRequiredService<DiscordTime>()));
        services.AddDiscordClient(HttpClients.Files);

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<GatewayPatience>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<InvalidRequests>();
        services.AddSingleton<RestPipeline>();
        services.AddSingleton<CallbackLane>();
        services.AddSingleton<FileDownload>();
        services.AddSingleton(provider => new DiscordRest(
            provider.GetRequiredService<RestPipeline>(),
            provider.GetRequiredService<CallbackLane>(),
            provider.GetRequiredService<FileDownload>()));
        services.AddSingleton<IDiscordRest>(provider => provider.GetRequiredService<DiscordRest>());
        services.TryAddSingleton<IIdentifyLedger, MemoryIdentifyLedger>();
        services.TryAddSingleton<ISessionHandover, NoHandover>();
        services.AddSingleton<DiscordTime>();
        services.AddSingleton<DispatchReader>();
        services.AddSingleton<IdentifyGate>();
        services.AddSingleton<GatewayFinder>();
        services.AddSingleton<GatewayConnector>();
        services.AddSingleton(provider => new GatewayLoop(
            provider.GetRequiredService<GatewayConnector>(),
            provider.GetRequiredService<GatewayFinder>(),
            provider.GetRequiredService<IdentifyGate>(),
            provider.GetRequiredService<ILogger<GatewayLoop>>()));
        services.AddSingleton<IGateway>(provider => provider.GetRequiredService<GatewayLoop>());
        return services;
    }

    private static IHttpClientBuilder AddDiscordClient(this IServiceCollection services, string name) =>
        services.AddHttpClient(name)
            // The default loggers write addresses, and the addresses of interactions contain their tokens.
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient(client => HttpClients.Configure(client, name))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                MaxConnectionsPerServer = HttpClients.Connections,
                ConnectTimeout = HttpClients.ConnectTimeout,
                // Renewed every so often to follow changes of Discord's addresses.
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                AutomaticDecompression = DecompressionMethods.All,
                UseCookies = false,
                AllowAutoRedirect = false,
            });
}
