namespace FactBot.Discord.Wire;

/// <summary>Groups of events to ask for at Identify. Interactions arrive without any.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#gateway-intents</remarks>
[Flags]
public enum GatewayIntents
{
    None = 0,
    Guilds = 1 << 0,

    /// <summary>Privileged: must be switched on in the Developer Portal.</summary>
    GuildMembers = 1 << 1,
    GuildMessages = 1 << 9,
    DirectMessages = 1 << 12,

    /// <summary>Privileged: must be switched on in the Developer Portal.</summary>
    MessageContent = 1 << 15,
}
