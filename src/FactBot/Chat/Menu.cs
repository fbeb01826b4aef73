namespace FactBot.Chat;

/// <summary>A list on a message to choose from, which makes a request: the command, the options it knows and what was chosen.</summary>
/// <param name="Prompt">What is to be chosen, at most 150 characters.</param>
/// <param name="Command">The command that is asked when something was chosen.</param>
/// <param name="Option">The option that is given what was chosen; several values stand one on each line.</param>
/// <param name="Known">The options that are known already.</param>
public sealed record Menu(Words Prompt, string Command, string Option, params (string Name, string Value)[] Known)
{
    public MenuKind Kind { get; init; }

    /// <summary>What there is to choose from where that is no person, role or channel: 1 to 25, names of at most 100 characters.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>How many may be chosen, 1 to 25.</summary>
    public int Most { get; init; } = 1;

    /// <summary>Whether the answer takes the place of the message that the menu is on.</summary>
    public bool TurnsPage { get; init; }
}

/// <summary>What a menu has to choose from.</summary>
public enum MenuKind
{
    Choices,
    People,
    Roles,
    PeopleAndRoles,
    Channels,
}
