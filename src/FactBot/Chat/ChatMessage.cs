namespace FactBot.Chat;

/// <summary>A message as the desk posts it: a text, a card or both. Whoever is not named in it to be pinged is not.</summary>
public sealed record ChatMessage
{
    public Words? Text { get; init; }

    public Card? Card { get; init; }

    /// <summary>Who is pinged where the text names them, when the message is new; at most 100.</summary>
    public IReadOnlyList<PersonId> Pings { get; init; } = [];
}
