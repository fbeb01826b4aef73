using System.Text.Json;

namespace FactBot.Discord.Wire;

/// <summary>An option as the person filled it in, or a subcommand with its own options.</summary>
public sealed record InteractionOption
{
    public string Name { get; set; } = "";
    public CommandOptionType Type { get; init; }

    /// <summary>A string, number or boolean. During autocomplete, half-typed text whatever the type.</summary>
    public JsonElement? Value { get; init; }
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>True on the one option being completed.</summary>
    public bool? Focused { get; init; }
}
