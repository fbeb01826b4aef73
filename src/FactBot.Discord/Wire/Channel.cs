namespace FactBot.Discord.Wire;

/// <summary>A channel, thread or direct message.</summary>
/// <remarks>https://docs.discord.com/developers/resources/channel</remarks>
public sealed record Channel
{
    public Snowflake Id { get; init; }
    public ChannelType Type { get; init; }
    public Snowflake? GuildId { get; init; }
    public string? Name { get; init; }

    /// <summary>A channel's category, or a thread's channel.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>What the person may do here; only present in interactions.</summary>
    public Permissions? Permissions { get; init; }

    /// <summary>What the app may do here; only present in interactions.</summary>
    public Permissions? AppPermissions { get; init; }

    /// <summary>The channel's permission overwrites; absent in interactions.</summary>
    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }
    public ThreadMetadata? ThreadMetadata { get; init; }
}
