namespace FactBot.Discord.Wire;

/// <summary>A character, or a guild's own picture with an id.</summary>
public sealed record Emoji
{
    public Snowflake? Id { get; init; }
    public string? Name { get; init; }
    public bool? Animated { get; init; }
}
