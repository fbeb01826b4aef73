namespace FactBot.Discord.Wire;

/// <summary>A channel's changes to the permissions of a role or member.</summary>
/// <remarks>https://docs.discord.com/developers/resources/channel#overwrite-object</remarks>
public sealed record PermissionOverwrite
{
    /// <summary>The id of the role or user; the guild's own id is @everyone.</summary>
    public Snowflake Id { get; init; }

    /// <summary>0 for a role, 1 for a member.</summary>
    public int Type { get; init; }
    public Permissions Allow { get; init; }
    public Permissions Deny { get; init; }
}
