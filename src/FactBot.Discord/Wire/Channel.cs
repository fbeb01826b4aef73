namespace FactBot.Discord.Wire;

/// <summary>A channel, thread or direct message.</summary>
/// <remarks>https://docs.discord.com/developers/resources/channel</remarks>
public sealed record Channel
{
    public Snowflake Id { get; init; }
    public ChannelType Type { get; init; }
    public Snowflake? GuildId { get; init; }
    public string? Name { get; init; }

    /// <summary>The category of a channel, or the channel of a thread.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>What the person of the interaction may do here; only channels in interactions carry it.</summary>
    public Permissions? Permissions { get; init; }

    /// <summary>What the app may do here; only channels in interactions carry it.</summary>
    public Permissions? AppPermissions { get; init; }

    /// <summary>What the channel changes about permissions; absent in interactions.</summary>
    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }
    public ThreadMetadata? ThreadMetadata { get; init; }
}
