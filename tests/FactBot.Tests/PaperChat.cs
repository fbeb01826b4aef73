using FactBot.Chat;
using FactBot.Domain;

namespace FactBot.Tests;

/// <summary>A chat that keeps what it is given, and fails when told to.</summary>
public sealed class PaperChat : IChat
{
    // Posts of several queues come at once.
    private readonly Lock gate = new();
    private readonly Dictionary<string, MessageId> byNonce = [];
    private ulong lastId = 5000;

    public List<PaperMessage> Messages { get; } = [];

    /// <summary>What the next calls throw, one each.</summary>
    public Queue<ChatTrouble> Failures { get; } = new();

    /// <summary>What it throws of its own accord, told whether an edit is asked; null while it does what it's asked.</summary>
    public Func<bool, ChatTrouble?>? Whim { get; set; }

    /// <summary>Whether the answer to a post is lost, asked for each.</summary>
    public Func<bool>? LosesAnswers { get; set; }

    /// <summary>Whether the next post is taken and then its answer lost.</summary>
    public bool LosesNextAnswer { get; set; }

    public bool RemembersNonces { get; set; } = true;

    public bool RefusesThreads { get; set; }

    /// <summary>Whether somebody deletes each message as soon as it is there.</summary>
    public bool DeletesAtOnce { get; set; }

    /// <summary>Channels that are gone.</summary>
    public HashSet<ChannelId> Closed { get; } = [];

    /// <summary>Channels that do not answer before these are done.</summary>
    public Dictionary<ChannelId, Task> Hanging { get; } = [];

    /// <summary>How many messages were ever posted.</summary>
    public int Posted { get; private set; }

    /// <summary>How many calls were refused because their channel is closed.</summary>
    public int Refused { get; private set; }

    public IEnumerable<PaperMessage> In(ChannelId channel)
    {
        lock (gate)
        {
            return Messages.FindAll(m => m.Channel == channel);
        }
    }

    public async Task<MessageId> PostAsync(ChannelId channel, ChatMessage message, string nonce, CancellationToken cancellationToken)
    {
        await Hanging.GetValueOrDefault(channel, Task.CompletedTask).WaitAsync(cancellationToken);
        lock (gate)
        {
            FailIfTold(channel);
            if (Messages.Find(m => m.Id.Value == channel.Value) is { Thread: null })
            {
                throw Failure(ChatTrouble.ChannelGone);
            }

            if (!RemembersNonces || !byNonce.TryGetValue(nonce, out var id))
            {
                id = new MessageId(++lastId);
                byNonce[nonce] = id;
                Posted++;
                if (!DeletesAtOnce)
                {
                    Messages.Add(new PaperMessage(id, channel) { Message = message });
                }
            }

            if (LosesNextAnswer || LosesAnswers?.Invoke() == true)
            {
                LosesNextAnswer = false;
                throw Failure(ChatTrouble.Passing);
            }

            return id;
        }
    }

    /// <summary>Who takes no direct messages.</summary>
    public HashSet<PersonId> Unreachable { get; } = [];

    /// <summary>Messages that may not be edited any more.</summary>
    public HashSet<MessageId> Frozen { get; } = [];

    public Task<ChannelId> OpenDirectAsync(PersonId person, CancellationToken cancellationToken) => Unreachable.Contains(person)
        ? throw Failure(ChatTrouble.ChannelClosed)
        : Task.FromResult(DirectWith(person));

