using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>A message, autocomplete choices, or a form, depending on the callback's type.</summary>
public sealed record InteractionResponseData
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }
    public AllowedMentions? AllowedMentions { get; init; }
    public MessageFlags? Flags { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public IReadOnlyList<CommandChoice>? Choices { get; init; }
    public string? CustomId { get; init; }
    public string? Title { get; init; }

    [JsonIgnore]
    public IReadOnlyList<MessageFile> Files { get; set; } = [];

    /// <summary>Copies the message without its nonce, which callbacks don't accept.</summary>
    public static InteractionResponseData From(MessageBody body) => new()
    {
        Content = body.Content,
        Embeds = body.Embeds,
        Components = body.Components,
        AllowedMentions = body.AllowedMentions,
        Flags = body.Flags,
        Attachments = body.Attachments,
        Files = body.Files,
    };
}
