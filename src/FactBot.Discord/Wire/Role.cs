namespace FactBot.Discord.Wire;

/// <summary>A role of a guild. The one with the guild's own id is @everyone.</summary>
public sealed record Role
{
    public Snowflake Id { get; init; }
    public string Name { get; set; } = "";
    public Permissions? Permissions { get; init; }
    public int? Position { get; init; }
    public bool? Managed { get; init; }
    public bool? Mentionable { get; init; }
}
