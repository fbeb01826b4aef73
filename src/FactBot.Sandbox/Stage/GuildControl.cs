using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.People;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Stage;

/// <summary>Adds guilds, controls whether the bot is in them, and changes what roles may do.</summary>
internal sealed class GuildControl(SandboxWorld world, PretendGateway gateway)
{
    /// <summary>Adds a guild with the same people and roles; its channels begin with the first word of its name.</summary>
    public JsonNode AddGuild(JsonObject order)
    {
        var name = order.Text("name")?.Trim();
        if (string.IsNullOrEmpty(name))
            throw PeopleRefusal.NotPossible("A guild needs a name.");
        lock (world.Gate)
        {
            if (world.State.Guilds.Exists(guild => string.Equals(guild.Name, name, StringComparison.OrdinalIgnoreCase)))
                throw PeopleRefusal.NotPossible($"There is a guild '{name}' already.");
            var prefix = name.Split(' ')[0].ToLowerInvariant() + "-";
            var guild = OpeningWorld.AddGuild(world.State, name, prefix, world.Clock.GetUtcNow(), world.NextId);
            gateway.Tell("GUILD_CREATE", world.ToJoinJson(guild), guild.Id);
            world.TellChanged();
            return ToJson(guild);
        }
    }

    /// <summary>Begins an outage of a guild, kicks the bot from it, or restores either.</summary>
    public JsonNode SetPresence(JsonObject order)
    {
        lock (world.Gate)
        {
            var guild = world.GetGuildNamed(order.Text("guild"));
            switch (order.Text("state"))
            {
                case "outage":
                    gateway.Tell("GUILD_DELETE", guild.ToUnavailableJson(), guild.Id);
                    guild.IsUnavailable = true;
                    break;
                case "kicked":
                    gateway.Tell("GUILD_DELETE", new JsonObject { ["id"] = guild.Id }, guild.Id);
                    guild.Members.RemoveAll(member => member.UserId == SandboxWorld.BotId);
                    guild.Roles.RemoveAll(role => role.BotId is not null);
                    break;
                case "here":
                    BringBack(guild);
                    break;
                default:
                    throw PeopleRefusal.NotPossible("'state' is one of outage, kicked and here.");
            }

            world.TellChanged();
            return new JsonObject { ["guild"] = guild.Name, ["state"] = order.Text("state") };
        }
    }

    public JsonObject ToJson(Guild guild) => new()
    {
        ["id"] = guild.Id,
        ["name"] = guild.Name,
        ["channels"] = world.State.Channels.Where(channel => channel.GuildId == guild.Id && !channel.IsThread)
            .Select(world.ToJson).ToJsonArray(),
        ["roles"] = guild.Roles.Select(role => role.ToJson()).ToJsonArray(),
    };

    /// <summary>
    /// Sets a channel's overwrite for a role, or removes it if neither allow nor deny is given. Without a channel, changes what
    /// the role may do in its guild.
    /// </summary>
    public JsonNode SetPermissions(JsonObject order)
    {
        lock (world.Gate)
        {
            if (string.IsNullOrEmpty(order.Text("channel")))
                return SetRolePermissions(order);
            var channel = world.GetChannelNamed(order.Text("channel"), world.GetGuildNamed(order.Text("guild")));
            if (world.FindGuild(channel.GuildId) is not { } guild || channel.IsThread)
                throw PeopleRefusal.NotPossible("Only a text channel of a guild has permissions of its own.");
            var role = Lookup.GetRoleNamed(guild, order.Text("role"));
            var overwrite = new Overwrite(role.Id, ReadAll(order, "allow"), ReadAll(order, "deny"));
            channel.Overwrites.RemoveAll(old => old.TargetId == role.Id);
            if (overwrite is not { Allow: Permission.None, Deny: Permission.None })
                channel.Overwrites.Add(overwrite);
            gateway.Tell("CHANNEL_UPDATE", world.ToJson(channel), guild.Id);
            world.TellChanged();
            return world.ToJson(channel);
        }
    }

    private JsonObject SetRolePermissions(JsonObject order)
    {
        var guild = world.GetGuildNamed(order.Text("guild"));
        var role = Lookup.GetRoleNamed(guild, order.Text("role"));
        var changed = role with { Permissions = (role.Permissions | ReadAll(order, "allow")) & ~ReadAll(order, "deny") };
        guild.Roles[guild.Roles.IndexOf(role)] = changed;
        gateway.Tell("GUILD_ROLE_UPDATE", new JsonObject { ["guild_id"] = guild.Id, ["role"] = changed.ToJson() }, guild.Id);
        world.TellChanged();
        return changed.ToJson();
    }

    private void BringBack(Guild guild)
    {
        if (!guild.IsUnavailable && guild.HasBot)
            return;
        guild.IsUnavailable = false;
        var isJoin = !guild.HasBot;
        if (isJoin)
            OpeningWorld.Invite(guild, world.Clock.GetUtcNow(), world.NextId);
        gateway.Tell("GUILD_CREATE", isJoin ? world.ToJoinJson(guild) : world.ToEventJson(guild), guild.Id);
    }

    private static Permission ReadAll(JsonObject order, string name) =>
        (order.List(name) ?? []).Aggregate(Permission.None, (sum, one) => sum | Read(one.AsText()));

    private static Permission Read(string? name) =>
        Enum.TryParse<Permission>(
            name?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var permission)
            ? permission
            : throw PeopleRefusal.NotPossible(
                $"There is no permission '{name}'; they are written as in SEND_MESSAGES.");
}
