namespace FactBot.Discord.Wire;

/// <summary>The initial response to an interaction, due within 3 seconds.</summary>
public sealed record InteractionResponse
{
    public CallbackType Type { get; init; }
    public InteractionResponseData? Data { get; init; }

    public static InteractionResponse Message(MessageBody body) =>
        new() { Type = CallbackType.Message, Data = InteractionResponseData.From(body) };

    /// <summary>Edits the message whose component was used.</summary>
    public static InteractionResponse Update(MessageBody body) =>
        new() { Type = CallbackType.Update, Data = InteractionResponseData.From(body) };

    /// <summary>Promises a message. Whether everyone or only the person sees it is decided here.</summary>
    public static InteractionResponse Deferred(bool isEphemeral) => new()
    {
        Type = CallbackType.DeferredMessage,
        Data = isEphemeral ? new InteractionResponseData { Flags = MessageFlags.Ephemeral } : null,
    };

    public static InteractionResponse DeferredUpdate() => new() { Type = CallbackType.DeferredUpdate };

    /// <summary>Returns autocomplete choices, at most 25.</summary>
    public static InteractionResponse Choices(IReadOnlyList<CommandChoice> choices) =>
        new() { Type = CallbackType.Autocomplete, Data = new InteractionResponseData { Choices = choices } };

    /// <summary>Opens a form: a title of at most 45 characters, and 1 to 5 labels or text displays.</summary>
    public static InteractionResponse Modal(string customId, string title, IReadOnlyList<Component> components) =>
        new()
        {
            Type = CallbackType.Modal,
            Data = new InteractionResponseData { CustomId = customId, Title = title, Components = components },
        };
}
