namespace FactBot.Discord.Wire;

/// <summary>A guild, as sent in GUILD_CREATE, GUILD_DELETE and READY.</summary>
public sealed record Guild
{
    public Snowflake Id { get; init; }
    public string Name { get; set; } = "";

    /// <summary>True during an outage, which isn't a removal: don't delete anything because of it.</summary>
    public bool? Unavailable { get; init; }
    public Snowflake? OwnerId { get; init; }
    public string? PreferredLocale { get; init; }
    public IReadOnlyList<Channel> Channels { get; set; } = [];
    public IReadOnlyList<Channel> Threads { get; set; } = [];
    public IReadOnlyList<Role> Roles { get; set; } = [];
}
