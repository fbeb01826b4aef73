using System.Text.Json;

namespace FactBot.Discord.Wire;

/// <summary>One option as the person filled it, or a subcommand with the options beneath it.</summary>
public sealed record InteractionOption
{
    public string Name { get; set; } = "";
    public CommandOptionType Type { get; init; }

    /// <summary>String, number or boolean; half-typed text while completing, whatever the type.</summary>
    public JsonElement? Value { get; init; }
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>True on the one option that is being completed.</summary>
    public bool? Focused { get; init; }
}
