namespace FactBot.Discord.Wire;

/// <summary>Typed with a slash, or picked from the menu of a user or message.</summary>
public enum CommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
    PrimaryEntryPoint = 4,
}
