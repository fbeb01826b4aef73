using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>A guild's members: who they are, their roles and names, timeouts, kicks and bans.</summary>
/// <remarks>https://docs.discord.com/developers/resources/guild#modify-guild-member</remarks>
internal sealed class MemberRoutes(SandboxWorld world, PretendGateway gateway, AuditLog log)
{
    public void Map(RestRoutes routes)
    {
        routes.Map("GET", "guilds/{guild}/members", List);
        routes.Map("GET", "guilds/{guild}/members/search", Search);
        routes.Map("PATCH", "guilds/{guild}/members/@me", ChangeSelf);
        routes.Map("GET", "guilds/{guild}/members/{user}", call => RestAnswer.Ok(ToJson(GetMember(GetGuild(call), call))));
        routes.Map("PATCH", "guilds/{guild}/members/{user}", Change);
        routes.Map("DELETE", "guilds/{guild}/members/{user}", Kick);
        routes.Map("PUT", "guilds/{guild}/members/{user}/roles/{role}", call => SetRole(call, has: true));
        routes.Map("DELETE", "guilds/{guild}/members/{user}/roles/{role}", call => SetRole(call, has: false));
        routes.Map("GET", "guilds/{guild}/bans", ListBans);
        routes.Map("GET", "guilds/{guild}/bans/{user}", GetBan);
        routes.Map("PUT", "guilds/{guild}/bans/{user}", Ban);
        routes.Map("DELETE", "guilds/{guild}/bans/{user}", Unban);
    }

    private RestAnswer List(RestCall call)
    {
        // The list of everybody is for applications with the privileged intent.
        if ((world.State.Application.Flags & ApplicationSettings.Members) == 0)
            throw DiscordRefusal.MissingAccess;
        var after = Snowflake.Read(call.Query["after"]);
        return RestAnswer.Ok(GetGuild(call).Members.OrderBy(member => Snowflake.Read(member.UserId))
            .Where(member => Snowflake.Read(member.UserId) > after).Take(call.Limit(1, 1, 1000))
            .Select(ToJson).ToJsonArray());
    }

    private RestAnswer Search(RestCall call)
    {
        var query = call.Query["query"].ToString();
        var errors = new FormErrors();
        errors.Length("query", query, 1, 100);
        errors.ThrowIfAny();
        return RestAnswer.Ok(GetGuild(call).Members.Where(member =>
                (member.Nick ?? "").StartsWith(query, StringComparison.OrdinalIgnoreCase)
                || world.GetPerson(member.UserId).Name.StartsWith(query, StringComparison.OrdinalIgnoreCase))
            .Take(call.Limit(1, 1, 1000)).Select(ToJson).ToJsonArray());
    }

    private RestAnswer ChangeSelf(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"], Permission.ChangeNickname);
        var member = guild.FindMember(SandboxWorld.BotId)!;
        SetNick(member, call.ReadObject());
        TellChanged(guild, member);
        return RestAnswer.Ok(ToJson(member));
    }

    private RestAnswer Change(RestCall call)
    {
        var guild = GetGuild(call);
        var member = GetMember(guild, call);
        var body = call.ReadObject();
        var before = ToJson(member);
        if (body.Has("nick"))
            Need(guild, member, Permission.ManageNicknames);
        if (body.Has("roles"))
            SetRoles(guild, member, [.. (body.List("roles") ?? []).Select(id => id.AsWritten() ?? "")]);
        if (body.Has("communication_disabled_until"))
            SetTimeout(guild, member, body.Text("communication_disabled_until"));
        SetNick(member, body);
        member.Mute = body.Flag("mute") ?? member.Mute;
        member.Deaf = body.Flag("deaf") ?? member.Deaf;
        TellChanged(guild, member);
        log.Add(guild.Id, body.Has("roles") ? 25 : 24, member.UserId, call.Reason, before, ToJson(member));
        return RestAnswer.Ok(ToJson(member));
    }

    private RestAnswer SetRole(RestCall call, bool has)
    {
        var guild = GetGuild(call);
        var member = GetMember(guild, call);
        List<string> roles = [.. member.RoleIds.Where(id => id != call["role"])];
        if (has)
            roles.Add(call["role"]);
        SetRoles(guild, member, roles, call["role"]);
        TellChanged(guild, member);
        var role = guild.Roles.Find(one => one.Id == call["role"])!;
        var change = new JsonObject
        {
            [has ? "$add" : "$remove"] = new JsonArray(new JsonObject { ["id"] = role.Id, ["name"] = role.Name }),
        };
        log.Add(guild.Id, 25, member.UserId, call.Reason, after: change);
        return RestAnswer.NoContent;
    }

    private RestAnswer Kick(RestCall call)
    {
        var guild = GetGuild(call);
        var member = GetMember(guild, call);
        Need(guild, member, Permission.KickMembers);
        Remove(guild, member);
        log.Add(guild.Id, 20, member.UserId, call.Reason);
        return RestAnswer.NoContent;
    }

    private RestAnswer ListBans(RestCall call) => RestAnswer.Ok(
        world.GetGuildOfBot(call["guild"], Permission.BanMembers).Bans
            .Take(call.Limit(1000, 1, 1000)).Select(ban => ban.DeepClone()).ToJsonArray());

