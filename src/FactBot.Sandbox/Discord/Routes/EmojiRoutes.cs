using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Emojis of the application and of guilds. Their pictures are checked for size and forgotten.</summary>
/// <remarks>https://docs.discord.com/developers/resources/emoji</remarks>
internal sealed partial class EmojiRoutes(SandboxWorld world, PretendGateway gateway, AuditLog log)
{
    private const int LargestPicture = 256 * 1024;

    public void Map(RestRoutes routes)
    {
        const string Own = "applications/{application}/emojis";
        routes.Map("GET", Own, _ => RestAnswer.Ok(new JsonObject { ["items"] = Copy(world.State.Emojis) }));
        routes.Map("POST", Own, call => RestAnswer.Created(Add(world.State.Emojis, call)));
        routes.Map("GET", Own + "/{emoji}", call => RestAnswer.Ok(Get(world.State.Emojis, call).DeepClone()));
        routes.Map("PATCH", Own + "/{emoji}", call => RestAnswer.Ok(Rename(world.State.Emojis, call)));
        routes.Map("DELETE", Own + "/{emoji}", call =>
        {
            world.State.Emojis.Remove(Get(world.State.Emojis, call));
            return RestAnswer.NoContent;
        });

        const string Guild = "guilds/{guild}/emojis";
        routes.Map("GET", Guild, call => RestAnswer.Ok(Copy(world.GetGuildOfBot(call["guild"]).Emojis)));
        routes.Map("GET", Guild + "/{emoji}", call => RestAnswer.Ok(
            Get(world.GetGuildOfBot(call["guild"]).Emojis, call).DeepClone()));
        routes.Map("POST", Guild, call => Change(
            call, Permission.CreateGuildExpressions, 60, guild => Add(guild.Emojis, call)) with
        { Status = 201 });
        routes.Map("PATCH", Guild + "/{emoji}", call => Change(
            call, Permission.ManageGuildExpressions, 61, guild => Rename(guild.Emojis, call)));
        routes.Map("DELETE", Guild + "/{emoji}", call =>
        {
            Change(call, Permission.ManageGuildExpressions, 62, guild =>
            {
                var emoji = Get(guild.Emojis, call);
                guild.Emojis.Remove(emoji);
                return emoji;
            });
            return RestAnswer.NoContent;
        });
    }

    private RestAnswer Change(RestCall call, Permission needed, int action, Func<Guild, JsonObject> change)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        var granted = PermissionReading.PermissionsOf(guild, SandboxWorld.BotId);
        if ((granted & (needed | Permission.ManageGuildExpressions)) == 0)
            throw DiscordRefusal.MissingPermissions;
        var emoji = change(guild);
        gateway.Tell(
            "GUILD_EMOJIS_UPDATE",
            new JsonObject { ["guild_id"] = guild.Id, ["emojis"] = Copy(guild.Emojis) },
            guild.Id,
            Intent.GuildExpressions);
        log.Add(guild.Id, action, emoji.Text("id"), call.Reason, after: new JsonObject { ["name"] = emoji.Text("name") });
        return RestAnswer.Ok(emoji);
    }

    private JsonObject Add(List<JsonObject> emojis, RestCall call)
    {
        var body = call.ReadObject();
        var errors = new FormErrors();
        CheckName(body.Text("name"), errors);
        var picture = Picture().Match(body.Text("image") ?? "");
        if (!picture.Success)
            errors.Add("image", "BASE64_TYPE_INVALID", "Invalid image data");
        else if (picture.Groups[2].Length / 4 * 3 > LargestPicture)
            errors.Add("image", "BINARY_TYPE_MAX_SIZE", "File cannot be larger than 256.0 kb.");
        errors.ThrowIfAny();
        var emoji = new JsonObject
        {
            ["id"] = world.NextId(),
            ["name"] = body.Text("name"),
            ["roles"] = new JsonArray(),
            ["user"] = world.GetPerson(SandboxWorld.BotId).ToJson(),
            ["require_colons"] = true,
            ["managed"] = false,
            ["animated"] = picture.Groups[1].Value == "gif",
            ["available"] = true,
        };
        emojis.Add(emoji);
        return emoji.DeepClone().AsObject();
    }

    private static JsonObject Rename(List<JsonObject> emojis, RestCall call)
    {
        var emoji = Get(emojis, call);
        var name = call.ReadObject().Text("name") ?? emoji.Text("name");
        var errors = new FormErrors();
        CheckName(name, errors);
        errors.ThrowIfAny();
        emoji["name"] = name;
        return emoji.DeepClone().AsObject();
    }

    private static void CheckName(string? name, FormErrors errors)
    {
        errors.Length("name", name, 2, 32);
        if (name?.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') == false)
            errors.Add("name", "STRING_TYPE_REGEX", "String value did not match validation regex.");
    }

    private static JsonObject Get(List<JsonObject> emojis, RestCall call) =>
        emojis.Find(emoji => emoji.Text("id") == call["emoji"]) ?? throw DiscordRefusal.UnknownEmoji;

    private static JsonArray Copy(List<JsonObject> emojis) => emojis.Select(emoji => emoji.DeepClone()).ToJsonArray();

    [GeneratedRegex("^data:image/(png|jpe?g|gif|webp|avif);base64,([A-Za-z0-9+/=]+)$")]
    private static partial Regex Picture();
}
