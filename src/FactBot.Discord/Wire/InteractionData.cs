namespace FactBot.Discord.Wire;

/// <summary>A command's arguments, the component that was used, or a form's contents.</summary>
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

    /// <summary>The user or message that a context-menu command was used on.</summary>
    public Snowflake? TargetId { get; init; }
    public string? CustomId { get; init; }
    public ComponentType? ComponentType { get; init; }

    /// <summary>The values selected in a message's select menu.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>A submitted form's components, nested as Discord sends them.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Returns a submitted form's fields, taken out of their labels or, in older forms, action rows.</summary>
    public IEnumerable<Component> Fields() =>
        (Components ?? []).SelectMany(component => component switch
        {
            { Type: Wire.ComponentType.Label } => component.Child is { } child ? [child] : [],
            { Type: Wire.ComponentType.ActionRow } => component.Components ?? [],
            { CustomId: not null } => [component],
            _ => Enumerable.Empty<Component>(),
        });
}
