namespace FactBot.Discord.Wire;

/// <summary>A Discord account, of a person or of a bot.</summary>
public sealed record User
{
    public Snowflake Id { get; init; }
    public string Username { get; set; } = "";

    /// <summary>The name the person chose to be shown, where they chose one.</summary>
    public string? GlobalName { get; init; }
    public bool? Bot { get; init; }
}
