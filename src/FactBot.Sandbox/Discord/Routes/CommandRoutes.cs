using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Application commands, both global ones and those of a guild.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/application-commands</remarks>
internal sealed class CommandRoutes(SandboxWorld world)
{
    private readonly CommandBudget budget = new(world.Clock);

    public void Map(RestRoutes routes)
    {
        const string Own = "applications/{application}";
        foreach (var scope in (string[])[$"{Own}/commands", $"{Own}/guilds/{{guild}}/commands"])
        {
            routes.Map("GET", scope, List);
            routes.Map("PUT", scope, Overwrite);
            routes.Map("POST", scope, Upsert);
            routes.Map("GET", scope + "/{command}", call => RestAnswer.Ok(Get(call).DeepClone()));
            routes.Map("PATCH", scope + "/{command}", Change);
            routes.Map("DELETE", scope + "/{command}", Delete);
        }
    }

    private RestAnswer List(RestCall call) =>
        RestAnswer.Ok(world.CommandsOf(Scope(call)).Select(command => command.DeepClone()).ToJsonArray());

    private RestAnswer Overwrite(RestCall call)
    {
        var guildId = Scope(call);
        var commands = call.ReadList();
        CommandRules.CheckAll(commands);
        var before = world.CommandsOf(guildId).ToList();
        budget.Take(guildId, commands.OfType<JsonObject>().Count(command => !before.Exists(old => IsSame(old, command))));
        world.State.Commands.RemoveAll(before.Contains);
        world.State.Commands.AddRange(commands.OfType<JsonObject>()
            .Select(command => Register(command, guildId, before.Find(old => IsSame(old, command)))));
        return List(call);
    }

    private RestAnswer Upsert(RestCall call)
    {
        var guildId = Scope(call);
        var command = call.ReadObject();
        Check(command);
        var old = world.CommandsOf(guildId).FirstOrDefault(known => IsSame(known, command));
        var type = CommandRules.TypeOf(command);
        if (old is null
            && world.CommandsOf(guildId).Count(known => CommandRules.TypeOf(known) == type) >= CommandRules.Most(type))
            throw DiscordRefusal.TooManyCommands(CommandRules.Most(type));
        budget.Take(guildId, old is null ? 1 : 0);
        var registered = Register(command, guildId, old);
        if (old is not null)
            world.State.Commands.Remove(old);
        world.State.Commands.Add(registered);
        return new RestAnswer(old is null ? 201 : 200, registered.DeepClone());
    }

    private RestAnswer Change(RestCall call)
    {
        var old = Get(call);
        var changed = old.DeepClone().AsObject();
        foreach (var (name, value) in call.ReadObject())
            changed[name] = value?.DeepClone();
        Check(changed);
        var registered = Register(changed, Scope(call), old);
        world.State.Commands[world.State.Commands.IndexOf(old)] = registered;
        return RestAnswer.Ok(registered.DeepClone());
    }

    private RestAnswer Delete(RestCall call)
    {
        world.State.Commands.Remove(Get(call));
        return RestAnswer.NoContent;
    }

    private JsonObject Get(RestCall call) =>
        world.CommandsOf(Scope(call)).FirstOrDefault(command => command.Text("id") == call["command"])
        ?? throw DiscordRefusal.UnknownCommand;

    private string? Scope(RestCall call)
    {
        if (call["application"] != SandboxWorld.ApplicationId)
            throw DiscordRefusal.UnknownApplication;
        return call.Values.TryGetValue("guild", out var guild) ? world.GetGuildOfBot(guild).Id : null;
    }

    private static void Check(JsonObject command)
    {
        var errors = new FormErrors();
        CommandRules.Check(command, "", errors);
        errors.ThrowIfAny();
    }

    private static bool IsSame(JsonObject a, JsonObject b) =>
        a.Text("name") == b.Text("name") && CommandRules.TypeOf(a) == CommandRules.TypeOf(b);

    private JsonObject Register(JsonObject command, string? guildId, JsonObject? old)
    {
        var json = new JsonObject
        {
            ["id"] = old?.Text("id") ?? world.NextId(),
            ["application_id"] = SandboxWorld.ApplicationId,
            ["version"] = world.NextId(),
            ["default_member_permissions"] = command.Member("default_member_permissions").AsWritten(),
            ["type"] = CommandRules.TypeOf(command),
            ["name"] = command.Text("name"),
            ["name_localizations"] = command.Map("name_localizations")?.DeepClone(),
            ["description"] = command.Text("description") ?? "",
            ["description_localizations"] = command.Map("description_localizations")?.DeepClone(),
            ["dm_permission"] = command.Flag("dm_permission") ?? true,
            ["contexts"] = command.List("contexts")?.DeepClone(),
            ["integration_types"] = command.List("integration_types")?.DeepClone() ?? new JsonArray(0),
            ["nsfw"] = command.Flag("nsfw") ?? false,
        };
        if (guildId is not null)
            json["guild_id"] = guildId;
        if (command.List("options") is { Count: > 0 } options)
            json["options"] = Tidy(options.DeepClone().AsArray());
        return json;
    }

    /// <summary>Returns options with only the members that their type uses, as Discord does.</summary>
    private static JsonArray Tidy(JsonArray options)
    {
        foreach (var option in options.OfType<JsonObject>())
        {
            option.RemoveNulls();
            var type = option.Number("type");
            if (type is not (1 or 2))
                option.Remove("options");
            else if (option.List("options") is { } inner)
                Tidy(inner);
            if (type is not (3 or 4 or 10))
                option.Remove("autocomplete");
        }

        return options;
    }
}
