namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>The events a session asked for.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#list-of-intents</remarks>
internal static class Intent
{
    /// <summary>Always sent, whatever was asked for.</summary>
    public const long Always = 0;

    public const long Guilds = 1 << 0;
    public const long GuildMessages = 1 << 9;
    public const long DirectMessages = 1 << 12;

    /// <summary>Members, presences and message content, which the pretend application hasn't been granted.</summary>
    public const long Privileged = (1 << 1) | (1 << 8) | (1 << 15);

    /// <summary>Every bit that has a meaning.</summary>
    public const long Known = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
}
