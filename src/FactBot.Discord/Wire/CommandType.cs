namespace FactBot.Discord.Wire;

/// <summary>Typed with a slash, or chosen on a user or a message.</summary>
public enum CommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
    PrimaryEntryPoint = 4,
}
