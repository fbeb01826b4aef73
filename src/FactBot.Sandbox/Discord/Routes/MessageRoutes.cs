using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Messages in channels.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message</remarks>
internal sealed class MessageRoutes(SandboxWorld world, MessageStore messages, ThreadBook threads)
{
    /// <summary>Discord says "the past few minutes".</summary>
    private static readonly TimeSpan NonceKept = TimeSpan.FromMinutes(5);

    private readonly OldEdits oldEdits = new(world.Clock);

    private readonly Dictionary<(string Channel, string Nonce), (DateTimeOffset At, JsonObject Message)> nonces = [];

    public void Map(RestRoutes routes)
    {
        routes.Map("GET", "channels/{channel}/messages", List);
        routes.Map("POST", "channels/{channel}/messages", Create, RestLimit.Messages);
        routes.Map("GET", "channels/{channel}/messages/{message}", Get);
        routes.Map("PATCH", "channels/{channel}/messages/{message}", Edit, RestLimit.Messages);
        routes.Map("DELETE", "channels/{channel}/messages/{message}", Delete);
        routes.Map("POST", "channels/{channel}/messages/bulk-delete", DeleteMany);
        routes.Map("POST", "channels/{channel}/messages/{message}/crosspost", Crosspost);
    }

    private RestAnswer List(RestCall call)
    {
        var channel = world.GetChannel(call["channel"]);
        if (!world.PermissionsIn(channel, SandboxWorld.BotId).HasFlag(Permission.ReadMessageHistory))
            return RestAnswer.Ok(new JsonArray());
        var limit = call.Limit(50, 1, 100);
        var all = world.MessagesIn(channel).Where(message => message.VisibleTo is null)
            .OrderByDescending(message => Snowflake.Read(message.Id));
        var before = Snowflake.Read(call.Query["before"]);
        var after = Snowflake.Read(call.Query["after"]);
        var around = Snowflake.Read(call.Query["around"]);
        var chosen = before > 0 ? all.Where(m => Snowflake.Read(m.Id) < before).Take(limit)
            : after > 0 ? all.Where(m => Snowflake.Read(m.Id) > after).TakeLast(limit)
            : around > 0 ? all.Where(m => Snowflake.Read(m.Id) <= around).Take(limit / 2 + 1)
                .Union(all.Where(m => Snowflake.Read(m.Id) > around).TakeLast(limit / 2))
                .OrderByDescending(m => Snowflake.Read(m.Id))
            : all.Take(limit);
        return RestAnswer.Ok(chosen.Select(world.ToJson).ToJsonArray());
    }

    private RestAnswer Get(RestCall call) => RestAnswer.Ok(world.ToJson(
        world.GetMessage(world.GetChannel(call["channel"], Permission.ReadMessageHistory), call["message"])));

    private RestAnswer Create(RestCall call)
    {
        var channel = world.GetChannelToWrite(call["channel"]);
        var body = call.ReadObject();
        var granted = world.PermissionsIn(channel, SandboxWorld.BotId);
        if (call.Files.Count > 0 && !granted.HasFlag(Permission.AttachFiles))
            throw DiscordRefusal.MissingPermissions;
        if (FindEarlier(channel, body) is { } earlier)
            return RestAnswer.Ok(earlier);

        if (body.Map("poll") is not null && !granted.HasFlag(Permission.SendPolls))
            throw DiscordRefusal.MissingPermissions;
        threads.Unarchive(channel);
        var message = messages.Create(channel, MessageOrigin.Of(world.GetPerson(SandboxWorld.BotId)), body, call.Files);
        // Without the permission, Discord accepts the message but drops its embeds.
        if (!granted.HasFlag(Permission.EmbedLinks))
            message.Json["embeds"] = new JsonArray();
        var json = world.ToJson(message);
        if (body.Member("nonce").AsWritten() is { } nonce)
            nonces[(channel.Id, nonce)] = (world.Clock.GetUtcNow(), json.DeepClone().AsObject());
        return RestAnswer.Ok(json);
    }

    private RestAnswer Edit(RestCall call)
    {
        var channel = world.GetChannel(call["channel"]);
        var message = world.GetMessage(channel, call["message"]);
        if (channel.Archived)
            throw DiscordRefusal.ThreadArchived;
        var body = call.ReadObject();
        // With the permission, the flag that hides embeds may be set on anybody's message.
        if (message.AuthorId != SandboxWorld.BotId && body.Any(pair => pair.Key != "flags"))
            throw DiscordRefusal.NotYourMessage;
        if (message.AuthorId != SandboxWorld.BotId)
            world.GetChannel(channel.Id, Permission.ManageMessages);
        if (!message.IsWritten)
            throw DiscordRefusal.SystemMessage;
        if (oldEdits.Take(message) is { } tooMany)
        {
            return tooMany;
        }

        messages.Edit(message, body, call.Files, isInteraction: false);
        return RestAnswer.Ok(world.ToJson(message));
    }

    private RestAnswer Delete(RestCall call)
    {
        var channel = world.GetChannel(call["channel"]);
        var message = world.GetMessage(channel, call["message"]);
        if (message.AuthorId != SandboxWorld.BotId)
            world.GetChannel(channel.Id, Permission.ManageMessages);
        if (channel.Archived)
            throw DiscordRefusal.ThreadArchived;
        if (message.Json.Number("type") is 1 or 2 or 3 or 4 or 5 or 21)
            throw DiscordRefusal.SystemMessage;
        messages.Delete(message);
        return RestAnswer.NoContent;
    }

    private RestAnswer DeleteMany(RestCall call)
    {
        var channel = world.GetChannel(call["channel"], Permission.ManageMessages);
        if (channel.GuildId is null)
            throw DiscordRefusal.WrongChannelType;
        var ids = (call.ReadObject().List("messages") ?? []).Select(id => id.AsWritten() ?? "").ToList();
        var errors = new FormErrors();
        errors.Count("messages", ids.Count, 2, 100);
        errors.ThrowIfAny();
        if (ids.Exists(id => world.Clock.GetUtcNow() - Snowflake.TimeOf(id) > TimeSpan.FromDays(14)))
            throw DiscordRefusal.TooOldToBulkDelete;
        // Ids that aren't messages of the channel are passed over.
        messages.DeleteAll(channel, [.. ids.Select(id => world.FindMessage(channel, id)).OfType<StoredMessage>()
            .Where(message => message.VisibleTo is null)]);
        return RestAnswer.NoContent;
    }

    private RestAnswer Crosspost(RestCall call)
    {
        var channel = world.GetChannel(call["channel"]);
        var message = world.GetMessage(channel, call["message"]);
        if (channel.Type != 5)
            throw DiscordRefusal.WrongChannelType;
        world.GetChannel(channel.Id, message.AuthorId == SandboxWorld.BotId ? Permission.SendMessages : Permission.ManageMessages);
        if ((message.Flags & MessageRules.Crossposted) != 0)
            throw DiscordRefusal.AlreadyCrossposted;
        message.Flags |= MessageRules.Crossposted;
        messages.TellChanged(message);
        return RestAnswer.Ok(world.ToJson(message));
    }

    // A message deleted since then is still returned, and not posted again.
    private JsonObject? FindEarlier(Channel channel, JsonObject body)
    {
        if (body.Flag("enforce_nonce") != true || body.Member("nonce").AsWritten() is not { } nonce)
            return null;
        return nonces.TryGetValue((channel.Id, nonce), out var earlier)
            && world.Clock.GetUtcNow() - earlier.At < NonceKept
            ? earlier.Message.DeepClone().AsObject()
            : null;
    }
}
