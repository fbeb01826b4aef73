using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>The events a session asked for.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#list-of-intents</remarks>
internal static class Intent
{
    /// <summary>Always sent, whatever was asked for.</summary>
    public const long Always = 0;

    public const long Guilds = 1 << 0;
    public const long GuildMembers = 1 << 1;
    public const long GuildModeration = 1 << 2;
    public const long GuildExpressions = 1 << 3;
    public const long GuildIntegrations = 1 << 4;
    public const long GuildWebhooks = 1 << 5;
    public const long GuildInvites = 1 << 6;
    public const long GuildPresences = 1 << 8;
    public const long GuildMessages = 1 << 9;
    public const long GuildReactions = 1 << 10;
    public const long GuildTyping = 1 << 11;
    public const long DirectMessages = 1 << 12;
    public const long DirectReactions = 1 << 13;
    public const long DirectTyping = 1 << 14;
    public const long MessageContent = 1 << 15;
    public const long GuildScheduledEvents = 1 << 16;
    public const long GuildPolls = 1 << 24;
    public const long DirectPolls = 1 << 25;

    /// <summary>Members, presences and message content: for applications whose flags say that they were granted.</summary>
    public const long Privileged = GuildMembers | GuildPresences | MessageContent;

    /// <summary>Every bit that has a meaning.</summary>
    public const long Known = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

    /// <summary>Returns the privileged intents that an application's flags grant.</summary>
    public static long GrantedBy(long flags) =>
        ((flags & ApplicationSettings.Members) != 0 ? GuildMembers : 0)
        | ((flags & ApplicationSettings.Presences) != 0 ? GuildPresences : 0)
        | ((flags & ApplicationSettings.MessageContent) != 0 ? MessageContent : 0);
}
