namespace FactBot.Discord.Wire;

/// <summary>A Unicode character, or a guild's custom emoji with an id.</summary>
public sealed record Emoji
{
    public Snowflake? Id { get; init; }
    public string? Name { get; init; }
    public bool? Animated { get; init; }
}
