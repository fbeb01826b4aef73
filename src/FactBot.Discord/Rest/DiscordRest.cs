using FactBot.Discord.Interactions;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Rest;

/// <summary>
/// The REST calls FactBot makes. Rate limits are waited out in order; calls that are safe to repeat are retried a few
/// times when Discord stumbles; every other failure is a <see cref="DiscordApiException"/>.
/// </summary>
/// <remarks>https://docs.discord.com/developers/reference</remarks>
public sealed class DiscordRest : IDiscordRest
{
    private readonly RestPipeline pipeline;
    private readonly CallbackLane callbacks;
    private readonly FileDownload files;

    internal DiscordRest(RestPipeline pipeline, CallbackLane callbacks, FileDownload files) =>
        (this.pipeline, this.callbacks, this.files) = (pipeline, callbacks, files);

    public bool EnforcesNonces => true;

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellationToken) =>
        pipeline.ReadAsync(Route.Get($"/gateway/bot"), null, DiscordJson.Default.GatewayBot, cancellationToken);

    /// <summary>Gets the app the token belongs to.</summary>
    public Task<Application> GetCurrentApplicationAsync(CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Get($"/applications/@me"), null, DiscordJson.Default.Application, cancellationToken);

    /// <summary>
    /// Sends the initial response to an interaction, separately from other calls: no queue, no backoff, no long wait. A response
    /// that arrived although its connection broke counts as sent.
    /// </summary>
    public Task RespondAsync(
        Snowflake interaction, string token, InteractionResponse response, CancellationToken cancellationToken) =>
        callbacks.RespondAsync(interaction, token, response, cancellationToken);

    /// <summary>Edits the initial response, even a deferred one, within 15 minutes of the interaction.</summary>
    public Task<Message> EditOriginalAsync(
        Snowflake application, string token, MessageBody body, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Patch($"/webhooks/{application}/{token}/messages/@original").WithoutToken(),
            BodyOf(body), DiscordJson.Default.Message, cancellationToken);

    /// <summary>Sends a follow-up message to an interaction, within 15 minutes of it.</summary>
    public Task<Message> FollowUpAsync(
        Snowflake application, string token, MessageBody body, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Post($"/webhooks/{application}/{token}").WithoutToken(),
            BodyOf(body), DiscordJson.Default.Message, cancellationToken);

    public Task DeleteOriginalAsync(Snowflake application, string token, CancellationToken cancellationToken) =>
        pipeline.SendAsync(
            Route.Delete($"/webhooks/{application}/{token}/messages/@original").WithoutToken(),
            null, cancellationToken);

    /// <summary>Posts a message. It is retried after a failure only if its nonce is enforced.</summary>
    public Task<Message> CreateMessageAsync(
        Snowflake channel, MessageBody body, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Post($"/channels/{channel}/messages") with
            {
                IsRepeatable = body is { EnforceNonce: true, Nonce: not null },
            },
            BodyOf(body), DiscordJson.Default.Message, cancellationToken);

    public Task<Message> EditMessageAsync(
        Snowflake channel, Snowflake message, MessageBody body, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Patch($"/channels/{channel}/messages/{message}"),
            BodyOf(body), DiscordJson.Default.Message, cancellationToken);

    public Task<Message> GetMessageAsync(
        Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Get($"/channels/{channel}/messages/{message}"),
            null, DiscordJson.Default.Message, cancellationToken);

    /// <summary>Gets the first hundred messages of a channel after a point in time, given as a snowflake.</summary>
    public Task<IReadOnlyList<Message>> GetMessagesAsync(
        Snowflake channel, Snowflake after, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Get($"/channels/{channel}/messages?limit=100&after={after}"),
            null, DiscordJson.Default.IReadOnlyListMessage, cancellationToken);

    /// <summary>Deletes one of the bot's own messages.</summary>
    public Task DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        pipeline.SendAsync(Route.Delete($"/channels/{channel}/messages/{message}"), null, cancellationToken);

    /// <summary>Starts the only thread a message can have; 160004 means that it already exists.</summary>
    public Task<Channel> StartThreadAsync(
        Snowflake channel, Snowflake message, ThreadBody body, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Post($"/channels/{channel}/messages/{message}/threads"),
            RestBody.Of(body, DiscordJson.Default.ThreadBody), DiscordJson.Default.Channel, cancellationToken);

    /// <summary>Renames or reopens one of the bot's own threads.</summary>
    public Task<Channel> ChangeThreadAsync(Snowflake thread, ThreadChange body, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Patch($"/channels/{thread}"),
            RestBody.Of(body, DiscordJson.Default.ThreadChange), DiscordJson.Default.Channel, cancellationToken);

    /// <summary>Opens the direct-message channel with a person, or returns the one that is open.</summary>
    public Task<Channel> CreateDmAsync(Snowflake user, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Post($"/users/@me/channels") with { IsRepeatable = true },
            RestBody.Of(new DmBody(user), DiscordJson.Default.DmBody), DiscordJson.Default.Channel,
            cancellationToken);

    public Task<IReadOnlyList<ApplicationCommand>> GetGlobalCommandsAsync(
        Snowflake application, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Get($"/applications/{application}/commands"),
            null, DiscordJson.Default.IReadOnlyListApplicationCommand, cancellationToken);

    /// <summary>Replaces all of the app's global commands.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> OverwriteGlobalCommandsAsync(
        Snowflake application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Put($"/applications/{application}/commands"),
            BodyOf(commands), DiscordJson.Default.IReadOnlyListApplicationCommand, cancellationToken);

    public Task<IReadOnlyList<ApplicationCommand>> GetGuildCommandsAsync(
        Snowflake application, Snowflake guild, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Get($"/applications/{application}/guilds/{guild}/commands"),
            null, DiscordJson.Default.IReadOnlyListApplicationCommand, cancellationToken);

    /// <summary>Replaces all of the app's commands of that guild. Global ones stay.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> OverwriteGuildCommandsAsync(
        Snowflake application,
        Snowflake guild,
        IReadOnlyList<ApplicationCommand> commands,
        CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Put($"/applications/{application}/guilds/{guild}/commands"),
            BodyOf(commands), DiscordJson.Default.IReadOnlyListApplicationCommand, cancellationToken);

    public Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Get($"/channels/{channel}"), null, DiscordJson.Default.Channel, cancellationToken);

    /// <summary>Gets the channels of a guild, without its threads.</summary>
    public Task<IReadOnlyList<Channel>> GetGuildChannelsAsync(Snowflake guild, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Get($"/guilds/{guild}/channels"), null, DiscordJson.Default.IReadOnlyListChannel, cancellationToken);

    public Task<Channel> CreateGuildChannelAsync(Snowflake guild, NewChannelBody body, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Post($"/guilds/{guild}/channels"),
            RestBody.Of(body, DiscordJson.Default.NewChannelBody), DiscordJson.Default.Channel, cancellationToken);

    public Task<Role> CreateGuildRoleAsync(Snowflake guild, NewRoleBody body, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Post($"/guilds/{guild}/roles"),
            RestBody.Of(body, DiscordJson.Default.NewRoleBody), DiscordJson.Default.Role, cancellationToken);

    public Task<IReadOnlyList<Role>> GetGuildRolesAsync(Snowflake guild, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Get($"/guilds/{guild}/roles"), null, DiscordJson.Default.IReadOnlyListRole, cancellationToken);

    /// <summary>Gets the bot's own user.</summary>
    public Task<User> GetCurrentUserAsync(CancellationToken cancellationToken) =>
        pipeline.ReadAsync(Route.Get($"/users/@me"), null, DiscordJson.Default.User, cancellationToken);

    /// <summary>Gets a guild member by user. For the bot itself this needs no intent.</summary>
    public Task<Member> GetGuildMemberAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(
            Route.Get($"/guilds/{guild}/members/{user}"), null, DiscordJson.Default.Member, cancellationToken);

    /// <summary>Downloads an attachment, without sending the token.</summary>
    /// <exception cref="DiscordApiException">Also thrown, with status 413, for a file that is too large.</exception>
    public Task<byte[]> DownloadAsync(Uri file, long maxBytes, CancellationToken cancellationToken) =>
        files.DownloadAsync(file, maxBytes, cancellationToken);

    private static RestBody BodyOf(MessageBody body) =>
        RestBody.Of(body, DiscordJson.Default.MessageBody, body.Files);

    private static RestBody BodyOf(IReadOnlyList<ApplicationCommand> commands) =>
        RestBody.Of(commands, DiscordJson.Default.IReadOnlyListApplicationCommand);
}
