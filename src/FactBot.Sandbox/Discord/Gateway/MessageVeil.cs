using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>Hides what only a bot with the MESSAGE_CONTENT intent may read.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#message-content-intent</remarks>
internal static class MessageVeil
{
    /// <summary>Whether the bot wrote the message or is mentioned in it.</summary>
    public static bool IsForBot(JsonObject message) =>
        message.Map("author").Text("id") == SandboxWorld.BotId
        || message.Maps("mentions").Any(user => user.Text("id") == SandboxWorld.BotId);

    public static JsonObject Cover(JsonObject message)
    {
        var veiled = message.DeepClone().AsObject();
        veiled["content"] = "";
        foreach (var name in (string[])["embeds", "components", "attachments"])
            veiled[name] = new JsonArray();
        veiled.Remove("poll");
        if (veiled.Map("referenced_message") is { } referenced && !IsForBot(referenced))
            veiled["referenced_message"] = Cover(referenced);
        return veiled;
    }
}
