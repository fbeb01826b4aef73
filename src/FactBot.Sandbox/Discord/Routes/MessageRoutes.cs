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
        routes.Map("POST", "channels/{channel}/typing", Type);
    }

    private RestAnswer List(RestCall call)
    {
        var channel = world.GetChannel(call["channel"]);
        if (!world.PermissionsIn(channel, SandboxWorld.BotId).HasFlag(Permission.ReadMessageHistory))
            return RestAnswer.Ok(new JsonArray());
        var errors = new FormErrors();
        var limit = int.TryParse(call.Query["limit"], out var asked) ? asked : 50;
        errors.Range("limit", limit, 1, 100);
        errors.ThrowIfAny();

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

        threads.Unarchive(channel);
        var message = messages.Create(channel, SandboxWorld.BotId, body, call.Files);
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
        if (message.AuthorId != SandboxWorld.BotId)
            throw DiscordRefusal.NotYourMessage;
        if (oldEdits.Take(message) is { } tooMany)
        {
            return tooMany;
        }

        messages.Edit(message, call.ReadObject(), call.Files, isInteraction: false);
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
        messages.Delete(message);
        return RestAnswer.NoContent;
    }

    private RestAnswer Type(RestCall call)
    {
        world.GetChannelToWrite(call["channel"]);
        return RestAnswer.NoContent;
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
