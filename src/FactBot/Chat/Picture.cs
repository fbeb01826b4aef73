namespace FactBot.Chat;

/// <summary>A picture on a card.</summary>
/// <param name="Png">Its bytes, as PNG.</param>
/// <param name="AltText">What it shows, for people who can't see it; at most 1,024 characters.</param>
public sealed record Picture(ReadOnlyMemory<byte> Png, string AltText);
