using Discord;
using Discord.Rest;
using FactBot.Discord.Rest;
using FactBot.DiscordNet.Interactions;
using Wire = FactBot.Discord.Wire;

namespace FactBot.DiscordNet.Rest;

/// <summary>
/// FactBot's calls, made with Discord.Net. Our own client handles what Discord.Net can't: downloading an attachment, and
/// responding to an interaction that arrived over HTTP, of which the host only has the token.
/// </summary>
internal sealed class NetRest(
    RestLogin login, Places places, Answers answers, OpenInteractions interactions, RestCare care, DiscordRest own) : IDiscordRest
{
    /// <summary>Discord.Net 3.16 sends no nonce.</summary>
    public bool EnforcesNonces => false;

    public Task<Wire.GatewayBot> GetGatewayBotAsync(CancellationToken cancellationToken) => AskAsync(
        async (client, options) =>
        {
            var gateway = await client.GetBotGatewayAsync(options);
            return new Wire.GatewayBot
            {
                Url = gateway.Url,
                Shards = gateway.Shards,
                SessionStartLimit = new()
                {
                    Total = gateway.SessionStartLimit.Total,
                    Remaining = gateway.SessionStartLimit.Remaining,
                    ResetAfter = gateway.SessionStartLimit.ResetAfter,
                    MaxConcurrency = gateway.SessionStartLimit.MaxConcurrency,
                },
            };
        },
        cancellationToken);

    public Task<Wire.Application> GetCurrentApplicationAsync(CancellationToken cancellationToken) => AskAsync(
        async (client, options) =>
        {
            var app = await client.GetCurrentBotInfoAsync(options);
            return new Wire.Application { Id = new(app.Id), Name = app.Name, Flags = (long)app.Flags };
        },
        cancellationToken);

    public Task RespondAsync(Wire.Snowflake interaction, string token, Wire.InteractionResponse response, CancellationToken cancellationToken) =>
        interactions.Find(token) is { } known
            ? Asking.DoAsync(() => answers.RespondAsync(known, response, cancellationToken), cancellationToken)
            : own.RespondAsync(interaction, token, response, cancellationToken);

    public async Task<Wire.Message> EditOriginalAsync(Wire.Snowflake application, string token, Wire.MessageBody body, CancellationToken cancellationToken)
    {
        if (interactions.Find(token) is not { } known)
        {
            return await own.EditOriginalAsync(application, token, body, cancellationToken);
        }

        await Asking.DoAsync(() => answers.EditAsync(known, body, cancellationToken), cancellationToken);
        return new();
    }

    public async Task<Wire.Message> FollowUpAsync(Wire.Snowflake application, string token, Wire.MessageBody body, CancellationToken cancellationToken)
    {
        if (interactions.Find(token) is not { } known)
        {
            return await own.FollowUpAsync(application, token, body, cancellationToken);
        }

        await Asking.DoAsync(() => answers.FollowUpAsync(known, body, cancellationToken), cancellationToken);
        return new();
    }

    public Task<Wire.Message> CreateMessageAsync(Wire.Snowflake channel, Wire.MessageBody body, CancellationToken cancellationToken) => AskAsync(
        async (_, options) =>
        {
            var place = await places.GetMessageChannelAsync(channel.Value, cancellationToken);
            var message = Outgoing.Of(body);
            var posted = message.Files is { Count: > 0 } files
                ? await place.SendFilesAsync(
                    files, message.Text, embeds: message.Embeds, allowedMentions: message.Mentions, components: message.Components, options: options)
                : await place.SendMessageAsync(
                    message.Text, embeds: message.Embeds, allowedMentions: message.Mentions, components: message.Components, options: options);
            return PlaceReading.MessageOf(posted);
        },
        cancellationToken);

    public Task<Wire.Message> EditMessageAsync(
        Wire.Snowflake channel, Wire.Snowflake message, Wire.MessageBody body, CancellationToken cancellationToken) => AskAsync(
            async (_, options) =>
            {
                var place = await places.GetMessageChannelAsync(channel.Value, cancellationToken);
                return PlaceReading.MessageOf(await place.ModifyMessageAsync(message.Value, Outgoing.Of(body).Fill, options));
            },
            cancellationToken);

    public Task DeleteMessageAsync(Wire.Snowflake channel, Wire.Snowflake message, CancellationToken cancellationToken) => AskAsync(
        async (_, options) =>
        {
            await (await places.GetMessageChannelAsync(channel.Value, cancellationToken)).DeleteMessageAsync(message.Value, options);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<Wire.Message>> GetMessagesAsync(Wire.Snowflake channel, Wire.Snowflake after, CancellationToken cancellationToken) => AskAsync(
        async (_, options) =>
        {
            var place = await places.GetMessageChannelAsync(channel.Value, cancellationToken);
            var found = new List<Wire.Message>();
            await foreach (var page in place.GetMessagesAsync(after.Value, Direction.After, 100, options: options).WithCancellation(cancellationToken))
            {
                found.AddRange(page.Select(PlaceReading.MessageOf));
            }

            return (IReadOnlyList<Wire.Message>)found;
        },
        cancellationToken);

    public Task<Wire.Channel> StartThreadAsync(
        Wire.Snowflake channel, Wire.Snowflake message, Wire.ThreadBody body, CancellationToken cancellationToken) => AskAsync(
            async (_, options) =>
            {
                var place = await places.GetMessageChannelAsync(channel.Value, cancellationToken) as ITextChannel
                    ?? throw Places.Missing(channel.Value, ErrorCodes.UnknownChannel, "No channel for threads");
                var root = await place.GetMessageAsync(message.Value, options: options)
                    ?? throw Places.Missing(message.Value, ErrorCodes.UnknownMessage, "Unknown Message");
                var thread = await place.CreateThreadAsync(
                    body.Name,
                    place is INewsChannel ? ThreadType.NewsThread : ThreadType.PublicThread,
                    (ThreadArchiveDuration)(body.AutoArchiveDuration ?? (int)ThreadArchiveDuration.OneDay),
                    root,
                    options: options);
                return PlaceReading.ChannelOf(thread);
            },
            cancellationToken);

    public Task<Wire.Channel> ChangeThreadAsync(Wire.Snowflake thread, Wire.ThreadChange body, CancellationToken cancellationToken) => AskAsync(
        async (_, options) =>
        {
            var place = await places.GetChannelAsync(thread.Value, cancellationToken) as RestThreadChannel
                ?? throw Places.Missing(thread.Value, ErrorCodes.UnknownChannel, "No thread");
            await place.ModifyAsync(
                change =>
                {
                    if (body.Name is { } name)
                    {
                        change.Name = name;
                    }

                    if (body.Archived is { } archived)
                    {
                        change.Archived = archived;
                    }
                },
                options);
            return PlaceReading.ChannelOf(place);
        },
        cancellationToken);

    public Task<Wire.Channel> CreateDmAsync(Wire.Snowflake user, CancellationToken cancellationToken) => AskAsync(
        async (client, options) =>
        {
            var person = await client.GetUserAsync(user.Value, options) ?? throw Places.Missing(user.Value, 10013, "Unknown User");
            return PlaceReading.ChannelOf(places.Keep(await person.CreateDMChannelAsync(options)));
        },
        cancellationToken);

    public Task<IReadOnlyList<Wire.ApplicationCommand>> GetGlobalCommandsAsync(Wire.Snowflake application, CancellationToken cancellationToken) => AskAsync(
        async (client, options) => ReadAll(await client.GetGlobalApplicationCommands(options: options)), cancellationToken);

    public Task<IReadOnlyList<Wire.ApplicationCommand>> OverwriteGlobalCommandsAsync(
        Wire.Snowflake application, IReadOnlyList<Wire.ApplicationCommand> commands, CancellationToken cancellationToken) => AskAsync(
            async (client, options) => ReadAll(await client.BulkOverwriteGlobalCommands(CommandWriting.Of(commands), options)), cancellationToken);

    public Task<IReadOnlyList<Wire.ApplicationCommand>> GetGuildCommandsAsync(
        Wire.Snowflake application, Wire.Snowflake guild, CancellationToken cancellationToken) => AskAsync(
            async (client, options) => ReadAll(await client.GetGuildApplicationCommands(guild.Value, options: options)), cancellationToken);

    public Task<IReadOnlyList<Wire.ApplicationCommand>> OverwriteGuildCommandsAsync(
        Wire.Snowflake application, Wire.Snowflake guild, IReadOnlyList<Wire.ApplicationCommand> commands, CancellationToken cancellationToken) => AskAsync(
            async (client, options) => ReadAll(await client.BulkOverwriteGuildCommands(CommandWriting.Of(commands), guild.Value, options)), cancellationToken);

    public Task<Wire.Channel> GetChannelAsync(Wire.Snowflake channel, CancellationToken cancellationToken) => AskAsync(
        async (_, _) => PlaceReading.ChannelOf(await places.GetChannelAsync(channel.Value, cancellationToken)), cancellationToken);

    public Task<IReadOnlyList<Wire.Channel>> GetGuildChannelsAsync(Wire.Snowflake guild, CancellationToken cancellationToken) => AskAsync(
        async (_, options) =>
        {
            var channels = await (await places.GetGuildAsync(guild.Value, cancellationToken)).GetChannelsAsync(options);
            return (IReadOnlyList<Wire.Channel>)[.. channels.Select(PlaceReading.ChannelOf)];
        },
        cancellationToken);

    public Task<Wire.Channel> CreateGuildChannelAsync(Wire.Snowflake guild, Wire.NewChannelBody body, CancellationToken cancellationToken) => AskAsync(
        async (_, options) => PlaceReading.ChannelOf(
            await (await places.GetGuildAsync(guild.Value, cancellationToken)).CreateTextChannelAsync(body.Name, c => c.Topic = body.Topic, options)),
        cancellationToken);

    public Task<Wire.Role> CreateGuildRoleAsync(Wire.Snowflake guild, Wire.NewRoleBody body, CancellationToken cancellationToken) => AskAsync(
        async (_, options) => PlaceReading.RoleOf(
            await (await places.GetGuildAsync(guild.Value, cancellationToken)).CreateRoleAsync(
                body.Name, new GuildPermissions((ulong)body.Permissions), color: null, isHoisted: false, isMentionable: false, options)),
        cancellationToken);

    public Task<IReadOnlyList<Wire.Role>> GetGuildRolesAsync(Wire.Snowflake guild, CancellationToken cancellationToken) => AskAsync(
        async (_, _) => (IReadOnlyList<Wire.Role>)[.. (await places.GetGuildAsync(guild.Value, cancellationToken)).Roles.Select(PlaceReading.RoleOf)],
        cancellationToken);

    public Task<Wire.User> GetCurrentUserAsync(CancellationToken cancellationToken) => AskAsync(
        async (client, options) => PlaceReading.UserOf(await client.GetCurrentUserAsync(options)), cancellationToken);

    public Task<Wire.Member> GetGuildMemberAsync(Wire.Snowflake guild, Wire.Snowflake user, CancellationToken cancellationToken) => AskAsync(
        async (client, options) => PlaceReading.MemberOf(
            await client.GetGuildUserAsync(guild.Value, user.Value, options) ?? throw Places.Missing(user.Value, 10007, "Unknown Member")),
        cancellationToken);

    public Task<byte[]> DownloadAsync(Uri file, long maxBytes, CancellationToken cancellationToken) =>
        own.DownloadAsync(file, maxBytes, cancellationToken);

    private static IReadOnlyList<Wire.ApplicationCommand> ReadAll(IEnumerable<RestApplicationCommand> commands) => [.. commands.Select(CommandReading.Of)];

    private Task<T> AskAsync<T>(Func<DiscordRestClient, RequestOptions, Task<T>> askAsync, CancellationToken cancellationToken) =>
        Asking.AskAsync(async () => await askAsync(await login.GetAsync(cancellationToken), NetConfig.For(care, cancellationToken)), cancellationToken);
}
