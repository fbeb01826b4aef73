using FactBot.Domain;

namespace FactBot.Chat;

/// <summary>One of the bot's own messages as it is in the chat.</summary>
/// <param name="Text">Its text and its card's title.</param>
public sealed record OwnMessage(MessageId Id, string Text);
