namespace FactBot.Discord.Wire;

/// <summary>The first answer to an interaction.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding</remarks>
public enum CallbackType
{
    Pong = 1,
    Message = 4,

    /// <summary>A message will follow within 15 minutes; the only flag it takes is ephemeral, which is final.</summary>
    DeferredMessage = 5,

    /// <summary>The component's message will be edited later, or not at all.</summary>
    DeferredUpdate = 6,

    /// <summary>Edits the message of the component.</summary>
    Update = 7,
    Autocomplete = 8,

    /// <summary>Opens a form; not possible in answer to a form.</summary>
    Modal = 9,
}
