namespace FactBot.Discord.Wire;

/// <summary>A guild as GUILD_CREATE, GUILD_DELETE and READY tell it.</summary>
public sealed record Guild
{
    public Snowflake Id { get; init; }
    public string Name { get; set; } = "";

    /// <summary>True during an outage, which is not a removal: nothing may be deleted because of it.</summary>
    public bool? Unavailable { get; init; }
    public Snowflake? OwnerId { get; init; }
    public string? PreferredLocale { get; init; }
    public IReadOnlyList<Channel> Channels { get; set; } = [];
    public IReadOnlyList<Channel> Threads { get; set; } = [];
    public IReadOnlyList<Role> Roles { get; set; } = [];
}
