using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Page;

/// <summary>A command as listed: <c>claim submit</c>, what it does, and its options as registered.</summary>
internal sealed record CommandItem(string Name, string Description, IReadOnlyList<JsonObject> Options)
{
    /// <summary>Returns a registered command, or each of its subcommands.</summary>
    public static IEnumerable<CommandItem> Of(JsonObject command) => Of(command, "");

    private static IEnumerable<CommandItem> Of(JsonObject place, string before)
    {
        var name = before + place.Text("name");
        var options = place.Maps("options").ToList();
        return options.Exists(option => option.Number("type") is 1 or 2)
            ? options.SelectMany(option => Of(option, name + " "))
            : [new CommandItem(name, place.Text("description") ?? "", options)];
    }
}

/// <summary>A choice in a list: what is shown, and what is sent.</summary>
public sealed record Choice(string Name, string Value, string? Description = null);
