using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.World;

/// <summary>Writes users, members, roles and messages as Discord's JSON.</summary>
internal static class Shapes
{
    public const string Locale = "en-US";

    public static string Written(this DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public static JsonObject ToJson(this Person person)
    {
        var json = new JsonObject
        {
            ["id"] = person.Id,
            ["username"] = person.Bot ? person.Name : person.Name.ToLowerInvariant(),
            ["global_name"] = person.Bot ? null : person.Name,
            ["discriminator"] = person.Bot ? "0042" : "0",
            ["avatar"] = null,
            ["avatar_decoration_data"] = null,
            ["banner"] = null,
            ["accent_color"] = null,
            ["collectibles"] = null,
            ["primary_guild"] = null,
            ["public_flags"] = 0,
            ["flags"] = 0,
        };
        if (person.Bot)
            json["bot"] = true;
        return json;
    }

    /// <summary>Returns the bot's own account, as only the bot sees it.</summary>
    public static JsonObject ToOwnJson(this Person bot)
    {
        var json = bot.ToJson();
        json["mfa_enabled"] = true;
        json["locale"] = Locale;
        json["verified"] = true;
        json["email"] = null;
        return json;
    }

    /// <summary>Returns a member; <paramref name="person"/> is omitted where Discord has the user next to it.</summary>
    public static JsonObject ToJson(this Member member, Person? person)
    {
        var json = new JsonObject
        {
            ["avatar"] = null,
            ["avatar_decoration_data"] = null,
            ["banner"] = null,
            ["collectibles"] = null,
            ["communication_disabled_until"] = member.TimeoutUntil?.Written(),
            ["flags"] = 0,
            ["joined_at"] = member.JoinedAt.Written(),
            ["nick"] = member.Nick,
            ["pending"] = false,
            ["premium_since"] = null,
            ["roles"] = member.RoleIds.ToJsonArray(),
            ["mute"] = member.Mute,
            ["deaf"] = member.Deaf,
        };
        if (person is not null)
            json["user"] = person.ToJson();
        return json;
    }

    public static JsonObject ToJson(this Role role)
    {
        var json = new JsonObject
        {
            ["id"] = role.Id,
            ["name"] = role.Name,
            ["permissions"] = role.Permissions.Written(),
            ["position"] = role.Position,
            ["color"] = role.Color,
            ["colors"] = new JsonObject
            {
                ["primary_color"] = role.Color,
                ["secondary_color"] = null,
                ["tertiary_color"] = null,
            },
            ["hoist"] = role.Hoist,
            ["managed"] = role.BotId is not null,
            ["mentionable"] = role.IsMentionable(),
            ["icon"] = null,
            ["unicode_emoji"] = role.UnicodeEmoji,
            ["flags"] = 0,
        };
        if (role.BotId is not null)
            json["tags"] = new JsonObject { ["bot_id"] = role.BotId };
        return json;
    }

    public static bool IsMentionable(this Role role) =>
        role.Mentionable ?? role is { BotId: null, Position: > 0 };
}
