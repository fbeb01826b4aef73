using FactBot.Discord;
using FactBot.Discord.Gateway;
using FactBot.Discord.Rest;
using FactBot.DiscordNet.Gateway;
using FactBot.DiscordNet.Interactions;
using FactBot.DiscordNet.Rest;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.DiscordNet;

/// <summary>Puts Discord.Net in the place of our own client.</summary>
public static class DiscordNetRegistration
{
    /// <summary>
    /// Adds <see cref="IDiscordRest"/> and <see cref="IGateway"/>, carried by Discord.Net. The host binds
    /// <see cref="DiscordOptions"/> and brings an <see cref="IGatewayListener"/>, as for our own client, whose care for
    /// limits, sessions and time goes on beneath.
    /// </summary>
    public static IServiceCollection AddDiscordNet(this IServiceCollection services)
    {
        services.AddDiscord();
        services.AddSingleton<GlobalLimit>();
        services.AddSingleton<RestCare>();
        services.AddSingleton<NetLog>();
        services.AddSingleton<RestLogin>();
        services.AddSingleton<OpenInteractions>();
        services.AddSingleton<ShownForms>();
        services.AddSingleton<Places>();
        services.AddSingleton<Answers>();
        services.AddSingleton<IDiscordRest, NetRest>();
        services.AddSingleton<IdentifyGuard>();
        services.AddSingleton<Hearing>();
        services.AddSingleton<IGateway, NetGateway>();
        return services;
    }
}