    public Task<MessageId?> FindPostedAsync(ChannelId channel, ChatMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            FailIfTold(channel, isRead: true);
            return Task.FromResult(Messages.Find(m => m.Channel == channel
                && m.Message.Card?.Title.ToString() == message.Card?.Title.ToString()
                && m.Message.Text?.ToString() == message.Text?.ToString())?.Id);
        }
    }

    /// <summary>Nothing was ever posted.</summary>
    public void Empty()
    {
        lock (gate)
        {
            byNonce.Clear();
            Messages.Clear();
        }
    }

    /// <summary>Nobody knows the nonces of the past any more.</summary>
    public void ForgetNonces()
    {
        lock (gate)
        {
            byNonce.Clear();
        }
    }

    /// <summary>What an examination finds; else all is well.</summary>
    public Dictionary<ChannelId, ChannelState> States { get; } = [];

    public Task<ChannelState> ExamineAsync(TeamId team, ChannelId channel, ChannelUse use, RoleId? role, CancellationToken cancellationToken) =>
        Task.FromResult(States.GetValueOrDefault(channel, new ChannelState(IsThere: true, [])));

    /// <summary>The channels and roles of the server, which the desk finds and adds to.</summary>
    public List<NamedChannel> Channels { get; } = [];

    public List<NamedRole> Roles { get; } = [];

    /// <summary>Whether the desk may make channels and roles.</summary>
    public bool MayCreate { get; set; }

    public Task<Places> FindPlacesAsync(TeamId team, CancellationToken cancellationToken) => Task.FromResult(new Places(Channels, Roles));

    public Task<ChannelId> CreateChannelAsync(TeamId team, string name, string topic, CancellationToken cancellationToken)
    {
        var channel = MayCreate ? new NamedChannel(new(++lastId), name) : throw Failure(ChatTrouble.ChannelClosed);
        Channels.Add(channel);
        return Task.FromResult(channel.Id);
    }

    public Task<RoleId> CreateRoleAsync(TeamId team, string name, CancellationToken cancellationToken)
    {
        var role = MayCreate ? new NamedRole(new(++lastId), name) : throw Failure(ChatTrouble.ChannelClosed);
        Roles.Add(role);
        return Task.FromResult(role.Id);
    }

    public static ChannelId DirectWith(PersonId person) => new(700_000 + person.Value);

    /// <summary>Somebody deletes a thread, with all that stands in it.</summary>
    public void DeleteThread(PaperMessage message)
    {
        var thread = new ChannelId(message.Id.Value);
        lock (gate)
        {
            message.Thread = null;
            Messages.RemoveAll(m => m.Channel == thread);
        }
    }

    public Task EditAsync(ChannelId channel, MessageId id, ChatMessage message, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            FailIfTold(channel, isEdit: true);
            var found = Find(id);
            if (Frozen.Contains(id))
            {
                throw Failure(ChatTrouble.EditRefused);
            }

            found.Message = message;
            found.Edits++;
            return Task.CompletedTask;
        }
    }

    public Task DeleteAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            FailIfTold(channel);
            Messages.Remove(Find(id));
            return Task.CompletedTask;
        }
    }

    public Task<IReadOnlyList<OwnMessage>> FindOwnAsync(ChannelId channel, DateTimeOffset since, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            FailIfTold(channel, isRead: true);
            return Task.FromResult<IReadOnlyList<OwnMessage>>(
                Messages.FindAll(m => m.Channel == channel).ConvertAll(m => new OwnMessage(m.Id, $"{m.Message.Card?.Title} {m.Message.Text}")));
        }
    }

    public Task RenameThreadAsync(ChannelId thread, string name, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            FailIfTold(thread);
            var root = Messages.Find(m => m.Id.Value == thread.Value && m.Thread is not null) ?? throw Failure(ChatTrouble.ChannelGone);
            root.Thread = name;
            return Task.CompletedTask;
        }
    }

    public Task<ChannelId> OpenThreadAsync(ChannelId channel, MessageId message, string name, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            FailIfTold(channel);
            if (RefusesThreads)
            {
                Refused++;
                throw Failure(ChatTrouble.ChannelClosed);
            }

            Find(message).Thread ??= name;
            return Task.FromResult(new ChannelId(message.Value));
        }
    }

    private PaperMessage Find(MessageId message) =>
        Messages.Find(m => m.Id == message) ?? throw Failure(ChatTrouble.MessageGone);

    private static ChatException Failure(ChatTrouble trouble) => new(trouble, $"told to fail: {trouble}", new IOException());

    private void FailIfTold(ChannelId channel, bool isEdit = false, bool isRead = false)
    {
        if (Whim?.Invoke(isEdit) is { } whim)
        {
            throw Failure(isRead ? ChatTrouble.Passing : whim);
        }

        if (Closed.Contains(channel))
        {
            Refused++;
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
