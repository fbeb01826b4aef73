namespace FactBot.Chat;

/// <summary>What the desk asks of a chat: to show its posts. Each call is made again after a failure, so it must not double.</summary>
public interface IChat
{
    /// <summary>
    /// Whether the same nonce within minutes gives the same message instead of a second one. Where it does not, a message
    /// has to be looked for before each further try.
    /// </summary>
    bool RemembersNonces { get; }

    /// <summary>Posts a message, under a nonce that is the same in each try.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<MessageId> PostAsync(ChannelId channel, ChatMessage message, string nonce, CancellationToken cancel);

    /// <summary>
    /// The message that an earlier try had posted although its answer was lost; null where there is none. To be asked once
    /// the chat may not know the nonce.
    /// </summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<MessageId?> FindPostedAsync(ChannelId channel, ChatMessage message, DateTimeOffset since, CancellationToken cancel);

    /// <summary>Shows a message in place of what one of ours showed; pings nobody.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task EditAsync(ChannelId channel, MessageId id, ChatMessage message, CancellationToken cancel);

    /// <summary>Deletes a message of ours.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task DeleteAsync(ChannelId channel, MessageId id, CancellationToken cancel);

    /// <summary>The messages of ours in a channel since a moment, the oldest first: those among the first hundred of it.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<IReadOnlyList<OwnMessage>> FindOwnAsync(ChannelId channel, DateTimeOffset since, CancellationToken cancel);

    /// <summary>Gives a thread of ours another name, also one that was archived.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task RenameThreadAsync(ChannelId thread, string name, CancellationToken cancel);

    /// <summary>Opens the message's thread; where it has one already, that one is meant.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<ChannelId> OpenThreadAsync(ChannelId channel, MessageId message, string name, CancellationToken cancel);

    /// <summary>Whether the bot can use a channel for something, and whether a role is called when it is named there.</summary>
    /// <exception cref="ChatException">The chat could not be asked.</exception>
    Task<ChannelState> ExamineAsync(TeamId team, ChannelId channel, ChannelUse use, RoleId? role, CancellationToken cancel);

    /// <summary>The channels and roles there are.</summary>
    /// <exception cref="ChatException">The chat could not be asked.</exception>
    Task<Places> FindPlacesAsync(TeamId team, CancellationToken cancel);

    /// <summary>Makes a channel for messages; not to be asked for where there is one of that name.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<ChannelId> CreateChannelAsync(TeamId team, string name, string topic, CancellationToken cancel);

    /// <summary>Makes a role that gives no permissions of its own; not to be asked for where there is one of that name.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<RoleId> CreateRoleAsync(TeamId team, string name, CancellationToken cancel);

    /// <summary>The channel of the direct messages with a person.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<ChannelId> OpenDirectAsync(PersonId person, CancellationToken cancel);
}
