using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord;

/// <summary>A guild's record of what was changed in it, by whom and why. Requires the world's lock.</summary>
/// <remarks>https://docs.discord.com/developers/resources/audit-log</remarks>
internal sealed class AuditLog(SandboxWorld world, PretendGateway gateway)
{
    private const int Most = 1000;

    /// <param name="guildId">The guild.</param>
    /// <param name="action">Discord's number for what was done.</param>
    /// <param name="targetId">What it was done to.</param>
    /// <param name="reason">The <c>X-Audit-Log-Reason</c> of the call.</param>
    /// <param name="before">It before; null if it is new.</param>
    /// <param name="after">It after; null if it is gone.</param>
    /// <param name="options">What some actions tell beside.</param>
    public void Add(
        string guildId,
        int action,
        string? targetId,
        string? reason,
        JsonObject? before = null,
        JsonObject? after = null,
        JsonObject? options = null)
    {
        var guild = world.GetGuild(guildId);
        var entry = new JsonObject
        {
            ["id"] = world.NextId(),
            ["user_id"] = SandboxWorld.BotId,
            ["target_id"] = targetId,
            ["action_type"] = action,
        };
        var changes = Changes(before ?? [], after ?? []);
        if (changes.Count > 0)
            entry["changes"] = changes;
        if (options is not null)
            entry["options"] = options;
        if (!string.IsNullOrEmpty(reason))
            entry["reason"] = reason;
        guild.AuditLog.Add(entry);
        if (guild.AuditLog.Count > Most)
            guild.AuditLog.RemoveAt(0);
        if (!PermissionReading.PermissionsOf(guild, SandboxWorld.BotId).HasFlag(Permission.ViewAuditLog))
            return;
        var data = entry.DeepClone().AsObject();
        data["guild_id"] = guildId;
        gateway.Tell("GUILD_AUDIT_LOG_ENTRY_CREATE", data, guildId, Intent.GuildModeration);
    }

    /// <summary>Returns entries, newest first, that fit the query's <c>user_id</c>, <c>action_type</c>, <c>before</c> and
    /// <c>after</c>.</summary>
    public JsonObject Read(Guild guild, IQueryCollection query, int limit)
    {
        var before = Snowflake.Read(query["before"]);
        var after = Snowflake.Read(query["after"]);
        var entries = guild.AuditLog
            .Where(entry => Fits(entry, query) && Snowflake.Read(entry.Text("id")) > after)
            .Where(entry => before == 0 || Snowflake.Read(entry.Text("id")) < before);
        var json = new JsonObject
        {
            ["audit_log_entries"] = (after > 0 ? entries : entries.Reverse())
                .Take(limit).Select(entry => entry.DeepClone()).ToJsonArray(),
            ["users"] = new JsonArray(world.GetPerson(SandboxWorld.BotId).ToJson()),
        };
        foreach (var name in (string[])
                 [
                     "integrations", "webhooks", "guild_scheduled_events", "threads", "application_commands",
                     "auto_moderation_rules",
                 ])
        {
            json[name] = new JsonArray();
        }

        return json;
    }

    // Lists and maps have names and forms of their own in Discord's log, so only single values are told, but for roles.
    private static JsonArray Changes(JsonObject before, JsonObject after)
    {
        var changes = new JsonArray();
        foreach (var name in before.Concat(after).Select(pair => pair.Key).Distinct().Where(name => name is not ("id" or "guild_id")))
        {
            var (old, now) = (before.Member(name), after.Member(name));
            if (JsonNode.DeepEquals(old, now) || old is JsonObject or JsonArray || (now is JsonObject or JsonArray && name[0] != '$'))
                continue;
            var change = new JsonObject { ["key"] = name };
            if (old is not null)
                change["old_value"] = old.DeepClone();
            if (now is not null)
                change["new_value"] = now.DeepClone();
            changes.Add(change);
        }

        return changes;
    }

    private static bool Fits(JsonObject entry, IQueryCollection query) =>
        (query["user_id"].Count == 0 || query["user_id"] == entry.Text("user_id"))
        && (query["action_type"].Count == 0 || query["action_type"] == entry.Member("action_type").AsWritten());
}
