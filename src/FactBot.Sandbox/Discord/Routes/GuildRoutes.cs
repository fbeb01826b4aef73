using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>The bot itself, the gateway's address, and guilds with their channels, roles and members.</summary>
internal sealed class GuildRoutes(SandboxWorld world, PretendGateway gateway, AuditLog log, Attachments attachments)
{
    public void Map(RestRoutes routes)
    {
        routes.MapOpen("GET", "gateway", _ => RestAnswer.Ok(new JsonObject { ["url"] = GatewayUrl }));
        routes.Map("GET", "gateway/bot", _ => RestAnswer.Ok(new JsonObject
        {
            ["url"] = GatewayUrl,
            ["shards"] = gateway.Shards,
            ["session_start_limit"] = gateway.Budget.ToJson(),
        }));
        routes.Map("GET", "users/@me", _ => RestAnswer.Ok(world.GetPerson(SandboxWorld.BotId).ToOwnJson()));
        routes.Map("GET", "users/{user}", call =>
            RestAnswer.Ok((world.FindPerson(call["user"]) ?? throw DiscordRefusal.UnknownUser).ToJson()));
        routes.Map("PATCH", "users/@me", ChangeSelf);
        routes.Map("DELETE", "users/@me/guilds/{guild}", Leave);
        routes.Map("PATCH", "guilds/{guild}", Change);
        routes.Map("GET", "guilds/{guild}/preview", call => RestAnswer.Ok(PreviewJson(world.GetGuildOfBot(call["guild"]))));
        routes.Map("GET", "guilds/{guild}/audit-logs", call => RestAnswer.Ok(log.Read(
            world.GetGuildOfBot(call["guild"], Permission.ViewAuditLog), call.Query, call.Limit(50, 1, 100))));
        routes.Map("GET", "guilds/{guild}/integrations", call => Empty(call, Permission.ManageGuild));
        routes.Map("GET", "guilds/{guild}/stickers", call => Empty(call, Permission.None));
        routes.Map("GET", "guilds/{guild}/regions", call => Empty(call, Permission.None));
        routes.Map("GET", "users/@me/guilds", _ => RestAnswer.Ok(
            world.State.Guilds.Where(guild => guild.HasBot).Select(MineJson).ToJsonArray()));
        routes.Map(
            "GET", "guilds/{guild}", call => RestAnswer.Ok(CountedJson(world.GetGuildOfBot(call["guild"]), call)));
    }

    private string GatewayUrl =>
        new UriBuilder(attachments.Address) { Scheme = "ws", Path = "/gateway" }.Uri.AbsoluteUri;

    private RestAnswer Empty(RestCall call, Permission needed)
    {
        world.GetGuildOfBot(call["guild"], needed);
        return RestAnswer.Ok(new JsonArray());
    }

    private RestAnswer ChangeSelf(RestCall call)
    {
        var body = call.ReadObject();
        var bot = world.GetPerson(SandboxWorld.BotId);
        var errors = new FormErrors();
        errors.Length("username", body.Text("username") ?? bot.Name, 2, 32);
        errors.ThrowIfAny();
        var renamed = bot with { Name = body.Text("username") ?? bot.Name };
        world.State.People[world.State.People.IndexOf(bot)] = renamed;
        gateway.Tell("USER_UPDATE", renamed.ToOwnJson(), guildId: null, Intent.Always);
        return RestAnswer.Ok(renamed.ToOwnJson());
    }

    private RestAnswer Leave(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        gateway.Tell("GUILD_DELETE", new JsonObject { ["id"] = guild.Id }, guild.Id);
        guild.Members.RemoveAll(member => member.UserId == SandboxWorld.BotId);
        guild.Roles.RemoveAll(role => role.BotId is not null);
        return RestAnswer.NoContent;
    }

    private RestAnswer Change(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"], Permission.ManageGuild);
        var name = call.ReadObject().Text("name") ?? guild.Name;
        var errors = new FormErrors();
        errors.Length("name", name, 2, 100);
        errors.ThrowIfAny();
        guild.Name = name;
        gateway.Tell("GUILD_UPDATE", world.ToJson(guild), guild.Id);
        log.Add(guild.Id, 1, guild.Id, call.Reason);
        return RestAnswer.Ok(world.ToJson(guild));
    }

    private static JsonObject PreviewJson(Guild guild) => new()
    {
        ["id"] = guild.Id,
        ["name"] = guild.Name,
        ["icon"] = null,
        ["description"] = null,
        ["home_header"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["features"] = new JsonArray(),
        ["approximate_member_count"] = guild.Members.Count,
        ["approximate_presence_count"] = guild.Members.Count,
        ["emojis"] = guild.Emojis.Select(emoji => emoji.DeepClone()).ToJsonArray(),
        ["stickers"] = new JsonArray(),
    };

    private JsonObject CountedJson(Guild guild, RestCall call)
    {
        var json = world.ToJson(guild);
        if (call.Asks("with_counts"))
        {
            json["approximate_member_count"] = guild.Members.Count;
            json["approximate_presence_count"] = guild.Members.Count;
        }

        return json;
    }

    private static JsonObject MineJson(Guild guild) => new()
    {
        ["id"] = guild.Id,
        ["name"] = guild.Name,
        ["icon"] = null,
        ["banner"] = null,
        ["owner"] = false,
        ["permissions"] = PermissionReading.PermissionsOf(guild, SandboxWorld.BotId).Written(),
        ["features"] = new JsonArray(),
    };
}
