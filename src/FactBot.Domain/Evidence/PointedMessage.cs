namespace FactBot.Domain.Evidence;

/// <summary>The chat message that a message command was used on.</summary>
public sealed record PointedMessage(
    MessageId Id, ChannelId Channel, PersonId Author, DateTimeOffset WrittenAt, string Text, string Url);
