using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>What a guild's channels may be, and which settings each type has.</summary>
/// <remarks>https://docs.discord.com/developers/resources/channel#channel-object-channel-types</remarks>
internal static class ChannelRules
{
    private static readonly long[] Types = [0, 2, 4, 5, 13, 15, 16];

    public static readonly long[] ArchiveDurations = [60, 1440, 4320, 10080];

    /// <summary>Checks the members of a body that creates or changes a channel of this type.</summary>
    public static void Check(JsonObject body, long type, bool isNew, FormErrors errors)
    {
        if (!Types.Contains(type))
            errors.Choice("type", string.Join(", ", Types));
        if (isNew || body.Has("name"))
            errors.Length("name", body.Text("name"), 1, 100);
        errors.Length("topic", body.Text("topic"), 0, type is 15 or 16 ? 4096 : 1024);
        errors.Range("rate_limit_per_user", body.Number("rate_limit_per_user"), 0, 21600);
        errors.Range("default_thread_rate_limit_per_user", body.Number("default_thread_rate_limit_per_user"), 0, 21600);
        errors.Range("bitrate", body.Number("bitrate"), 8000, 96000);
        errors.Range("user_limit", body.Number("user_limit"), 0, type == 13 ? 10_000 : 99);
        if (body.Number("default_auto_archive_duration") is { } minutes && !ArchiveDurations.Contains(minutes))
            errors.Choice("default_auto_archive_duration", "60, 1440, 4320, 10080");
        errors.Count("available_tags", body.List("available_tags")?.Count ?? 0, 0, 20);
        foreach (var (index, tag) in body.Maps("available_tags").Index())
            errors.Length($"available_tags.{index}.name", tag.Text("name"), 1, 20);
    }

    /// <summary>Returns the overwrites a body lists, with their permissions checked.</summary>
    public static List<Overwrite> ReadOverwrites(JsonObject body, Guild guild, FormErrors errors) =>
        [.. body.Maps("permission_overwrites").Index().Select(pair =>
            ReadOverwrite(pair.Item, pair.Item.Member("id").AsWritten() ?? "", guild, errors))];

    public static Overwrite ReadOverwrite(JsonObject body, string id, Guild guild, FormErrors errors)
    {
        var isMember = body.Member("type").AsWritten() is { } type
            ? type is "1" or "member"
            : guild.FindMember(id) is not null;
        return new Overwrite(
            id,
            body.ReadPermissions("allow", errors) ?? Permission.None,
            body.ReadPermissions("deny", errors) ?? Permission.None,
            isMember);
    }

    /// <summary>Writes the settings that this type has and the body names, or their defaults for a new channel.</summary>
    public static void Set(JsonObject settings, JsonObject body, int type, bool isNew, Func<string> nextId)
    {
        foreach (var (name, initial) in Defaults(type))
        {
            if (body.Member(name) is { } given)
                settings[name] = name == "available_tags" ? Tags(given.AsArray(), nextId) : given.DeepClone();
            else if (isNew || body.Has(name))
                settings[name] = initial;
        }
    }

    private static Dictionary<string, JsonNode?> Defaults(int type)
    {
        var all = new Dictionary<string, JsonNode?>();
        if (type != 4)
            all["nsfw"] = false;
        if (type is 0 or 5 or 15 or 16)
            all["default_auto_archive_duration"] = 4320;
        if (type is 2 or 13)
        {
            all["bitrate"] = 64000;
            all["user_limit"] = type == 13 ? 10_000 : 0;
            all["rtc_region"] = null;
            all["video_quality_mode"] = 1;
        }

        if (type is 15 or 16)
        {
            all["available_tags"] = new JsonArray();
            all["default_reaction_emoji"] = null;
            all["default_sort_order"] = null;
            all["default_thread_rate_limit_per_user"] = 0;
            all["flags"] = 0;
        }

        if (type == 15)
            all["default_forum_layout"] = 0;
        return all;
    }

    private static JsonArray Tags(JsonArray given, Func<string> nextId) => given.OfType<JsonObject>()
        .Select(tag => new JsonObject
        {
            ["id"] = tag.Member("id").AsWritten() ?? nextId(),
            ["name"] = tag.Text("name"),
            ["moderated"] = tag.Flag("moderated") ?? false,
            ["emoji_id"] = tag.Member("emoji_id").AsWritten(),
            ["emoji_name"] = tag.Text("emoji_name"),
        }).ToJsonArray();
}
