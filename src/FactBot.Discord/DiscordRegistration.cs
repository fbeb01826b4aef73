using System.Net;
using FactBot.Discord.Gateway;
using FactBot.Discord.Interactions;
using FactBot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FactBot.Discord;

/// <summary>Puts the Discord client together.</summary>
public static class DiscordRegistration
{
    /// <summary>
    /// Adds <see cref="DiscordRest"/> and <see cref="GatewayLoop"/>. The host binds <see cref="DiscordOptions"/>,
    /// brings an <see cref="IDispatchListener"/>, and may bring a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services)
    {
        services.AddOptions<DiscordOptions>()
            .Validate(options => !string.IsNullOrWhiteSpace(options.Token),
                "Discord:Token is missing. Set FACTBOT_Discord__Token to your bot's token; it is on the Bot page of your app at https://discord.com/developers/applications.")
            .Validate(options => options.ApiUrl.IsAbsoluteUri && options.ApiUrl.Scheme is "http" or "https",
                "Discord:ApiUrl must be an absolute http or https address.")
            .Validate(options => options.AreShardsValid,
                $"Discord:Shards must be \"auto\" or a whole number from 1 to {DiscordOptions.MostShards}.")
            .Validate(options => Enum.IsDefined(options.Interactions),
                "Discord:Interactions must be Gateway or Http.")
            .Validate(options => options.Interactions != InteractionDelivery.Http
                    || InteractionSignature.IsPublicKey(options.PublicKey),
                "Discord:PublicKey must be set when Discord:Interactions is Http. It is the 64 hexadecimal digits under \"Public Key\" on the General Information page of your app at https://discord.com/developers/applications.")
            .ValidateOnStart();

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
        services.TryAddSingleton<IIdentifyLedger, MemoryIdentifyLedger>();
        services.AddSingleton<DiscordTime>();
        services.AddSingleton<Reception>();
        services.AddSingleton<IdentifyGate>();
        services.AddSingleton<GatewayFinder>();
        services.AddSingleton<GatewayConnector>();
        services.AddSingleton(provider => new GatewayLoop(
            provider.GetRequiredService<GatewayConnector>(),
            provider.GetRequiredService<GatewayFinder>(),
            provider.GetRequiredService<IdentifyGate>(),
            provider.GetRequiredService<ILogger<GatewayLoop>>()));
        return services;
    }

    private static IHttpClientBuilder AddDiscordClient(this IServiceCollection services, string name) =>
        services.AddHttpClient(name)
            // The default loggers write addresses, and those of interactions hold their tokens.
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient(client => HttpClients.Configure(client, name))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // Renewed now and then, so that a change of Discord's addresses is followed.
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                AutomaticDecompression = DecompressionMethods.All,
                UseCookies = false,
                AllowAutoRedirect = false,
            });
}
