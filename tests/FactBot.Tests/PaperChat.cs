using FactBot.Chat;

namespace FactBot.Tests;

/// <summary>A chat that keeps what it is given, and fails when told to.</summary>
public sealed class PaperChat : IChat
{
    private readonly Dictionary<string, MessageId> byNonce = [];
    private ulong lastId = 5000;

    public List<PaperMessage> Messages { get; } = [];

    /// <summary>What the next calls throw, one each.</summary>
    public Queue<ChatTrouble> Failures { get; } = new();

    /// <summary>Whether the next post is taken and then its answer lost.</summary>
    public bool LosesNextAnswer { get; set; }

    public bool RefusesThreads { get; set; }

    /// <summary>Whether somebody deletes each message as soon as it is there.</summary>
    public bool DeletesAtOnce { get; set; }

    /// <summary>Channels that are gone.</summary>
    public HashSet<ChannelId> Closed { get; } = [];

    /// <summary>How many messages were ever posted.</summary>
    public int Posted { get; private set; }

    public IEnumerable<PaperMessage> In(ChannelId channel) => Messages.Where(m => m.Channel == channel);

    public Task<MessageId> PostAsync(ChannelId channel, ChatMessage message, string nonce, CancellationToken cancel)
    {
        FailIfTold(channel);
        if (!byNonce.TryGetValue(nonce, out var id))
        {
            id = new MessageId(++lastId);
            byNonce[nonce] = id;
            Posted++;
            if (!DeletesAtOnce)
            {
                Messages.Add(new PaperMessage(id, channel) { Message = message });
            }
        }

        if (LosesNextAnswer)
        {
            LosesNextAnswer = false;
            throw Failure(ChatTrouble.Passing);
        }

        return Task.FromResult(id);
    }

    public Task EditAsync(ChannelId channel, MessageId id, ChatMessage message, CancellationToken cancel)
    {
        FailIfTold(channel);
        var found = Messages.Find(m => m.Id == id) ?? throw Failure(ChatTrouble.MessageGone);
        found.Message = message;
        found.Edits++;
        return Task.CompletedTask;
    }

    public Task<ChannelId> OpenThreadAsync(ChannelId channel, MessageId message, string name, CancellationToken cancel)
    {
        FailIfTold(channel);
        if (RefusesThreads)
        {
            throw Failure(ChatTrouble.ChannelClosed);
        }

        var found = Messages.Find(m => m.Id == message) ?? throw Failure(ChatTrouble.MessageGone);
        found.Thread = name;
        return Task.FromResult(new ChannelId(message.Value));
    }

    private static ChatException Failure(ChatTrouble trouble) => new(trouble, $"told to fail: {trouble}", new IOException());

    private void FailIfTold(ChannelId channel)
    {
        if (Closed.Contains(channel))
        {
            throw Failure(ChatTrouble.ChannelClosed);
        }

        if (Failures.TryDequeue(out var trouble))
        {
            throw Failure(trouble);
        }
    }
}

public sealed class PaperMessage(MessageId id, ChannelId channel)
{
    public MessageId Id { get; } = id;

    public ChannelId Channel { get; } = channel;

    public required ChatMessage Message { get; set; }

    public Card Card => Message.Card ?? throw new InvalidOperationException("This message has no card.");

    public string? Thread { get; set; }

    public int Edits { get; set; }
}
