using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Messages of a channel's webhook, which needs no bot and no permission but its token.</summary>
/// <remarks>https://docs.discord.com/developers/resources/webhook#execute-webhook</remarks>
internal sealed class WebhookMessages(SandboxWorld world, MessageStore messages)
{
    /// <summary>Returns the webhook that the path names; null if it names the application, for an interaction.</summary>
    /// <exception cref="DiscordRefusal">The webhook is unknown, or its token is another.</exception>
    public JsonObject? Find(RestCall call)
    {
        if (call["webhook"] == SandboxWorld.ApplicationId)
            return null;
        var webhook = world.State.Webhooks.Find(one => one.Text("id") == call["webhook"]) ?? throw DiscordRefusal.UnknownWebhook;
        return webhook.Text("token") == call["token"] ? webhook : throw DiscordRefusal.InvalidWebhookToken;
    }

    public RestAnswer Send(JsonObject webhook, RestCall call)
    {
        var channel = world.FindChannel(webhook.Text("channel_id")) ?? throw DiscordRefusal.UnknownChannel;
        var body = call.ReadObject();
        if (call.Query["thread_id"].ToString() is { Length: > 0 } id)
        {
            channel = world.FindChannel(id) is { IsThread: true } thread && thread.ParentId == channel.Id
                ? thread
                : throw DiscordRefusal.UnknownChannel;
        }

        var errors = new FormErrors();
        errors.Length("username", body.Text("username"), 0, 80);
        errors.ThrowIfAny();
        var message = messages.Create(channel, MessageOrigin.OfWebhook(webhook, body), body, call.Files);
        return call.Asks("wait") ? RestAnswer.Ok(world.ToJson(message)) : RestAnswer.NoContent;
    }

    public RestAnswer Get(JsonObject webhook, RestCall call) => RestAnswer.Ok(world.ToJson(GetMessage(webhook, call)));

    public RestAnswer Edit(JsonObject webhook, RestCall call)
    {
        var message = GetMessage(webhook, call);
        messages.Edit(message, call.ReadObject(), call.Files, isInteraction: false);
        return RestAnswer.Ok(world.ToJson(message));
    }

    public RestAnswer Delete(JsonObject webhook, RestCall call)
    {
        messages.Delete(GetMessage(webhook, call));
        return RestAnswer.NoContent;
    }

    // A webhook reaches only what it sent itself.
    private StoredMessage GetMessage(JsonObject webhook, RestCall call) =>
        world.FindMessage(call.Values.GetValueOrDefault("message")) is { } message
        && message.Json.Text("webhook_id") == webhook.Text("id")
            ? message
            : throw DiscordRefusal.UnknownMessage;
}
