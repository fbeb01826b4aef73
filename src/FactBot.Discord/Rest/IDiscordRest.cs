using FactBot.Discord.Wire;

namespace FactBot.Discord.Rest;

/// <summary>
/// What the host asks of Discord, in Discord's own words, whichever client carries it. Rate limits are waited out; what
/// fails is a <see cref="DiscordApiException"/>.
/// </summary>
/// <remarks>https://docs.discord.com/developers/reference</remarks>
public interface IDiscordRest
{
    /// <summary>Whether a message posted again with its nonce, within minutes, is the one that is there already.</summary>
    bool EnforcesNonces { get; }

    Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellationToken);

    /// <summary>The app the token belongs to.</summary>
    Task<Application> GetCurrentApplicationAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The first answer to an interaction: no queue, no backoff, no long wait. An answer that had arrived although its
    /// connection broke counts as given.
    /// </summary>
    Task RespondAsync(Snowflake interaction, string token, InteractionResponse response, CancellationToken cancellationToken);

    /// <summary>Edits the first answer, also a deferred one; within 15 minutes of the interaction.</summary>
    Task<Message> EditOriginalAsync(Snowflake application, string token, MessageBody body, CancellationToken cancellationToken);

    /// <summary>A further message in answer to an interaction; within 15 minutes of it.</summary>
    Task<Message> FollowUpAsync(Snowflake application, string token, MessageBody body, CancellationToken cancellationToken);

    /// <summary>Posts a message; repeated after a failure only when its nonce is enforced.</summary>
    Task<Message> CreateMessageAsync(Snowflake channel, MessageBody body, CancellationToken cancellationToken);

    Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageBody body, CancellationToken cancellationToken);

    /// <summary>Deletes a message of the bot's own.</summary>
    Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken);

    /// <summary>The first hundred messages of a channel after a moment, which a snowflake stands for.</summary>
    Task<IReadOnlyList<Message>> GetMessagesAsync(Snowflake channel, Snowflake after, CancellationToken cancellationToken);

    /// <summary>Starts the one thread a message can have; 160004 says that it is there already.</summary>
    Task<Channel> StartThreadAsync(Snowflake channel, Snowflake message, ThreadBody body, CancellationToken cancellationToken);

    /// <summary>Renames a thread of the bot's own, or opens it again.</summary>
    Task<Channel> ChangeThreadAsync(Snowflake thread, ThreadChange body, CancellationToken cancellationToken);

    /// <summary>Opens the direct messages with a person, or gives the ones that are open.</summary>
    Task<Channel> CreateDmAsync(Snowflake user, CancellationToken cancellationToken);

    Task<IReadOnlyList<ApplicationCommand>> GetGlobalCommandsAsync(Snowflake application, CancellationToken cancellationToken);

    /// <summary>Makes these the app's only global commands.</summary>
    Task<IReadOnlyList<ApplicationCommand>> OverwriteGlobalCommandsAsync(
        Snowflake application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken);

    Task<IReadOnlyList<ApplicationCommand>> GetGuildCommandsAsync(
        Snowflake application, Snowflake guild, CancellationToken cancellationToken);

    /// <summary>Makes these the app's only commands of that guild, beside the global ones.</summary>
    Task<IReadOnlyList<ApplicationCommand>> OverwriteGuildCommandsAsync(
        Snowflake application, Snowflake guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken);

    Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken);

    /// <summary>The channels of a guild, without its threads.</summary>
    Task<IReadOnlyList<Channel>> GetGuildChannelsAsync(Snowflake guild, CancellationToken cancellationToken);

    Task<Channel> CreateGuildChannelAsync(Snowflake guild, NewChannelBody body, CancellationToken cancellationToken);

    Task<Role> CreateGuildRoleAsync(Snowflake guild, NewRoleBody body, CancellationToken cancellationToken);

    Task<IReadOnlyList<Role>> GetGuildRolesAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>The bot's own user.</summary>
    Task<User> GetCurrentUserAsync(CancellationToken cancellationToken);

    /// <summary>A member of a guild, by their user; of the bot itself it needs no intent.</summary>
    Task<Member> GetGuildMemberAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken);

    /// <summary>An attachment's bytes, fetched without the token.</summary>
    /// <exception cref="DiscordApiException">Also, with status 413, a file that is too large.</exception>
    Task<byte[]> DownloadAsync(Uri file, long maxBytes, CancellationToken cancellationToken);
}
