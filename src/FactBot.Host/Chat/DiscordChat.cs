using System.Net;
using FactBot.Chat;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using FactBot.Domain;

namespace FactBot.Host.Chat;

/// <summary>FactBot's posts on Discord, over its REST API.</summary>
internal sealed class DiscordChat(IDiscordRest rest) : IChat
{
    private const int AWeekInMinutes = 10080;

    private static readonly TimeSpan WorthWaitingFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ClocksMayDiffer = TimeSpan.FromMinutes(1);

    public bool RemembersNonces => rest.EnforcesNonces;

    public async Task<MessageId> PostAsync(ChannelId channel, ChatMessage message, string nonce, CancellationToken cancellationToken)
    {
        var body = MessageRenderer.BodyOf(message) with { Nonce = nonce, EnforceNonce = true };
        var posted = await AskAsync(() => rest.CreateMessageAsync(new Snowflake(channel.Value), body, cancellationToken));
        return new MessageId(posted.Id.Value);
    }

    public async Task<MessageId?> FindPostedAsync(
        ChannelId channel, ChatMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var sent = MessageRenderer.BodyOf(message);
        var bot = (await AskAsync(() => rest.GetCurrentUserAsync(cancellationToken))).Id;
        var after = Snowflake.At(since - ClocksMayDiffer);
        var found = (await AskAsync(() => rest.GetMessagesAsync(new Snowflake(channel.Value), after, cancellationToken)))
            .Where(m => m.Author.Id == bot && m.Content.Trim() == sent.Content?.Trim() && TitleOf(m.Embeds) == TitleOf(sent.Embeds))
            .MinBy(m => m.Id.Value);
        return found is null ? null : new MessageId(found.Id.Value);
    }

    public Task EditAsync(ChannelId channel, MessageId id, ChatMessage message, CancellationToken cancellationToken)
    {
        var body = MessageRenderer.BodyOf(message with { Pings = [], PingedRole = null });
        body = body with { Attachments = body.Attachments ?? [] };
        return InOpenThreadAsync(channel, () => rest.EditMessageAsync(new Snowflake(channel.Value), new Snowflake(id.Value), body, cancellationToken), cancellationToken);
    }

