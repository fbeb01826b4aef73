namespace FactBot.Chat;

/// <summary>A message of ours as it stands in the chat.</summary>
/// <param name="Text">Its text and its card's title.</param>
public sealed record OwnMessage(MessageId Id, string Text);
