using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.World;

/// <summary>Writes channels, threads and guilds as Discord's JSON.</summary>
internal static class PlaceShapes
{
    public static JsonObject ToJson(this SandboxWorld world, Channel channel) =>
        channel.RecipientId is not null ? DirectJson(world, channel)
        : channel.IsThread ? ThreadJson(channel)
        : GuildJson(channel);

    public static JsonObject ToJson(this SandboxWorld world, Guild guild)
    {
        var json = new JsonObject
        {
            ["id"] = guild.Id,
            ["name"] = guild.Name,
            ["owner_id"] = guild.OwnerId,
            ["region"] = "deprecated",
            ["afk_timeout"] = 300,
            ["system_channel_flags"] = 0,
            ["widget_enabled"] = false,
            ["verification_level"] = 1,
            ["default_message_notifications"] = 1,
            ["mfa_level"] = 0,
            ["explicit_content_filter"] = 0,
            ["max_members"] = 500000,
            ["max_stage_video_channel_users"] = 50,
            ["max_video_channel_users"] = 25,
            ["premium_tier"] = 0,
            ["premium_subscription_count"] = 0,
            ["premium_progress_bar_enabled"] = false,
            ["preferred_locale"] = Shapes.Locale,
            ["nsfw"] = false,
            ["nsfw_level"] = 0,
            ["roles"] = guild.Roles.Select(role => role.ToJson()).ToJsonArray(),
            ["emojis"] = guild.Emojis.Select(emoji => emoji.DeepClone()).ToJsonArray(),
            ["stickers"] = new JsonArray(),
            ["features"] = new JsonArray(),
        };
        foreach (var name in (string[])
                 [
                     "icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id",
                     "afk_channel_id", "system_channel_id", "widget_channel_id", "vanity_url_code", "max_presences",
                     "rules_channel_id", "safety_alerts_channel_id", "public_updates_channel_id", "incidents_data",
                 ])
        {
            json[name] = null;
        }

        return json;
    }

    /// <summary>Returns the guild with everything a library expects of GUILD_CREATE, as sent with only the GUILDS
    /// intent.</summary>
    public static JsonObject ToEventJson(this SandboxWorld world, Guild guild)
    {
        var json = world.ToJson(guild);
        var own = guild.FindMember(SandboxWorld.BotId)!;
        var channels = world.State.Channels.Where(channel => channel.GuildId == guild.Id).ToList();
        json["joined_at"] = own.JoinedAt.Written();
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = guild.Members.Count;
        json["members"] = new JsonArray(own.ToJson(world.GetPerson(SandboxWorld.BotId)));
        json["channels"] = channels.Where(c => !c.IsThread).Select(world.ToJson).ToJsonArray();
        json["threads"] = channels.Where(
            c => c is { IsThread: true, Archived: false }).Select(world.ToThreadJson).ToJsonArray();
        json["guild_scheduled_events"] = guild.Events.Select(one => one.DeepClone()).ToJsonArray();
        foreach (var name in (string[])
                 [
                     "voice_states", "presences", "stage_instances", "soundboard_sounds",
                     "embedded_activities",
                 ])
        {
            json[name] = new JsonArray();
        }

        return json;
    }

    /// <summary>
    /// Returns the same for a guild that the bot has just joined. Discord says whether a guild is unavailable only if it was so
    /// before, which is how Discord.Net tells the two apart.
    /// </summary>
    public static JsonObject ToJoinJson(this SandboxWorld world, Guild guild)
    {
        var json = world.ToEventJson(guild);
        json.Remove("unavailable");
        return json;
    }

    public static JsonObject ToUnavailableJson(this Guild guild) => new() { ["id"] = guild.Id, ["unavailable"] = true };

    private static JsonObject GuildJson(Channel channel)
    {
        var json = new JsonObject
        {
            ["id"] = channel.Id,
            ["type"] = channel.Type,
            ["guild_id"] = channel.GuildId,
            ["name"] = channel.Name,
            ["position"] = channel.Position,
            ["flags"] = 0,
            ["parent_id"] = channel.ParentId,
            ["permission_overwrites"] = channel.Overwrites.Select(overwrite => new JsonObject
            {
                ["id"] = overwrite.TargetId,
                ["type"] = overwrite.IsMember ? 1 : 0,
                ["allow"] = overwrite.Allow.Written(),
                ["deny"] = overwrite.Deny.Written(),
            }).ToJsonArray(),
        };
        if (channel.Type != 4)
        {
            json["topic"] = channel.Topic;
            json["last_message_id"] = channel.LastMessageId;
            json["nsfw"] = false;
            json["rate_limit_per_user"] = channel.SlowModeSeconds;
        }

        foreach (var (name, value) in channel.Settings)
            json[name] = value?.DeepClone();
        return json;
    }

    private static JsonObject ThreadJson(Channel thread)
    {
        var metadata = new JsonObject
        {
            ["archived"] = thread.Archived,
            ["archive_timestamp"] = thread.ArchiveChangedAt.Written(),
            ["auto_archive_duration"] = thread.AutoArchiveMinutes,
            ["locked"] = thread.Locked,
            ["create_timestamp"] = thread.CreatedAt.Written(),
        };
        if (thread.Type == 12)
            metadata["invitable"] = thread.Invitable;
        var json = new JsonObject
        {
            ["id"] = thread.Id,
            ["type"] = thread.Type,
            ["guild_id"] = thread.GuildId,
            ["name"] = thread.Name,
            ["parent_id"] = thread.ParentId,
            ["owner_id"] = thread.OwnerId,
            ["flags"] = 0,
            ["last_message_id"] = thread.LastMessageId,
            ["rate_limit_per_user"] = thread.SlowModeSeconds,
            ["message_count"] = thread.MessageCount,
            ["total_message_sent"] = Math.Max(thread.MessagesEver, thread.MessageCount),
            ["member_count"] = Math.Min(thread.ThreadMemberIds.Count, 50),
            ["thread_metadata"] = metadata,
        };
        foreach (var (name, value) in thread.Settings)
            json[name] = value?.DeepClone();
        return json;
    }

    /// <summary>Returns a thread as its creation or a list shows it, with the bot's membership if it has one.</summary>
    public static JsonObject ToThreadJson(this SandboxWorld world, Channel thread)
    {
        var json = world.ToJson(thread);
        if (thread.ThreadMemberIds.Contains(SandboxWorld.BotId))
            json["member"] = ThreadMemberJson(thread, SandboxWorld.BotId);
        return json;
    }

    public static JsonObject ThreadMemberJson(Channel thread, string user) => new()
    {
        ["id"] = thread.Id,
        ["user_id"] = user,
        ["join_timestamp"] = thread.CreatedAt.Written(),
        ["flags"] = 1,
    };

    private static JsonObject DirectJson(SandboxWorld world, Channel channel) => new()
    {
        ["id"] = channel.Id,
        ["type"] = channel.Type,
        ["flags"] = 0,
        ["last_message_id"] = channel.LastMessageId,
        ["recipients"] = new JsonArray(world.GetPerson(channel.RecipientId!).ToJson()),
    };
}
