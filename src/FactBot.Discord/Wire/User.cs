namespace FactBot.Discord.Wire;

/// <summary>A Discord account of a person or a bot.</summary>
public sealed record User
{
    public Snowflake Id { get; init; }
    public string Username { get; set; } = "";

    /// <summary>The person's display name, if they chose one.</summary>
    public string? GlobalName { get; init; }
    public bool? Bot { get; init; }
}
