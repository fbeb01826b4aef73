using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>A registered command as a person names it: <c>claim submit</c> is a command and the path into it.</summary>
/// <param name="Command">As registered.</param>
/// <param name="Path">The group and subcommand; empty for a plain command.</param>
internal sealed record CommandCall(JsonObject Command, IReadOnlyList<JsonObject> Path)
{
    /// <summary>The options a person fills in.</summary>
    public IReadOnlyList<JsonObject> Options => [.. (Path.Count > 0 ? Path[^1] : Command).Maps("options")];

    /// <summary>Looks for the command among the guild's commands, then the global ones.</summary>
    public static CommandCall Read(SandboxWorld world, Scene scene, string? text)
    {
        var words = (text ?? "").TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            throw PeopleRefusal.NotPossible("No command was given.");
        var command = Find(world, scene, words[0], type: 1)
            ?? throw PeopleRefusal.NotPossible($"There is no command '/{words[0]}'.");
        var path = new List<JsonObject>();
        var place = command;
        foreach (var word in words.Skip(1))
        {
            place = place.Maps("options").FirstOrDefault(option => IsSubcommand(option) && Same(option, word))
                ?? throw PeopleRefusal.NotPossible($"There is no command '/{string.Join(' ', words)}'.");
            path.Add(place);
        }

        return place.Maps("options").FirstOrDefault(IsSubcommand) is { } further
            ? throw PeopleRefusal.NotPossible(
                $"'/{string.Join(' ', words)}' is not a whole command: go on with '{further.Text("name")}', for example.")
            : new CommandCall(command, path);
    }

    /// <summary>Finds a command of the menu of users (type 2) or messages (type 3).</summary>
    public static CommandCall ReadContext(SandboxWorld world, Scene scene, string? name, long type) =>
        Find(world, scene, name ?? "", type) is { } command
            ? new CommandCall(command, [])
            : throw PeopleRefusal.NotPossible($"There is no {(type == 2 ? "user" : "message")} command '{name}'.");

    /// <summary>Returns the interaction's data: the values, nested under the names of group and subcommand.</summary>
    public JsonObject ToData(JsonArray values, Guild? guild)
    {
        var options = values;
        foreach (var step in Path.Reverse())
        {
            var holder = new JsonObject { ["type"] = step.Number("type"), ["name"] = step.Text("name") };
            holder["options"] = options;
            options = new JsonArray(holder);
        }

        var data = new JsonObject
        {
            ["id"] = Command.Text("id"),
            ["name"] = Command.Text("name"),
            ["type"] = CommandRules.TypeOf(Command),
        };
        if (options.Count > 0)
            data["options"] = options;
        if (Command.Has("guild_id"))
            data["guild_id"] = guild?.Id;
        return data;
    }

    private static JsonObject? Find(SandboxWorld world, Scene scene, string name, long type)
    {
        var found = world.CommandsOf(scene.Guild?.Id).Concat(world.CommandsOf(null))
            .FirstOrDefault(command => CommandRules.TypeOf(command) == type && Same(command, name));
        if (found?.Text("default_member_permissions") is not { } bits)
            return found;
        var needed = (Permission)Snowflake.Read(bits);
        var granted = world.PermissionsIn(scene.Channel, scene.Person.Id);
        var isHidden = needed == Permission.None
            ? !granted.HasFlag(Permission.Administrator)
            : !granted.HasFlag(needed);
        return isHidden
            ? throw PeopleRefusal.NotPossible($"{scene.Person.Name} may not use '{name}': they lack the permissions.")
            : found;
    }

    private static bool IsSubcommand(JsonObject option) => option.Number("type") is 1 or 2;

    private static bool Same(JsonObject named, string word) =>
        string.Equals(named.Text("name"), word, StringComparison.OrdinalIgnoreCase);
}
