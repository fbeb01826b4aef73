namespace FactBot.Discord.Wire;

/// <summary>The kind of initial response to an interaction.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding</remarks>
public enum CallbackType
{
    Pong = 1,
    Message = 4,

    /// <summary>A message will follow within 15 minutes. The only flag allowed is ephemeral, and it is final.</summary>
    DeferredMessage = 5,

    /// <summary>The component's message will be edited later, or not at all.</summary>
    DeferredUpdate = 6,

    /// <summary>Edits the component's message.</summary>
    Update = 7,
    Autocomplete = 8,

    /// <summary>Opens a form; not allowed in response to a form.</summary>
    Modal = 9,
}
