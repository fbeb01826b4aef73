namespace FactBot.Chat;

/// <summary>A message as the desk posts it: a text, a card or both. Whoever is not named in it to be pinged is not.</summary>
public sealed record ChatMessage
{
    public Words? Text { get; init; }

    public Card? Card { get; init; }

    /// <summary>Who is pinged where the text names them, when the message is new; at most 100.</summary>
    public IReadOnlyList<PersonId> Pings { get; init; } = [];

    /// <summary>The role that is pinged where the text names it, when the message is new.</summary>
    public RoleId? PingedRole { get; init; }

    /// <summary>Buttons of a message without a card; a card has its own.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}
