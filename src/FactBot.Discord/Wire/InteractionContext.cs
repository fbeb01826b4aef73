namespace FactBot.Discord.Wire;

/// <summary>Where a command may be used, or was used.</summary>
public enum InteractionContext
{
    Guild = 0,
    BotDm = 1,
    PrivateChannel = 2,
}
