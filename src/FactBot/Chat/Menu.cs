namespace FactBot.Chat;

/// <summary>A list on a message that makes a request: the command, the options already known, and the choice.</summary>
/// <param name="Prompt">What to choose, at most 150 characters.</param>
/// <param name="Command">The command to run once a choice is made.</param>
/// <param name="Option">The option that receives the choice; several values are given one per line.</param>
/// <param name="Known">The options already known.</param>
public sealed record Menu(Words Prompt, string Command, string Option, params (string Name, string Value)[] Known)
{
    public MenuKind Kind { get; init; }

    /// <summary>The choices, unless they are people, roles or channels: 1 to 25, with names of at most 100 characters.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>How many may be chosen, 1 to 25.</summary>
    public int Most { get; init; } = 1;

    /// <summary>Whether the reply replaces the message the menu is on.</summary>
    public bool TurnsPage { get; init; }
}

/// <summary>What a menu lets people choose from.</summary>
public enum MenuKind
{
    Choices,
    People,
    Roles,
    PeopleAndRoles,
    Channels,
}
