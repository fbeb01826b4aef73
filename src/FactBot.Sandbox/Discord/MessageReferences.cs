using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord;

/// <summary>What a message points to: the one it replies to, forwards or begins a thread from.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#message-reference-types</remarks>
internal static class MessageReferences
{
    private static readonly string[] Forwarded =
    [
        "type", "content", "mentions", "mention_roles", "attachments", "embeds", "timestamp", "edited_timestamp", "flags",
        "components",
    ];

    /// <summary>Sets the reference that the body asks for, or that an answer has by itself.</summary>
    public static void Set(JsonObject message, JsonObject body, Channel channel, Interaction? interaction, SandboxWorld world)
    {
        if (body.Map("message_reference") is { } asked)
        {
            if (asked.Number("type") == 1)
                Forward(message, asked, world);
            else if (Refer(asked, channel, world) is { } reply)
                Reply(message, reply);
        }
        else if (interaction?.AnsweredMessageId is { } answered && world.FindMessage(answered) is { } earlier)
        {
            Reply(message, To(earlier, channel));
        }
    }

    public static JsonObject To(StoredMessage message, Channel channel)
    {
        var json = new JsonObject { ["type"] = 0, ["channel_id"] = channel.Id, ["message_id"] = message.Id };
        if (channel.GuildId is not null)
            json["guild_id"] = channel.GuildId;
        return json;
    }

    private static void Reply(JsonObject message, JsonObject reference)
    {
        if (message.Number("type") == 0)
            message["type"] = 19;
        message["message_reference"] = reference;
    }

    private static JsonObject? Refer(JsonObject asked, Channel channel, SandboxWorld world)
    {
        if (world.FindMessage(channel, asked.Member("message_id").AsWritten()) is { VisibleTo: null } message)
        {
            return message.IsWritten
                ? To(message, channel)
                : throw Unfit("REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", "Cannot reply to a system message");
        }

        return asked.Flag("fail_if_not_exists") == false
            ? null
            : throw Unfit("MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
    }

    private static void Forward(JsonObject message, JsonObject asked, SandboxWorld world)
    {
        var source = world.FindChannel(asked.Member("channel_id").AsWritten());
        if (source is null
            || !world.PermissionsIn(source, SandboxWorld.BotId).HasFlag(Permission.ViewChannel)
            || world.FindMessage(source, asked.Member("message_id").AsWritten()) is not { VisibleTo: null } original)
            throw Unfit("MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
        var snapshot = new JsonObject();
        var json = world.ToJson(original);
        foreach (var name in Forwarded)
            snapshot[name] = json.Member(name)?.DeepClone();
        var reference = To(original, source);
        reference["type"] = 1;
        message["message_reference"] = reference;
        message["message_snapshots"] = new JsonArray(new JsonObject { ["message"] = snapshot });
        message["flags"] = (message.Number("flags") ?? 0) | MessageRules.HasSnapshot;
    }

    private static DiscordRefusal Unfit(string code, string sentence)
    {
        var errors = new FormErrors();
        errors.Add("message_reference", code, sentence);
        return errors.ToRefusal();
    }
}
