using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>A guild's scheduled events.</summary>
/// <remarks>https://docs.discord.com/developers/resources/guild-scheduled-event</remarks>
internal sealed class EventRoutes(SandboxWorld world, PretendGateway gateway, AuditLog log)
{
    private static readonly string[] Changeable =
    [
        "name", "description", "channel_id", "scheduled_start_time", "scheduled_end_time", "status", "entity_type",
        "entity_metadata",
    ];

    public void Map(RestRoutes routes)
    {
        const string All = "guilds/{guild}/scheduled-events";
        routes.Map("GET", All, call => RestAnswer.Ok(
            world.GetGuildOfBot(call["guild"]).Events.Select(one => one.DeepClone()).ToJsonArray()));
        routes.Map("POST", All, Create);
        routes.Map("GET", All + "/{event}", call => RestAnswer.Ok(Get(world.GetGuildOfBot(call["guild"]), call).DeepClone()));
        routes.Map("PATCH", All + "/{event}", Change);
        routes.Map("DELETE", All + "/{event}", Delete);
        routes.Map("GET", All + "/{event}/users", call =>
        {
            Get(world.GetGuildOfBot(call["guild"]), call);
            return RestAnswer.Ok(new JsonArray());
        });
    }

    private RestAnswer Create(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"], Permission.CreateEvents);
        var body = call.ReadObject();
        var one = new JsonObject
        {
            ["id"] = world.NextId(),
            ["guild_id"] = guild.Id,
            ["name"] = body.Text("name"),
            ["description"] = body.Text("description"),
            ["channel_id"] = body.Member("channel_id").AsWritten(),
            ["creator_id"] = SandboxWorld.BotId,
            ["creator"] = world.GetPerson(SandboxWorld.BotId).ToJson(),
            ["image"] = null,
            ["scheduled_start_time"] = body.Text("scheduled_start_time"),
            ["scheduled_end_time"] = body.Text("scheduled_end_time"),
            ["status"] = 1,
            ["entity_type"] = body.Number("entity_type"),
            ["entity_id"] = null,
            ["recurrence_rule"] = null,
            ["privacy_level"] = 2,
            ["guild_scheduled_event_exceptions"] = new JsonArray(),
            ["entity_metadata"] = body.Map("entity_metadata")?.DeepClone(),
        };
        Check(one);
        guild.Events.Add(one);
        Tell("GUILD_SCHEDULED_EVENT_CREATE", one);
        log.Add(guild.Id, 100, one.Text("id"), call.Reason, after: one);
        return RestAnswer.Ok(one.DeepClone());
    }

    private RestAnswer Change(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        var one = Get(guild, call);
        Need(guild, one);
        var changed = one.DeepClone().AsObject();
        foreach (var (name, value) in call.ReadObject().Where(pair => Changeable.Contains(pair.Key)))
            changed[name] = value?.DeepClone();
        Check(changed);
        guild.Events[guild.Events.IndexOf(one)] = changed;
        Tell("GUILD_SCHEDULED_EVENT_UPDATE", changed);
        log.Add(guild.Id, 101, one.Text("id"), call.Reason, one, changed);
        return RestAnswer.Ok(changed.DeepClone());
    }

    private RestAnswer Delete(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        var one = Get(guild, call);
        Need(guild, one);
        guild.Events.Remove(one);
        Tell("GUILD_SCHEDULED_EVENT_DELETE", one);
        log.Add(guild.Id, 102, one.Text("id"), call.Reason, one);
        return RestAnswer.NoContent;
    }

    private void Check(JsonObject one)
    {
        var errors = new FormErrors();
        errors.Length("name", one.Text("name"), 1, 100);
        errors.Length("description", one.Text("description"), 0, 1000);
        if (one.Number("entity_type") is not (1 or 2 or 3))
            errors.Choice("entity_type", "1, 2, 3");
        if (!DateTimeOffset.TryParse(one.Text("scheduled_start_time"), CultureInfo.InvariantCulture, out var start))
            errors.Required("scheduled_start_time");
        else if (one.Number("status") == 1 && start < world.Clock.GetUtcNow())
            errors.Add("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.");
        if (one.Number("entity_type") == 3)
        {
            errors.Length("entity_metadata.location", one.Map("entity_metadata").Text("location"), 1, 100);
            if (one.Text("scheduled_end_time") is null)
                errors.Required("scheduled_end_time");
        }
        else if (one.Text("channel_id") is null)
        {
            errors.Required("channel_id");
        }

        errors.ThrowIfAny();
    }

    // Its own, or anybody's with the permission.
    private static void Need(Guild guild, JsonObject one)
    {
        var needed = one.Text("creator_id") == SandboxWorld.BotId
            ? Permission.CreateEvents | Permission.ManageEvents
            : Permission.ManageEvents;
        if ((PermissionReading.PermissionsOf(guild, SandboxWorld.BotId) & needed) == 0)
            throw DiscordRefusal.MissingPermissions;
    }

    private static JsonObject Get(Guild guild, RestCall call) =>
        guild.Events.Find(one => one.Text("id") == call["event"]) ?? throw DiscordRefusal.UnknownEvent;

    private void Tell(string type, JsonObject one) =>
        gateway.Tell(type, one, one.Text("guild_id"), Intent.GuildScheduledEvents);
}
