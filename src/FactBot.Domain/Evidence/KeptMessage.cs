namespace FactBot.Domain.Evidence;

/// <summary>A chat message as it was when someone used it to start adding evidence.</summary>
public sealed class KeptMessage
{
    public KeptMessage(TeamId teamId, PointedMessage message, DateTimeOffset keptAt)
    {
        (TeamId, Message, Channel) = (teamId, message.Id, message.Channel);
        (Author, WrittenAt, Text) = (message.Author, message.WrittenAt, message.Text);
        (Url, KeptAt) = (message.Url, keptAt);
    }

    private KeptMessage()
    {
    }

    public TeamId TeamId { get; private set; }

    public MessageId Message { get; private set; }

    public ChannelId Channel { get; private set; }

    public PersonId Author { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public string Text { get; private set; } = "";

    public string Url { get; private set; } = "";

    public DateTimeOffset KeptAt { get; private set; }
}
