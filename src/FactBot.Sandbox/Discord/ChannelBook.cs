using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord;

/// <summary>Creates, changes and deletes a guild's channels, and notifies the gateway. Requires the world's lock.</summary>
/// <remarks>https://docs.discord.com/developers/resources/channel</remarks>
internal sealed class ChannelBook(SandboxWorld world, PretendGateway gateway, AuditLog log)
{
    private const int Most = 500;

    public Channel Create(Guild guild, JsonObject body, string? reason)
    {
        var type = (int)(body.Number("type") ?? 0);
        var errors = new FormErrors();
        ChannelRules.Check(body, type, isNew: true, errors);
        var overwrites = ChannelRules.ReadOverwrites(body, guild, errors);
        var parent = FindParent(guild, body, errors);
        errors.ThrowIfAny();
        var others = OthersOf(guild).ToList();
        if (others.Count >= Most)
            throw DiscordRefusal.TooManyChannels(Most);
        var channel = new Channel
        {
            Id = world.NextId(),
            Type = type,
            GuildId = guild.Id,
            Name = Written(body.Text("name")!, type),
            Position = (int)(body.Number("position") ?? others.Count),
            ParentId = parent,
            Topic = body.Text("topic"),
            SlowModeSeconds = (int)(body.Number("rate_limit_per_user") ?? 0),
            CreatedAt = world.Clock.GetUtcNow(),
        };
        channel.Overwrites.AddRange(overwrites);
        ChannelRules.Set(channel.Settings, body, type, isNew: true, world.NextId);
        world.State.Channels.Add(channel);
        gateway.Tell("CHANNEL_CREATE", world.ToJson(channel), guild.Id);
        log.Add(guild.Id, 10, channel.Id, reason, after: world.ToJson(channel));
        return channel;
    }

    public void Change(Channel channel, JsonObject body, string? reason)
    {
        var guild = world.GetGuild(channel.GuildId!);
        var type = body.Number("type") ?? channel.Type;
        var errors = new FormErrors();
        ChannelRules.Check(body, type, isNew: false, errors);
        // Only text and announcement channels become each other.
        if (type != channel.Type && !(type is 0 or 5 && channel.Type is 0 or 5))
            errors.Choice("type", channel.Type is 0 or 5 ? "0, 5" : $"{channel.Type}");
        var overwrites = ChannelRules.ReadOverwrites(body, guild, errors);
        var parent = FindParent(guild, body, errors);
        errors.ThrowIfAny();

        var before = world.ToJson(channel);
        channel.Type = (int)type;
        channel.Name = body.Text("name") is { } name ? Written(name, channel.Type) : channel.Name;
        channel.Topic = body.Has("topic") ? body.Text("topic") : channel.Topic;
        channel.Position = (int)(body.Number("position") ?? channel.Position);
        channel.SlowModeSeconds = body.Has("rate_limit_per_user")
            ? (int)(body.Number("rate_limit_per_user") ?? 0)
            : channel.SlowModeSeconds;
        if (body.Has("parent_id"))
            channel.ParentId = parent;
        if (body.List("permission_overwrites") is not null)
        {
            channel.Overwrites.Clear();
            channel.Overwrites.AddRange(overwrites);
        }

        ChannelRules.Set(channel.Settings, body, channel.Type, isNew: false, world.NextId);
        TellChanged(channel);
        log.Add(guild.Id, 11, channel.Id, reason, before, world.ToJson(channel));
    }

    /// <summary>Moves channels: a list of <c>id</c>, <c>position</c> and <c>parent_id</c>.</summary>
    public void Move(Guild guild, JsonArray moves)
    {
        var errors = new FormErrors();
        foreach (var move in moves.OfType<JsonObject>())
        {
            var channel = OthersOf(guild).FirstOrDefault(one => one.Id == move.Member("id").AsWritten())
                ?? throw DiscordRefusal.UnknownChannel;
            var parent = FindParent(guild, move, errors);
            errors.ThrowIfAny();
            channel.Position = (int)(move.Number("position") ?? channel.Position);
            if (move.Has("parent_id"))
                channel.ParentId = parent;
            TellChanged(channel);
        }
    }

    public void Delete(Channel channel, string? reason)
    {
        var guildId = channel.GuildId!;
        var json = world.ToJson(channel);
        var gone = world.State.Channels.Where(one => one == channel || (one.IsThread && one.ParentId == channel.Id))
            .ToList();
        foreach (var child in OthersOf(world.GetGuild(guildId)).Where(one => one.ParentId == channel.Id).ToList())
        {
            child.ParentId = null;
            TellChanged(child);
        }

        world.State.Channels.RemoveAll(gone.Contains);
        var ids = gone.Select(one => one.Id).ToHashSet();
        world.State.Messages.RemoveAll(message => ids.Contains(message.ChannelId));
        world.State.Webhooks.RemoveAll(webhook => ids.Contains(webhook.Text("channel_id") ?? ""));
        gateway.Tell("CHANNEL_DELETE", json, guildId);
        log.Add(guildId, 12, channel.Id, reason, json);
    }

    public void SetOverwrite(Channel channel, Overwrite overwrite, string? reason)
    {
        var isNew = channel.Overwrites.RemoveAll(old => old.TargetId == overwrite.TargetId) == 0;
        channel.Overwrites.Add(overwrite);
        TellChanged(channel);
        log.Add(channel.GuildId!, isNew ? 13 : 14, channel.Id, reason, options: Told(channel, overwrite));
    }

    public void RemoveOverwrite(Channel channel, string targetId, string? reason)
    {
        var overwrite = channel.Overwrites.Find(one => one.TargetId == targetId) ?? throw DiscordRefusal.UnknownOverwrite;
        channel.Overwrites.Remove(overwrite);
        TellChanged(channel);
        log.Add(channel.GuildId!, 15, channel.Id, reason, options: Told(channel, overwrite));
    }

    public void TellChanged(Channel channel) =>
        gateway.Tell("CHANNEL_UPDATE", world.ToJson(channel), channel.GuildId);

    private JsonObject Told(Channel channel, Overwrite overwrite)
    {
        var json = new JsonObject { ["id"] = overwrite.TargetId, ["type"] = overwrite.IsMember ? "1" : "0" };
        if (world.GetGuild(channel.GuildId!).Roles.Find(role => role.Id == overwrite.TargetId) is { } role)
            json["role_name"] = role.Name;
        return json;
    }

    private IEnumerable<Channel> OthersOf(Guild guild) =>
        world.State.Channels.Where(channel => channel.GuildId == guild.Id && !channel.IsThread);

    private string? FindParent(Guild guild, JsonObject body, FormErrors errors)
    {
        if (body.Member("parent_id").AsWritten() is not { } id)
            return null;
        if (OthersOf(guild).FirstOrDefault(one => one.Id == id) is not { Type: 4 })
            errors.Add("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist");
        return id;
    }

    // Discord writes the names of channels for text this way; those for voice and categories stay as they are.
    private static string Written(string name, int type) =>
        type is 2 or 4 or 13 ? name.Trim() : name.Trim().Replace(' ', '-').ToLowerInvariant();
}
