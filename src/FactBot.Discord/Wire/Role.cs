namespace FactBot.Discord.Wire;

/// <summary>A role of a guild; the one whose id is the guild's own is @everyone.</summary>
public sealed record Role
{
    public Snowflake Id { get; init; }
    public string Name { get; set; } = "";
    public Permissions? Permissions { get; init; }
    public int? Position { get; init; }
    public bool? Managed { get; init; }
    public bool? Mentionable { get; init; }
}