    public Task DeleteAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken) => InOpenThreadAsync(
        channel,
        async () =>
        {
            await rest.DeleteMessageAsync(new Snowflake(channel.Value), new Snowflake(id.Value), cancellationToken);
            return true;
        },
        cancellationToken);

    public async Task<IReadOnlyList<OwnMessage>> FindOwnAsync(ChannelId channel, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var bot = (await AskAsync(() => rest.GetCurrentUserAsync(cancellationToken))).Id;
        var messages = await AskAsync(() => rest.GetMessagesAsync(new Snowflake(channel.Value), Snowflake.At(since - ClocksMayDiffer), cancellationToken));
        return [.. messages.Where(m => m.Author.Id == bot).OrderBy(m => m.Id.Value)
            .Select(m => new OwnMessage(new MessageId(m.Id.Value), $"{TitleOf(m.Embeds)} {m.Content}"))];
    }

    public Task RenameThreadAsync(ChannelId thread, string name, CancellationToken cancellationToken) =>
        AskAsync(() => rest.ChangeThreadAsync(new Snowflake(thread.Value), new ThreadChange { Name = name, Archived = false }, cancellationToken));

    public async Task<ChannelId> OpenThreadAsync(
        ChannelId channel, MessageId message, string name, CancellationToken cancellationToken)
    {
        var body = new ThreadBody { Name = name, AutoArchiveDuration = AWeekInMinutes };
        try
        {
            var thread = await AskAsync(
                () => rest.StartThreadAsync(new Snowflake(channel.Value), new Snowflake(message.Value), body, cancellationToken));
            return new ChannelId(thread.Id.Value);
        }
        catch (ChatException e) when (e.InnerException is DiscordApiException { Code: ErrorCodes.ThreadAlreadyExists })
        {
            // A thread has the id of the message it was started from: https://docs.discord.com/developers/topics/threads
            return new ChannelId(message.Value);
        }
    }

    public Task<ChannelState> ExamineAsync(
        TeamId team, ChannelId channel, ChannelUse use, RoleId? role, CancellationToken cancellationToken) => AskAsync(
            () => ChannelExamination.OfAsync(
                rest, new Snowflake(team.Value), new Snowflake(channel.Value), use, role is { } r ? new Snowflake(r.Value) : null, cancellationToken));

    public async Task<Places> FindPlacesAsync(TeamId team, CancellationToken cancellationToken)
    {
        var guild = new Snowflake(team.Value);
        var channels = await AskAsync(() => rest.GetGuildChannelsAsync(guild, cancellationToken));
        var roles = await AskAsync(() => rest.GetGuildRolesAsync(guild, cancellationToken));
        return new(
            [.. channels.Where(c => c.Type is ChannelType.GuildText or ChannelType.GuildAnnouncement).Select(c => new NamedChannel(new(c.Id.Value), c.Name ?? ""))],
            [.. roles.Where(r => r.Managed != true && r.Id != guild).Select(r => new NamedRole(new(r.Id.Value), r.Name))]);
    }

    public async Task<ChannelId> CreateChannelAsync(TeamId team, string name, string topic, CancellationToken cancellationToken)
    {
        var body = new NewChannelBody { Name = name, Type = ChannelType.GuildText, Topic = topic };
        return new((await AskAsync(() => rest.CreateGuildChannelAsync(new Snowflake(team.Value), body, cancellationToken))).Id.Value);
    }

    public async Task<RoleId> CreateRoleAsync(TeamId team, string name, CancellationToken cancellationToken)
    {
        var body = new NewRoleBody { Name = name };
        return new((await AskAsync(() => rest.CreateGuildRoleAsync(new Snowflake(team.Value), body, cancellationToken))).Id.Value);
    }

    public async Task<ChannelId> OpenDirectAsync(PersonId person, CancellationToken cancellationToken) =>
        new((await AskAsync(() => rest.CreateDmAsync(new Snowflake(person.Value), cancellationToken))).Id.Value);

    /// <summary>Reopens an archived thread if necessary, because its messages can't be edited or deleted otherwise.</summary>
    private Task<T> InOpenThreadAsync<T>(ChannelId channel, Func<Task<T>> askAsync, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        try
        {
            return await askAsync();
        }
        catch (DiscordApiException e) when (e.Code == ErrorCodes.ThreadArchived)
        {
            await rest.ChangeThreadAsync(new Snowflake(channel.Value), new ThreadChange { Archived = false }, cancellationToken);
            return await askAsync();
        }
    });

    private static string? TitleOf(IReadOnlyList<Embed>? embeds) => embeds is [{ Title: { } title }, ..] ? title.Trim() : null;

    private static async Task<T> AskAsync<T>(Func<Task<T>> askAsync)
    {
        try
        {
            return await askAsync();
        }
        catch (DiscordApiException e)
        {
            throw new ChatException(TroubleIn(e), e.Message, e);
        }
    }

    private static ChatTrouble TroubleIn(DiscordApiException e) => e switch
    {
        { Code: ErrorCodes.UnknownMessage } => ChatTrouble.MessageGone,
        // A wait of a few seconds is fine, but Discord documents no maximum, and this one can be an hour.
        { Code: ErrorCodes.TooManyEditsOfOldMessage, RetryAfter: var wait } when wait is null || wait > WorthWaitingFor => ChatTrouble.EditRefused,
        { Status: HttpStatusCode.NotFound } => ChatTrouble.ChannelGone,
        { Status: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } or { Code: ErrorCodes.ThreadArchived or ErrorCodes.CannotMessageUser } => ChatTrouble.ChannelClosed,
        _ => ChatTrouble.Passing,
    };
}
