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
    private const long SettableFlags = MessageRules.SuppressEmbeds | (1 << 12) | MessageRules.ComponentsV2;

    /// <param name="channel">Where it goes.</param>
    /// <param name="origin">Whose it is.</param>
    /// <param name="body">As sent.</param>
    /// <param name="files">The files sent with it.</param>
    /// <param name="flags">Flags that the body can't set.</param>
    /// <param name="id">Its id, if it is decided already.</param>
    public StoredMessage Create(
        Channel channel,
        MessageOrigin origin,
        JsonObject body,
        IReadOnlyList<UploadedFile> files,
        long flags = 0,
        string? id = null)
    {
        if (!channel.HasMessages)
            throw DiscordRefusal.WrongChannelType;
        MessageRules.Check(body, IsV2(body));
        if ((flags & MessageRules.Loading) == 0 && MessageRules.IsEmpty(body, files.Count))
            throw DiscordRefusal.EmptyMessage;
        var interaction = origin.Interaction;

        var json = new JsonObject
        {
            ["id"] = id ?? world.NextId(),
            ["channel_id"] = channel.Id,
            ["type"] = interaction is { OriginalId: null } ? interaction.AnswerType : 0,
            ["author"] = origin.Author.DeepClone(),
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
        MessageReferences.Set(json, body, channel, interaction, world);
        MentionReading.Set(json, body.Map("allowed_mentions"), interaction is not null, channel, world);
        if (body.Member("nonce") is { } nonce)
            json["nonce"] = nonce.DeepClone();
        if (body.Map("poll") is { } poll)
            json["poll"] = Polls.Open(poll, world.Clock.GetUtcNow());
        if (origin.WebhookId is not null)
            json["webhook_id"] = origin.WebhookId;
        if (interaction is not null)
        {
            json["application_id"] = SandboxWorld.ApplicationId;
            json["interaction_metadata"] = interaction.Metadata.DeepClone();
            if (interaction is { Summary: { } summary, OriginalId: null })
                json["interaction"] = summary.DeepClone();
        }

        var visibleTo = (flags & MessageRules.Ephemeral) != 0 ? interaction?.PersonId : null;
        return Add(
            channel, new StoredMessage { Json = json, VisibleTo = visibleTo, Command = interaction?.Command });
    }

    /// <summary>Adds a message by which Discord says that something happened, such as a new name.</summary>
    /// <param name="channel">Where it is said.</param>
    /// <param name="type">Discord's message type.</param>
    /// <param name="author">Who did it.</param>
    /// <param name="content">What the type has as its content.</param>
    /// <param name="reference">What it is about.</param>
    /// <param name="mentions">Whom it is about.</param>
    public StoredMessage Announce(
        Channel channel, int type, Person author, string content = "", JsonObject? reference = null, Person? mentions = null)
    {
        var json = new JsonObject
        {
            ["id"] = world.NextId(),
            ["channel_id"] = channel.Id,
            ["type"] = type,
            ["author"] = author.ToJson(),
            ["content"] = content,
            ["timestamp"] = world.Clock.GetUtcNow().Written(),
            ["edited_timestamp"] = null,
            ["tts"] = false,
            ["pinned"] = false,
            ["flags"] = 0,
            ["embeds"] = new JsonArray(),
            ["components"] = new JsonArray(),
            ["attachments"] = new JsonArray(),
            ["mentions"] = mentions is null ? [] : new JsonArray(mentions.ToJson()),
            ["mention_roles"] = new JsonArray(),
            ["mention_everyone"] = false,
        };
        if (reference is not null)
            json["message_reference"] = reference;
        return Add(channel, new StoredMessage { Json = json });
    }

    private StoredMessage Add(Channel channel, StoredMessage message)
    {
        world.State.Messages.Add(message);
        if (message.VisibleTo is null)
            channel.LastMessageId = message.Id;
        // A thread's first message isn't counted: it is the one that the thread is about.
        if (channel.IsThread && message.VisibleTo is null && message.Id != channel.Id && message.Json.Number("type") != 21)
        {
            channel.MessageCount++;
            channel.MessagesEver = Math.Max(channel.MessagesEver + 1, channel.MessageCount);
        }

        Tell("MESSAGE_CREATE", channel, message);
        return message;
    }

    public void Edit(StoredMessage message, JsonObject body, IReadOnlyList<UploadedFile> files, bool isInteraction)
    {
        var channel = world.FindChannel(message.ChannelId) ?? throw DiscordRefusal.UnknownChannel;
        var wasV2 = (message.Flags & MessageRules.ComponentsV2) != 0;
        MessageRules.Check(body, wasV2 || IsV2(body));
        var edited = message.Json.DeepClone().AsObject();
        if (body.Has("content"))
            edited["content"] = body.Member("content").AsWritten() ?? "";
        if (body.Has("embeds"))
            edited["embeds"] = MessageParts.Embeds(body);
        if (body.Has("components"))
            edited["components"] = MessageParts.Components(body);
        if (body.Member("attachments") is not null || files.Count > 0)
            edited["attachments"] = attachments.Merge(channel, body, files, message.Json.List("attachments"));
        if (!wasV2 && IsV2(body))
            MessageRules.CheckTurned(edited);
        if (MessageRules.IsEmpty(edited, 0))
            throw DiscordRefusal.EmptyMessage;

        foreach (var name in (string[])["content", "embeds", "components", "attachments"])
            message.Json[name] = edited[name]?.DeepClone();
        message.Flags &= ~MessageRules.Loading;
        // An edit that doesn't name them keeps the flags; one that does can't make a message of components a legacy one.
        if (body.Number("flags") is { } flags)
            message.Flags = (message.Flags & ~MessageRules.SuppressEmbeds) | (flags & SettableFlags);
        message.Json["edited_timestamp"] = world.Clock.GetUtcNow().Written();
        MentionReading.Set(message.Json, body.Map("allowed_mentions"), isInteraction, channel, world);
        Tell("MESSAGE_UPDATE", channel, message);
    }

    /// <summary>Says that a message changed in another way than by an edit of it.</summary>
    public void TellChanged(StoredMessage message)
    {
        if (world.FindChannel(message.ChannelId) is { } channel)
            Tell("MESSAGE_UPDATE", channel, message);
    }

    public void Delete(StoredMessage message)
    {
        var channel = world.FindChannel(message.ChannelId);
        world.State.Messages.Remove(message);
        if (channel is null || message.VisibleTo is not null)
            return;
        if (channel.IsThread && channel.MessageCount > 0 && message.Id != channel.Id)
            channel.MessageCount--;
        var data = new JsonObject { ["id"] = message.Id, ["channel_id"] = channel.Id };
        if (channel.GuildId is not null)
            data["guild_id"] = channel.GuildId;
        gateway.Tell("MESSAGE_DELETE", data, channel.GuildId, IntentOf(channel));
    }

    /// <summary>Deletes messages of one channel, of which the gateway tells in one event.</summary>
    public void DeleteAll(Channel channel, IReadOnlyList<StoredMessage> gone)
    {
        world.State.Messages.RemoveAll(gone.Contains);
        if (channel.IsThread)
            channel.MessageCount = Math.Max(0, channel.MessageCount - gone.Count);
        var data = new JsonObject
        {
            ["ids"] = gone.Select(message => message.Id).ToJsonArray(),
            ["channel_id"] = channel.Id,
            ["guild_id"] = channel.GuildId,
        };
        gateway.Tell("MESSAGE_DELETE_BULK", data, channel.GuildId, Intent.GuildMessages);
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
            // A webhook is no member.
            if (guild.FindMember(message.AuthorId) is { } member)
                data["member"] = member.ToJson(person: null);
        }

        gateway.TellMessage(type, data, channel.GuildId, IntentOf(channel));
    }
}
