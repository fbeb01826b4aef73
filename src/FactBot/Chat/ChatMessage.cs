using FactBot.Domain;

namespace FactBot.Chat;

/// <summary>A message for the bot to post: a text, a card or both. Pings nobody except those listed in it.</summary>
public sealed record ChatMessage
{
    public Words? Text { get; init; }

    public Card? Card { get; init; }

    /// <summary>The people pinged where the text mentions them, when the message is first posted; at most 100.</summary>
    public IReadOnlyList<PersonId> Pings { get; init; } = [];

    /// <summary>The role pinged where the text mentions it, when the message is first posted.</summary>
    public RoleId? PingedRole { get; init; }

    /// <summary>The buttons of a message without a card; a card has its own.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}
