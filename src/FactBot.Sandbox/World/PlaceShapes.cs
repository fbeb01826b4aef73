using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.World;

/// <summary>Writes channels, threads and guilds as Discord's JSON.</summary>
internal static class PlaceShapes
{
    public static JsonObject ToJson(this SandboxWorld world, Channel channel) =>
        channel.RecipientId is not null ? DirectJson(world, channel)
        : channel.IsThread ? ThreadJson(channel)
        : TextJson(channel);

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
            ["emojis"] = new JsonArray(),
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
            c => c is { IsThread: true, Archived: false }).Select(world.ToJson).ToJsonArray();
        foreach (var name in (string[])
                 [
                     "voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds",
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

    private static JsonObject TextJson(Channel channel) => new()
    {
        ["id"] = channel.Id,
        ["type"] = channel.Type,
        ["guild_id"] = channel.GuildId,
        ["name"] = channel.Name,
        ["position"] = channel.Position,
        ["flags"] = 0,
        ["topic"] = channel.Topic,
        ["parent_id"] = null,
        ["last_message_id"] = channel.LastMessageId,
        ["nsfw"] = false,
        ["rate_limit_per_user"] = channel.SlowModeSeconds,
        ["permission_overwrites"] = channel.Overwrites.Select(overwrite => new JsonObject
        {
            ["id"] = overwrite.RoleId,
            ["type"] = 0,
            ["allow"] = overwrite.Allow.Written(),
            ["deny"] = overwrite.Deny.Written(),
        }).ToJsonArray(),
    };

    private static JsonObject ThreadJson(Channel thread) => new()
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
        ["total_message_sent"] = thread.MessageCount,
        ["member_count"] = thread.ThreadMemberIds.Count,
        ["thread_metadata"] = new JsonObject
        {
            ["archived"] = thread.Archived,
            ["archive_timestamp"] = thread.ArchiveChangedAt.Written(),
            ["auto_archive_duration"] = thread.AutoArchiveMinutes,
            ["locked"] = thread.Locked,
            ["create_timestamp"] = thread.CreatedAt.Written(),
        },
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
