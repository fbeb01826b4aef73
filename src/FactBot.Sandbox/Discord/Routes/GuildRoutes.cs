using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>The bot itself, the gateway's address, and guilds with their channels, roles and members.</summary>
internal sealed class GuildRoutes(SandboxWorld world, PretendGateway gateway, Attachments attachments)
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
        routes.Map("GET", "applications/@me", _ => RestAnswer.Ok(ApplicationJson()));
        routes.Map("GET", "oauth2/applications/@me", _ => RestAnswer.Ok(ApplicationJson()));
        routes.Map("GET", "users/@me/guilds", _ => RestAnswer.Ok(
            world.State.Guilds.Where(guild => guild.HasBot).Select(MineJson).ToJsonArray()));
        routes.Map(
            "GET", "guilds/{guild}", call => RestAnswer.Ok(CountedJson(world.GetGuildOfBot(call["guild"]), call)));
        routes.Map("GET", "guilds/{guild}/channels", ListChannels);
        routes.Map("POST", "guilds/{guild}/channels", CreateChannel);
        routes.Map("POST", "guilds/{guild}/roles", CreateRole);
        routes.Map("GET", "guilds/{guild}/roles", call =>
            RestAnswer.Ok(world.GetGuildOfBot(call["guild"]).Roles.Select(role => role.ToJson()).ToJsonArray()));
        routes.Map("GET", "guilds/{guild}/roles/{role}", GetRole);
        routes.Map("GET", "guilds/{guild}/members/{user}", GetMember);
    }

    private string GatewayUrl =>
        new UriBuilder(attachments.Address) { Scheme = "ws", Path = "/gateway" }.Uri.AbsoluteUri;

    private RestAnswer ListChannels(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        return RestAnswer.Ok(world.State.Channels
            .Where(channel => channel.GuildId == guild.Id && !channel.IsThread)
            .Select(world.ToJson).ToJsonArray());
    }

    private RestAnswer CreateChannel(RestCall call)
    {
        var guild = GetGuildToChange(call, Permission.ManageChannels);
        var body = call.ReadObject();
        var errors = new FormErrors();
        if (body.Text("name") is { } name)
            errors.Length("name", name, 1, 100);
        else
            errors.Required("name");
        errors.Length("topic", body.Text("topic"), 0, 1024);
        errors.ThrowIfAny();
        var channel = new Channel
        {
            Id = world.NextId(),
            Type = 0,
            GuildId = guild.Id,
            // Discord writes the names of text channels this way.
            Name = body.Text("name")!.Trim().Replace(' ', '-').ToLowerInvariant(),
            Position = world.State.Channels.Count(other => other.GuildId == guild.Id && !other.IsThread),
            Topic = body.Text("topic"),
            CreatedAt = world.Clock.GetUtcNow(),
        };
        world.State.Channels.Add(channel);
        gateway.Tell("CHANNEL_CREATE", world.ToJson(channel), guild.Id);
        return RestAnswer.Created(world.ToJson(channel));
    }

    private RestAnswer CreateRole(RestCall call)
    {
        var guild = GetGuildToChange(call, Permission.ManageRoles);
        var body = call.ReadObject();
        var errors = new FormErrors();
        errors.Length("name", body.Text("name") ?? "new role", 1, 100);
        errors.ThrowIfAny();
        var granted = body.Member("permissions").AsWritten() is { } written
            ? (Permission)ulong.Parse(written, CultureInfo.InvariantCulture)
            : guild.Roles[0].Permissions;
        var role = new Role(world.NextId(), body.Text("name") ?? "new role", granted, 1);
        guild.Roles.Add(role);
        gateway.Tell("GUILD_ROLE_CREATE", new JsonObject { ["guild_id"] = guild.Id, ["role"] = role.ToJson() }, guild.Id);
        return RestAnswer.Ok(role.ToJson());
    }

    private Guild GetGuildToChange(RestCall call, Permission needed)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        return PermissionReading.PermissionsOf(guild, SandboxWorld.BotId).HasFlag(needed) ? guild : throw DiscordRefusal.MissingPermissions;
    }

    private RestAnswer GetRole(RestCall call)
    {
        var role = world.GetGuildOfBot(call["guild"]).Roles.Find(role => role.Id == call["role"]);
        return RestAnswer.Ok((role ?? throw DiscordRefusal.UnknownRole).ToJson());
    }

    private RestAnswer GetMember(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        var person = world.FindPerson(call["user"]) ?? throw DiscordRefusal.UnknownUser;
        var member = guild.FindMember(person.Id) ?? throw DiscordRefusal.UnknownMember;
        return RestAnswer.Ok(member.ToJson(person));
    }

    private JsonObject CountedJson(Guild guild, RestCall call)
    {
        var json = world.ToJson(guild);
        if (call.Query["with_counts"] == "true")
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

    private JsonObject ApplicationJson() => new()
    {
        ["id"] = SandboxWorld.ApplicationId,
        ["name"] = "FactBot",
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = world.GetPerson(SandboxWorld.BotId).ToJson(),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["owner"] = world.State.People.First(person => !person.Bot).ToJson(),
        ["approximate_guild_count"] = world.State.Guilds.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
        ["eligible_oauth2_scopes"] = new JsonArray("applications.commands", "bot"),
    };
}
