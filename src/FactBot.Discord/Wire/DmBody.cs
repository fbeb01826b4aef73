namespace FactBot.Discord.Wire;

/// <summary>Whose direct messages to open.</summary>
public sealed record DmBody(Snowflake RecipientId);
