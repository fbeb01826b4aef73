using FactBot.Domain;

namespace FactBot.Chat;

/// <summary>What the bot needs from a chat to show its posts. Failed calls are retried, so they must be idempotent.</summary>
public interface IChat
{
    /// <summary>
    /// Whether posting with the same nonce again within minutes returns the same message instead of creating a second one.
    /// If it doesn't, the message must be looked for before each retry.
    /// </summary>
    bool RemembersNonces { get; }

    /// <summary>Posts a message with a nonce that stays the same in every retry.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<MessageId> PostAsync(ChannelId channel, ChatMessage message, string nonce, CancellationToken cancellationToken);

    /// <summary>
    /// Finds the message posted by an earlier try whose response was lost; null if there is none. Call it once the chat may
    /// have forgotten the nonce.
    /// </summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<MessageId?> FindPostedAsync(ChannelId channel, ChatMessage message, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Replaces the content of one of the bot's messages; pings nobody.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task EditAsync(ChannelId channel, MessageId id, ChatMessage message, CancellationToken cancellationToken);

    /// <summary>Deletes one of the bot's messages.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task DeleteAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken);

    /// <summary>Finds the bot's messages among the first hundred in a channel since a time, oldest first.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<IReadOnlyList<OwnMessage>> FindOwnAsync(ChannelId channel, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Renames one of the bot's threads, even if it is archived.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task RenameThreadAsync(ChannelId thread, string name, CancellationToken cancellationToken);

    /// <summary>Opens a message's thread, or returns the existing one.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<ChannelId> OpenThreadAsync(ChannelId channel, MessageId message, string name, CancellationToken cancellationToken);

    /// <summary>Checks whether the bot can use a channel for a purpose, and whether mentioning a role there pings it.</summary>
    /// <exception cref="ChatException">The chat could not be asked.</exception>
    Task<ChannelState> ExamineAsync(TeamId team, ChannelId channel, ChannelUse use, RoleId? role, CancellationToken cancellationToken);

    /// <summary>Lists the team's channels and roles.</summary>
    /// <exception cref="ChatException">The chat could not be asked.</exception>
    Task<Places> FindPlacesAsync(TeamId team, CancellationToken cancellationToken);

    /// <summary>Creates a text channel; don't call it if one of that name exists.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<ChannelId> CreateChannelAsync(TeamId team, string name, string topic, CancellationToken cancellationToken);

    /// <summary>Creates a role without permissions of its own; don't call it if one of that name exists.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<RoleId> CreateRoleAsync(TeamId team, string name, CancellationToken cancellationToken);

    /// <summary>Opens the channel for direct messages with a person.</summary>
    /// <exception cref="ChatException">The chat refused or could not be reached.</exception>
    Task<ChannelId> OpenDirectAsync(PersonId person, CancellationToken cancellationToken);
}
