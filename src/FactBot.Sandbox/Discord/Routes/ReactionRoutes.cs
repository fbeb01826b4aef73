using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Reactions to messages, the bot's own and those of people.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#create-reaction</remarks>
internal sealed class ReactionRoutes(SandboxWorld world, PretendGateway gateway)
{
    private const int Most = 20;

    public void Map(RestRoutes routes)
    {
        const string All = "channels/{channel}/messages/{message}/reactions";
        routes.Map("DELETE", All, RemoveAll);
        routes.Map("GET", All + "/{emoji}", List);
        routes.Map("DELETE", All + "/{emoji}", RemoveEmoji);
        routes.Map("PUT", All + "/{emoji}/@me", Add);
        routes.Map("DELETE", All + "/{emoji}/@me", call => Remove(call, SandboxWorld.BotId));
        routes.Map("DELETE", All + "/{emoji}/{user}", call => Remove(call, call["user"]));
    }

    /// <summary>Adds somebody's reaction; does nothing if it is there already.</summary>
    /// <param name="message">The message.</param>
    /// <param name="userId">Who reacts.</param>
    /// <param name="emoji">A Unicode emoji, or <c>name:id</c>.</param>
    public void Add(StoredMessage message, string userId, string emoji)
    {
        var (id, name) = Read(emoji);
        var reaction = Find(message, id, name);
        if (reaction is null && message.Reactions.Count >= Most)
            throw DiscordRefusal.TooManyReactions(Most);
        if (reaction is null)
            message.Reactions.Add(reaction = new Reaction(id, name, []));
        if (reaction.UserIds.Contains(userId))
            return;
        reaction.UserIds.Add(userId);
        var channel = world.FindChannel(message.ChannelId)!;
        var data = About(message, channel, reaction);
        data["user_id"] = userId;
        data["message_author_id"] = message.AuthorId;
        data["burst"] = false;
        data["type"] = 0;
        if (world.FindGuild(channel.GuildId)?.FindMember(userId) is { } member)
            data["member"] = member.ToJson(world.GetPerson(userId));
        Tell("MESSAGE_REACTION_ADD", channel, data);
    }

    private RestAnswer Add(RestCall call)
    {
        var message = GetMessage(call, Permission.ReadMessageHistory);
        var (id, name) = Read(call["emoji"]);
        // Anybody may join a reaction that is there; a new one needs the permission.
        if (Find(message, id, name) is null)
            GetMessage(call, Permission.AddReactions);
        Add(message, SandboxWorld.BotId, call["emoji"]);
        return RestAnswer.NoContent;
    }

    private RestAnswer Remove(RestCall call, string userId)
    {
        var message = GetMessage(call, userId == SandboxWorld.BotId ? Permission.None : Permission.ManageMessages);
        var reaction = GetReaction(message, call);
        if (reaction is null || !reaction.UserIds.Remove(userId))
            return RestAnswer.NoContent;
        if (reaction.UserIds.Count == 0)
            message.Reactions.Remove(reaction);
        var channel = world.FindChannel(message.ChannelId)!;
        var data = About(message, channel, reaction);
        data["user_id"] = userId;
        data["burst"] = false;
        data["type"] = 0;
        Tell("MESSAGE_REACTION_REMOVE", channel, data);
        return RestAnswer.NoContent;
    }

    private RestAnswer RemoveEmoji(RestCall call)
    {
        var message = GetMessage(call, Permission.ManageMessages);
        if (GetReaction(message, call) is { } reaction && message.Reactions.Remove(reaction))
        {
            var channel = world.FindChannel(message.ChannelId)!;
            Tell("MESSAGE_REACTION_REMOVE_EMOJI", channel, About(message, channel, reaction));
        }

        return RestAnswer.NoContent;
    }

    private RestAnswer RemoveAll(RestCall call)
    {
        var message = GetMessage(call, Permission.ManageMessages);
        message.Reactions.Clear();
        var channel = world.FindChannel(message.ChannelId)!;
        Tell("MESSAGE_REACTION_REMOVE_ALL", channel, About(message, channel, reaction: null));
        return RestAnswer.NoContent;
    }

    private RestAnswer List(RestCall call)
    {
        var reaction = GetReaction(GetMessage(call, Permission.ReadMessageHistory), call);
        var after = Snowflake.Read(call.Query["after"]);
        return RestAnswer.Ok((reaction?.UserIds ?? [])
            .Where(id => Snowflake.Read(id) > after).Take(call.Limit(25, 1, 100))
            .Select(id => world.GetPerson(id).ToJson()).ToJsonArray());
    }

    private StoredMessage GetMessage(RestCall call, Permission needed) =>
        world.GetMessage(world.GetChannel(call["channel"], needed), call["message"]);

    private Reaction? GetReaction(StoredMessage message, RestCall call)
    {
        var (id, name) = Read(call["emoji"]);
        return Find(message, id, name);
    }

    private static Reaction? Find(StoredMessage message, string? id, string name) =>
        message.Reactions.Find(one => one.EmojiId == id && (id is not null || one.Name == name));

    private (string? Id, string Name) Read(string emoji)
    {
        var parts = emoji.Split(':');
        if (parts is [var name, var id] && Known(id))
            return (id, name);
        // No list of all emojis is kept here: what has only letters and digits is none, except for flags and keycaps.
        return parts.Length == 1 && emoji.Length is > 0 and <= 32 && emoji.Any(character => character > '\u00a0')
            && !emoji.Any(char.IsAsciiLetter)
            ? (null, emoji)
            : throw DiscordRefusal.UnknownEmoji;
    }

    private bool Known(string id) => world.State.Emojis
        .Concat(world.State.Guilds.SelectMany(guild => guild.Emojis)).Any(emoji => emoji.Text("id") == id);

    private static JsonObject About(StoredMessage message, Channel channel, Reaction? reaction)
    {
        var json = new JsonObject { ["channel_id"] = channel.Id, ["message_id"] = message.Id };
        if (channel.GuildId is not null)
            json["guild_id"] = channel.GuildId;
        if (reaction is not null)
            json["emoji"] = reaction.EmojiJson();
        return json;
    }

    private void Tell(string type, Channel channel, JsonObject data) => gateway.Tell(
        type, data, channel.GuildId, channel.GuildId is null ? Intent.DirectReactions : Intent.GuildReactions);
}
