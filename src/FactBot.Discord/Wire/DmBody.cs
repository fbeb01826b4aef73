namespace FactBot.Discord.Wire;

/// <summary>The person to open a direct-message channel with.</summary>
public sealed record DmBody(Snowflake RecipientId);
