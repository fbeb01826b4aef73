using FactBot.Discord.Wire;

namespace FactBot.Discord.Rest;

/// <summary>
/// What the host asks of Discord, in Discord's own terms, whichever client implements it. Rate limits are waited out;
/// failures are a <see cref="DiscordApiException"/>.
/// </summary>
/// <remarks>https://docs.discord.com/developers/reference</remarks>
public interface IDiscordRest
{
    /// <summary>Whether posting a message again with its nonce, within minutes, returns the existing message.</summary>
    bool EnforcesNonces { get; }

    Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellationToken);

    /// <summary>Gets the app the token belongs to.</summary>
    Task<Application> GetCurrentApplicationAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Sends the initial response to an interaction: no queue, no backoff, no long wait. A response that arrived although its
    /// connection broke counts as sent.
    /// </summary>
    Task RespondAsync(Snowflake interaction, string token, InteractionResponse response, CancellationToken cancellationToken);

    /// <summary>Edits the initial response, even a deferred one, within 15 minutes of the interaction.</summary>
    Task<Message> EditOriginalAsync(Snowflake application, string token, MessageBody body, CancellationToken cancellationToken);

    /// <summary>Sends a follow-up message to an interaction, within 15 minutes of it.</summary>
    Task<Message> FollowUpAsync(Snowflake application, string token, MessageBody body, CancellationToken cancellationToken);

    /// <summary>Posts a message. It is retried after a failure only if its nonce is enforced.</summary>
    Task<Message> CreateMessageAsync(Snowflake channel, MessageBody body, CancellationToken cancellationToken);

    Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageBody body, CancellationToken cancellationToken);

    /// <summary>Deletes one of the bot's own messages.</summary>
    Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken);

    /// <summary>Gets the first hundred messages of a channel after a point in time, given as a snowflake.</summary>
    Task<IReadOnlyList<Message>> GetMessagesAsync(Snowflake channel, Snowflake after, CancellationToken cancellationToken);

    /// <summary>Starts the only thread a message can have; 160004 means that it already exists.</summary>
    Task<Channel> StartThreadAsync(Snowflake channel, Snowflake message, ThreadBody body, CancellationToken cancellationToken);

    /// <summary>Renames or reopens one of the bot's own threads.</summary>
    Task<Channel> ChangeThreadAsync(Snowflake thread, ThreadChange body, CancellationToken cancellationToken);

    /// <summary>Opens the direct-message channel with a person, or returns the one that is open.</summary>
    Task<Channel> CreateDmAsync(Snowflake user, CancellationToken cancellationToken);

    Task<IReadOnlyList<ApplicationCommand>> GetGlobalCommandsAsync(Snowflake application, CancellationToken cancellationToken);

    /// <summary>Replaces all of the app's global commands.</summary>
    Task<IReadOnlyList<ApplicationCommand>> OverwriteGlobalCommandsAsync(
        Snowflake application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken);

    Task<IReadOnlyList<ApplicationCommand>> GetGuildCommandsAsync(
        Snowflake application, Snowflake guild, CancellationToken cancellationToken);

    /// <summary>Replaces all of the app's commands of that guild. Global ones stay.</summary>
    Task<IReadOnlyList<ApplicationCommand>> OverwriteGuildCommandsAsync(
        Snowflake application, Snowflake guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken);

    Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken);

    /// <summary>Gets the channels of a guild, without its threads.</summary>
    Task<IReadOnlyList<Channel>> GetGuildChannelsAsync(Snowflake guild, CancellationToken cancellationToken);

    Task<Channel> CreateGuildChannelAsync(Snowflake guild, NewChannelBody body, CancellationToken cancellationToken);

    Task<Role> CreateGuildRoleAsync(Snowflake guild, NewRoleBody body, CancellationToken cancellationToken);

    Task<IReadOnlyList<Role>> GetGuildRolesAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>Gets the bot's own user.</summary>
    Task<User> GetCurrentUserAsync(CancellationToken cancellationToken);

    /// <summary>Gets a guild member by user. For the bot itself this needs no intent.</summary>
    Task<Member> GetGuildMemberAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken);

    /// <summary>Downloads an attachment, without sending the token.</summary>
    /// <exception cref="DiscordApiException">Also thrown, with status 413, for a file that is too large.</exception>
    Task<byte[]> DownloadAsync(Uri file, long maxBytes, CancellationToken cancellationToken);
}
