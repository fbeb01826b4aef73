using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>A guild's roles. The bot changes only those below its own highest, and grants only what it may do itself.</summary>
/// <remarks>https://docs.discord.com/developers/resources/guild#create-guild-role</remarks>
internal sealed class RoleRoutes(SandboxWorld world, PretendGateway gateway, AuditLog log)
{
    public void Map(RestRoutes routes)
    {
        routes.Map("GET", "guilds/{guild}/roles", call =>
            RestAnswer.Ok(world.GetGuildOfBot(call["guild"]).Roles.Select(role => role.ToJson()).ToJsonArray()));
        routes.Map("GET", "guilds/{guild}/roles/member-counts", Count);
        routes.Map("GET", "guilds/{guild}/roles/{role}", call => RestAnswer.Ok(
            GetRole(world.GetGuildOfBot(call["guild"]), call["role"]).ToJson()));
        routes.Map("POST", "guilds/{guild}/roles", Create);
        routes.Map("PATCH", "guilds/{guild}/roles", Move);
        routes.Map("PATCH", "guilds/{guild}/roles/{role}", Change);
        routes.Map("DELETE", "guilds/{guild}/roles/{role}", Delete);
    }

    private RestAnswer Create(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"], Permission.ManageRoles);
        var fresh = new Role(world.NextId(), "new role", guild.Roles[0].Permissions, 1) { Mentionable = false };
        var role = Read(fresh, call.ReadObject(), guild);
        guild.Roles.Add(role);
        Tell("GUILD_ROLE_CREATE", guild, role);
        log.Add(guild.Id, 30, role.Id, call.Reason, after: role.ToJson());
        return RestAnswer.Ok(role.ToJson());
    }

    private RestAnswer Change(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"], Permission.ManageRoles);
        var role = GetRoleBelow(guild, call["role"]);
        var changed = Read(role, call.ReadObject(), guild);
        guild.Roles[guild.Roles.IndexOf(role)] = changed;
        Tell("GUILD_ROLE_UPDATE", guild, changed);
        log.Add(guild.Id, 31, role.Id, call.Reason, role.ToJson(), changed.ToJson());
        return RestAnswer.Ok(changed.ToJson());
    }

    private RestAnswer Move(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"], Permission.ManageRoles);
        foreach (var move in call.ReadList().OfType<JsonObject>())
        {
            var role = GetRoleBelow(guild, move.Member("id").AsWritten() ?? "");
            var moved = role with { Position = (int)(move.Number("position") ?? role.Position) };
            guild.Roles[guild.Roles.IndexOf(role)] = moved;
            Tell("GUILD_ROLE_UPDATE", guild, moved);
        }

        return RestAnswer.Ok(guild.Roles.Select(role => role.ToJson()).ToJsonArray());
    }

    private RestAnswer Delete(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"], Permission.ManageRoles);
        var role = GetRoleBelow(guild, call["role"]);
        if (role.Id == guild.Id || role.BotId is not null)
            throw DiscordRefusal.InvalidRole;
        guild.Roles.Remove(role);
        guild.Members.ForEach(member => member.RoleIds.Remove(role.Id));
        foreach (var channel in world.State.Channels.Where(channel => channel.GuildId == guild.Id))
            channel.Overwrites.RemoveAll(overwrite => overwrite.TargetId == role.Id);
        gateway.Tell("GUILD_ROLE_DELETE", new JsonObject { ["guild_id"] = guild.Id, ["role_id"] = role.Id }, guild.Id);
        log.Add(guild.Id, 32, role.Id, call.Reason, role.ToJson());
        return RestAnswer.NoContent;
    }

    private RestAnswer Count(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        return RestAnswer.Ok(new JsonObject(guild.Roles.Where(role => role.Id != guild.Id).Select(role => KeyValuePair.Create(
            role.Id, (JsonNode?)guild.Members.Count(member => member.RoleIds.Contains(role.Id))))));
    }

    private static Role Read(Role role, JsonObject body, Guild guild)
    {
        var errors = new FormErrors();
        errors.Length("name", body.Text("name") ?? role.Name, 1, 100);
        var color = body.Map("colors").Number("primary_color") ?? body.Number("color") ?? role.Color;
        errors.Range("color", color, 0, 0xFFFFFF);
        var permissions = body.ReadPermissions("permissions", errors) ?? role.Permissions;
        errors.ThrowIfAny();
        var own = PermissionReading.PermissionsOf(guild, SandboxWorld.BotId);
        return (permissions & ~role.Permissions & ~own) != 0
            ? throw DiscordRefusal.MissingPermissions
            : role with
            {
                Name = body.Text("name") ?? role.Name,
                Color = (int)color,
                Permissions = permissions,
                Hoist = body.Flag("hoist") ?? role.Hoist,
                Mentionable = body.Flag("mentionable") ?? role.Mentionable,
                UnicodeEmoji = body.Has("unicode_emoji") ? body.Text("unicode_emoji") : role.UnicodeEmoji,
            };
    }

    private static Role GetRole(Guild guild, string id) =>
        guild.Roles.Find(role => role.Id == id) ?? throw DiscordRefusal.UnknownRole;

    private static Role GetRoleBelow(Guild guild, string id)
    {
        var role = GetRole(guild, id);
        return role.Position < guild.HighestRoleOf(SandboxWorld.BotId) ? role : throw DiscordRefusal.MissingPermissions;
    }

    private void Tell(string type, Guild guild, Role role) =>
        gateway.Tell(type, new JsonObject { ["guild_id"] = guild.Id, ["role"] = role.ToJson() }, guild.Id);
}