    private RestAnswer GetBan(RestCall call) => RestAnswer.Ok(
        FindBan(world.GetGuildOfBot(call["guild"], Permission.BanMembers), call).DeepClone());

    private RestAnswer Ban(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"], Permission.BanMembers);
        var person = world.FindPerson(call["user"]) ?? throw DiscordRefusal.UnknownUser;
        if (guild.FindMember(person.Id) is { } member)
        {
            Need(guild, member, Permission.BanMembers);
            Remove(guild, member);
        }

        if (!guild.Bans.Exists(ban => ban.Map("user").Text("id") == person.Id))
            guild.Bans.Add(new JsonObject { ["user"] = person.ToJson(), ["reason"] = call.Reason });
        Tell("GUILD_BAN_ADD", guild, person, Intent.GuildModeration);
        log.Add(guild.Id, 22, person.Id, call.Reason);
        return RestAnswer.NoContent;
    }

    private RestAnswer Unban(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"], Permission.BanMembers);
        guild.Bans.Remove(FindBan(guild, call));
        Tell("GUILD_BAN_REMOVE", guild, world.GetPerson(call["user"]), Intent.GuildModeration);
        log.Add(guild.Id, 23, call["user"], call.Reason);
        return RestAnswer.NoContent;
    }

    private static JsonObject FindBan(Guild guild, RestCall call) =>
        guild.Bans.Find(ban => ban.Map("user").Text("id") == call["user"]) ?? throw DiscordRefusal.UnknownBan;

    private Guild GetGuild(RestCall call) => world.GetGuildOfBot(call["guild"]);

    private Member GetMember(Guild guild, RestCall call)
    {
        var person = world.FindPerson(call["user"]) ?? throw DiscordRefusal.UnknownUser;
        return guild.FindMember(person.Id) ?? throw DiscordRefusal.UnknownMember;
    }

    private JsonObject ToJson(Member member) => member.ToJson(world.GetPerson(member.UserId));

    private static void SetNick(Member member, JsonObject body)
    {
        if (!body.Has("nick"))
            return;
        var errors = new FormErrors();
        errors.Length("nick", body.Text("nick"), 0, 32);
        errors.ThrowIfAny();
        member.Nick = string.IsNullOrEmpty(body.Text("nick")) ? null : body.Text("nick");
    }

    // The bot gives and takes only roles below its own highest, and none that belongs to an app.
    private static void SetRoles(Guild guild, Member member, List<string> roles, string? named = null)
    {
        if (!PermissionReading.PermissionsOf(guild, SandboxWorld.BotId).HasFlag(Permission.ManageRoles))
            throw DiscordRefusal.MissingPermissions;
        var changed = roles.Except(member.RoleIds).Concat(member.RoleIds.Except(roles)).Append(named).OfType<string>();
        foreach (var id in changed.Distinct())
        {
            var role = guild.Roles.Find(one => one.Id == id && id != guild.Id) ?? throw DiscordRefusal.UnknownRole;
            if (role.BotId is not null || role.Position >= guild.HighestRoleOf(SandboxWorld.BotId))
                throw DiscordRefusal.MissingPermissions;
        }

        member.RoleIds.Clear();
        member.RoleIds.AddRange(roles.Distinct());
    }

    private void SetTimeout(Guild guild, Member member, string? until)
    {
        Need(guild, member, Permission.ModerateMembers);
        var errors = new FormErrors();
        var end = DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, out var time) ? time : (DateTimeOffset?)null;
        if (until is not null && end is null)
            errors.Add("communication_disabled_until", "DATE_TIME_TYPE_PARSE", "Could not parse the date and time. Should be ISO8601");
        else if (end - world.Clock.GetUtcNow() > TimeSpan.FromDays(28))
            errors.Add("communication_disabled_until", "DATETIME_TYPE_MAX", "Cannot time a member out for more than 28 days");
        errors.ThrowIfAny();
        member.TimeoutUntil = end;
    }

    // The owner, and whoever stands as high as the bot, is out of its reach.
    private static void Need(Guild guild, Member member, Permission needed)
    {
        var isOutOfReach = member.UserId != SandboxWorld.BotId && (member.UserId == guild.OwnerId
            || guild.HighestRoleOf(member.UserId) >= guild.HighestRoleOf(SandboxWorld.BotId));
        if (isOutOfReach || !PermissionReading.PermissionsOf(guild, SandboxWorld.BotId).HasFlag(needed))
            throw DiscordRefusal.MissingPermissions;
    }

    private void Remove(Guild guild, Member member)
    {
        guild.Members.Remove(member);
        Tell("GUILD_MEMBER_REMOVE", guild, world.GetPerson(member.UserId), Intent.GuildMembers);
    }

    private void TellChanged(Guild guild, Member member) => gateway.TellMember("GUILD_MEMBER_UPDATE", guild, member);

    private void Tell(string type, Guild guild, Person person, long intent) => gateway.Tell(
        type, new JsonObject { ["guild_id"] = guild.Id, ["user"] = person.ToJson() }, guild.Id, intent);
}
