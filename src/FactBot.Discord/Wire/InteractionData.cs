namespace FactBot.Discord.Wire;

/// <summary>What a command was called with, which component was used, or what a form holds.</summary>
public sealed record InteractionData
{
    /// <summary>The command's id.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>The command's name in the default language.</summary>
    public string? Name { get; init; }
    public CommandType? Type { get; init; }
    public ResolvedData? Resolved { get; init; }
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>The guild the command is registered in; absent for a global command.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The user or message a context-menu command was used on.</summary>
    public Snowflake? TargetId { get; init; }
    public string? CustomId { get; init; }
    public ComponentType? ComponentType { get; init; }

    /// <summary>What was chosen in a select menu of a message.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>A submitted form's components, as Discord nests them.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>A submitted form's fields, taken out of their labels and of the older rows.</summary>
    public IEnumerable<Component> Fields() =>
        (Components ?? []).SelectMany(component => component switch
        {
            { Type: Wire.ComponentType.Label } => component.Child is { } child ? [child] : [],
            { Type: Wire.ComponentType.ActionRow } => component.Components ?? [],
            { CustomId: not null } => [component],
            _ => Enumerable.Empty<Component>(),
        });
}
