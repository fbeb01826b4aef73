using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord;

/// <summary>Creates, edits and deletes messages, and notifies the gateway. Requires the world's lock.</summary>
internal sealed class MessageStore(SandboxWorld world, PretendGateway gateway, Attachments attachments)
{
    private const long SettableFlags = (1 << 2) | (1 << 12) | MessageRules.ComponentsV2;

    public StoredMessage Create(
        Channel channel,
        string authorId,
        JsonObject body,
        IReadOnlyList<UploadedFile> files,
        Interaction? interaction = null,
        long flags = 0)
    {
        MessageRules.Check(body, IsV2(body));
        if ((flags & MessageRules.Loading) == 0 && MessageRules.IsEmpty(body, files.Count))
            throw DiscordRefusal.EmptyMessage;

        var json = new JsonObject
        {
            ["id"] = world.NextId(),
            ["channel_id"] = channel.Id,
            ["type"] = interaction?.AnswerType ?? 0,
            ["author"] = world.GetPerson(authorId).ToJson(),
            ["content"] = body.Member("content").AsWritten() ?? "",
            ["timestamp"] = world.Clock.GetUtcNow().Written(),
            ["edited_timestamp"] = null,
            ["tts"] = body.Flag("tts") ?? false,
            ["pinned"] = false,
            ["flags"] = ((body.Number("flags") ?? 0) & SettableFlags) | flags,
            ["embeds"] = MessageParts.Embeds(body),
            ["components"] = MessageParts.Components(body),
            ["attachments"] = attachments.Merge(channel, body, files, null),
        };
        MentionReading.Set(json, body.Map("allowed_mentions"), interaction is not null, channel, world);
        if (body.Member("nonce") is { } nonce)
            json["nonce"] = nonce.DeepClone();
        if (body.Map("message_reference") is { } reference)
            json["message_reference"] = Reference(reference, channel);
        if (interaction is not null)
        {
            json["application_id"] = SandboxWorld.ApplicationId;
            json["webhook_id"] = SandboxWorld.ApplicationId;
            json["interaction_metadata"] = interaction.Metadata.DeepClone();
        }

        var visibleTo = (flags & MessageRules.Ephemeral) != 0 ? interaction?.PersonId : null;
        var message = new StoredMessage { Json = json, VisibleTo = visibleTo, Command = interaction?.Command };
        world.State.Messages.Add(message);
        if (visibleTo is null)
            channel.LastMessageId = message.Id;
        if (channel.IsThread)
            channel.MessageCount++;
        Tell("MESSAGE_CREATE", channel, message);
        return message;
    }

    public void Edit(StoredMessage message, JsonObject body, IReadOnlyList<UploadedFile> files, bool isInteraction)
    {
        var channel = world.FindChannel(message.ChannelId) ?? throw DiscordRefusal.UnknownChannel;
        MessageRules.Check(body, IsV2(body) || (message.Flags & MessageRules.ComponentsV2) != 0);
        var edited = message.Json.DeepClone().AsObject();
        if (body.Has("content"))
            edited["content"] = body.Member("content").AsWritten() ?? "";
        if (body.Has("embeds"))
            edited["embeds"] = MessageParts.Embeds(body);
        if (body.Has("components"))
            edited["components"] = MessageParts.Components(body);
        if (body.Member("attachments") is not null || files.Count > 0)
            edited["attachments"] = attachments.Merge(channel, body, files, message.Json.List("attachments"));
        if (MessageRules.IsEmpty(edited, 0))
            throw DiscordRefusal.EmptyMessage;

        foreach (var name in (string[])["content", "embeds", "components", "attachments"])
            message.Json[name] = edited[name]?.DeepClone();
        var kept = message.Flags & ~(MessageRules.Loading | (1 << 2));
        message.Flags = kept | ((body.Number("flags") ?? 0) & SettableFlags);
        message.Json["edited_timestamp"] = world.Clock.GetUtcNow().Written();
        MentionReading.Set(message.Json, body.Map("allowed_mentions"), isInteraction, channel, world);
        Tell("MESSAGE_UPDATE", channel, message);
    }

    public void Delete(StoredMessage message)
    {
        var channel = world.FindChannel(message.ChannelId);
        world.State.Messages.Remove(message);
        if (channel is null || message.VisibleTo is not null)
            return;
        var data = new JsonObject { ["id"] = message.Id, ["channel_id"] = channel.Id };
        if (channel.GuildId is not null)
            data["guild_id"] = channel.GuildId;
        gateway.Tell("MESSAGE_DELETE", data, channel.GuildId, IntentOf(channel));
    }

    private static long IntentOf(Channel channel) => channel.GuildId is null
        ? Intent.DirectMessages
        : Intent.GuildMessages;

    private static bool IsV2(JsonObject body) => ((body.Number("flags") ?? 0) & MessageRules.ComponentsV2) != 0;

    private void Tell(string type, Channel channel, StoredMessage message)
    {
        if (message.VisibleTo is not null)
            return;
        var data = world.ToJson(message);
        if (world.FindGuild(channel.GuildId) is { } guild)
        {
            data["guild_id"] = guild.Id;
            data["member"] = guild.FindMember(message.AuthorId)?.ToJson(person: null);
            Veil(data);
        }

        gateway.Tell(type, data, channel.GuildId, IntentOf(channel));
    }

    // Without the privileged intent, a bot sees only the content of its own messages and those that mention it.
    private static void Veil(JsonObject data)
    {
        if (data.Map("author").Text("id") == SandboxWorld.BotId
            || data.Maps("mentions").Any(user => user.Text("id") == SandboxWorld.BotId))
            return;
        data["content"] = "";
        foreach (var name in (string[])["embeds", "components", "attachments"])
            data[name] = new JsonArray();
    }

    private JsonObject Reference(JsonObject reference, Channel channel)
    {
        var id = reference.Member("message_id").AsWritten();
        if (world.FindMessage(channel, id) is null && reference.Flag("fail_if_not_exists") != false)
        {
            var errors = new FormErrors();
            errors.Add("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
            errors.ThrowIfAny();
        }

        var json = new JsonObject { ["type"] = 0, ["channel_id"] = channel.Id, ["message_id"] = id };
        if (channel.GuildId is not null)
            json["guild_id"] = channel.GuildId;
        return json;
    }
}
