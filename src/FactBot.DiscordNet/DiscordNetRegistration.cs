using FactBot.Discord;
using FactBot.Discord.Gateway;
using FactBot.Discord.Rest;
using FactBot.DiscordNet.Gateway;
using FactBot.DiscordNet.Interactions;
using FactBot.DiscordNet.Rest;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.DiscordNet;

/// <summary>Registers Discord.Net instead of our own client.</summary>
public static class DiscordNetRegistration
{
    /// <summary>
    /// Adds <see cref="IDiscordRest"/> and <see cref="IGateway"/>, implemented with Discord.Net. The host binds
    /// <see cref="DiscordOptions"/> and registers an <see cref="IGatewayListener"/>, as for our own client, whose handling of
    /// limits, sessions and time stays in use underneath.
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
