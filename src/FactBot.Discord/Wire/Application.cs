namespace FactBot.Discord.Wire;

/// <summary>The app a token belongs to.</summary>
public sealed record Application
{
    public Snowflake Id { get; init; }

    /// <summary>Empty in READY, which has only the id.</summary>
    public string Name { get; set; } = "";

    /// <summary>Among others, which privileged intents are granted. https://docs.discord.com/developers/resources/application#application-object-application-flags</summary>
    public long Flags { get; init; }
}
