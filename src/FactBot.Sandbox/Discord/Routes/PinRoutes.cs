using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Pinned messages, on the paths of today and the deprecated ones.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#get-channel-pins</remarks>
internal sealed class PinRoutes(SandboxWorld world, PretendGateway gateway, MessageStore messages, AuditLog log)
{
    private const int Most = 250;

    public void Map(RestRoutes routes)
    {
        routes.Map("GET", "channels/{channel}/messages/pins", List);
        routes.Map("GET", "channels/{channel}/pins", call => RestAnswer.Ok(
            Pinned(world.GetChannel(call["channel"])).Take(50).Select(world.ToJson).ToJsonArray()));
        foreach (var path in (string[])["channels/{channel}/messages/pins/{message}", "channels/{channel}/pins/{message}"])
        {
            routes.Map("PUT", path, Pin);
            routes.Map("DELETE", path, Unpin);
        }
    }

    private RestAnswer List(RestCall call)
    {
        var channel = world.GetChannel(call["channel"]);
        if (!world.PermissionsIn(channel, SandboxWorld.BotId).HasFlag(Permission.ReadMessageHistory))
            return RestAnswer.Ok(new JsonObject { ["items"] = new JsonArray(), ["has_more"] = false });
        var before = DateTimeOffset.TryParse(call.Query["before"], CultureInfo.InvariantCulture, out var time) ? time : DateTimeOffset.MaxValue;
        var limit = call.Limit(50, 1, 50);
        var found = Pinned(channel).Where(message => message.PinnedAt < before).ToList();
        return RestAnswer.Ok(new JsonObject
        {
            ["items"] = found.Take(limit).Select(message => new JsonObject
            {
                ["pinned_at"] = message.PinnedAt!.Value.Written(),
                ["message"] = world.ToJson(message),
            }).ToJsonArray(),
            ["has_more"] = found.Count > limit,
        });
    }

    private RestAnswer Pin(RestCall call)
    {
        var channel = world.GetChannel(call["channel"], Permission.PinMessages);
        var message = world.GetMessage(channel, call["message"]);
        if (message.PinnedAt is not null)
            return RestAnswer.NoContent;
        if (!message.IsWritten)
            throw DiscordRefusal.SystemMessage;
        if (Pinned(channel).Count() >= Most)
            throw DiscordRefusal.TooManyPins(Most);
        message.PinnedAt = world.Clock.GetUtcNow();
        Tell(channel, message);
        messages.Announce(channel, 6, world.GetPerson(SandboxWorld.BotId), reference: MessageReferences.To(message, channel));
        if (channel.GuildId is not null)
            log.Add(channel.GuildId, 74, message.AuthorId, call.Reason, options: Place(message));
        return RestAnswer.NoContent;
    }

    private RestAnswer Unpin(RestCall call)
    {
        var channel = world.GetChannel(call["channel"], Permission.PinMessages);
        var message = world.GetMessage(channel, call["message"]);
        if (message.PinnedAt is null)
            return RestAnswer.NoContent;
        message.PinnedAt = null;
        Tell(channel, message);
        if (channel.GuildId is not null)
            log.Add(channel.GuildId, 75, message.AuthorId, call.Reason, options: Place(message));
        return RestAnswer.NoContent;
    }

    private static JsonObject Place(StoredMessage message) =>
        new() { ["channel_id"] = message.ChannelId, ["message_id"] = message.Id };

    private IEnumerable<StoredMessage> Pinned(Channel channel) => world.MessagesIn(channel)
        .Where(message => message.PinnedAt is not null).OrderByDescending(message => message.PinnedAt);

    private void Tell(Channel channel, StoredMessage message)
    {
        var data = new JsonObject
        {
            ["channel_id"] = channel.Id,
            ["last_pin_timestamp"] = Pinned(channel).FirstOrDefault()?.PinnedAt?.Written(),
        };
        if (channel.GuildId is not null)
            data["guild_id"] = channel.GuildId;
        var intent = channel.GuildId is null ? Intent.DirectMessages : Intent.Guilds;
        gateway.Tell("CHANNEL_PINS_UPDATE", data, channel.GuildId, intent);
        messages.TellChanged(message);
    }
}
