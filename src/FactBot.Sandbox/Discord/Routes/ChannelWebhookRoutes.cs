using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>A channel's webhooks themselves; <see cref="WebhookMessages"/> has what is sent with them.</summary>
/// <remarks>https://docs.discord.com/developers/resources/webhook</remarks>
internal sealed class ChannelWebhookRoutes(SandboxWorld world, PretendGateway gateway, AuditLog log, Attachments attachments)
{
    private const int Most = 15;

    public void Map(RestRoutes routes)
    {
        routes.Map("POST", "channels/{channel}/webhooks", Create);
        routes.Map("GET", "channels/{channel}/webhooks", call => List(
            world.GetChannel(call["channel"], Permission.ManageWebhooks).Id, "channel_id"));
        routes.Map("GET", "guilds/{guild}/webhooks", call => List(
            world.GetGuildOfBot(call["guild"], Permission.ManageWebhooks).Id, "guild_id"));
        routes.Map("GET", "webhooks/{webhook}", call => RestAnswer.Ok(ToJson(GetAsBot(call))));
        routes.Map("PATCH", "webhooks/{webhook}", call => Change(GetAsBot(call), call));
        routes.Map("DELETE", "webhooks/{webhook}", call => Delete(GetAsBot(call), call));
        routes.MapOpen("GET", "webhooks/{webhook}/{token}", call => RestAnswer.Ok(WithoutUser(GetByToken(call))));
        routes.MapOpen("PATCH", "webhooks/{webhook}/{token}", call => Change(GetByToken(call), call));
        routes.MapOpen("DELETE", "webhooks/{webhook}/{token}", call => Delete(GetByToken(call), call));
    }

    private RestAnswer Create(RestCall call)
    {
        var channel = world.GetChannel(call["channel"], Permission.ManageWebhooks);
        if (channel.IsThread || channel.GuildId is null || channel.Type == 4)
            throw DiscordRefusal.WrongChannelType;
        var name = call.ReadObject().Text("name");
        Check(name);
        if (world.State.Webhooks.Count(one => one.Text("channel_id") == channel.Id) >= Most)
            throw DiscordRefusal.TooManyWebhooks(Most);
        var webhook = new JsonObject
        {
            ["application_id"] = SandboxWorld.ApplicationId,
            ["avatar"] = null,
            ["channel_id"] = channel.Id,
            ["guild_id"] = channel.GuildId,
            ["id"] = world.NextId(),
            ["name"] = name,
            ["type"] = 1,
            ["token"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(34)),
        };
        world.State.Webhooks.Add(webhook);
        Tell(webhook);
        log.Add(channel.GuildId, 50, webhook.Text("id"), call.Reason, after: Told(webhook));
        return RestAnswer.Ok(ToJson(webhook));
    }

    private RestAnswer List(string id, string member) => RestAnswer.Ok(
        world.State.Webhooks.Where(one => one.Text(member) == id).Select(ToJson).ToJsonArray());

    private RestAnswer Change(JsonObject webhook, RestCall call)
    {
        var before = Told(webhook);
        var body = call.ReadObject();
        if (body.Has("name"))
        {
            Check(body.Text("name"));
            webhook["name"] = body.Text("name");
        }

        if (!call.Values.ContainsKey("token") && body.Member("channel_id").AsWritten() is { } id)
        {
            var channel = world.GetChannel(id, Permission.ManageWebhooks);
            if (channel.GuildId != webhook.Text("guild_id"))
                throw DiscordRefusal.UnknownChannel;
            webhook["channel_id"] = channel.Id;
        }

        Tell(webhook);
        log.Add(webhook.Text("guild_id")!, 51, webhook.Text("id"), call.Reason, before, Told(webhook));
        return RestAnswer.Ok(call.Values.ContainsKey("token") ? WithoutUser(webhook) : ToJson(webhook));
    }

    private RestAnswer Delete(JsonObject webhook, RestCall call)
    {
        world.State.Webhooks.Remove(webhook);
        Tell(webhook);
        log.Add(webhook.Text("guild_id")!, 52, webhook.Text("id"), call.Reason, Told(webhook));
        return RestAnswer.NoContent;
    }

    // Its token is no part of the log.
    private static JsonObject Told(JsonObject webhook) => new()
    {
        ["name"] = webhook.Text("name"),
        ["type"] = 1,
        ["channel_id"] = webhook.Text("channel_id"),
    };

    private JsonObject GetAsBot(RestCall call)
    {
        var webhook = world.State.Webhooks.Find(one => one.Text("id") == call["webhook"]) ?? throw DiscordRefusal.UnknownWebhook;
        world.GetChannel(webhook.Text("channel_id")!, Permission.ManageWebhooks);
        return webhook;
    }

    private JsonObject GetByToken(RestCall call)
    {
        var webhook = world.State.Webhooks.Find(one => one.Text("id") == call["webhook"]) ?? throw DiscordRefusal.UnknownWebhook;
        return webhook.Text("token") == call["token"] ? webhook : throw DiscordRefusal.InvalidWebhookToken;
    }

    private static void Check(string? name)
    {
        var errors = new FormErrors();
        errors.Length("name", name, 1, 80);
        foreach (var taken in (string[])["clyde", "discord"])
        {
            if (name?.Contains(taken, StringComparison.OrdinalIgnoreCase) == true)
                errors.Add("name", "USERNAME_INVALID_CONTAINS", $"Username cannot contain \"{taken}\"");
        }

        errors.ThrowIfAny();
    }

    private JsonObject ToJson(JsonObject webhook)
    {
        var json = WithoutUser(webhook);
        json["user"] = world.GetPerson(SandboxWorld.BotId).ToJson();
        return json;
    }

    private JsonObject WithoutUser(JsonObject webhook)
    {
        var json = webhook.DeepClone().AsObject();
        json["url"] = new Uri(attachments.Address, $"/api/webhooks/{webhook.Text("id")}/{webhook.Text("token")}").AbsoluteUri;
        return json;
    }

    private void Tell(JsonObject webhook) => gateway.Tell(
        "WEBHOOKS_UPDATE",
        new JsonObject { ["guild_id"] = webhook.Text("guild_id"), ["channel_id"] = webhook.Text("channel_id") },
        webhook.Text("guild_id"),
        Intent.GuildWebhooks);
}
