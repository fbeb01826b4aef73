using System.Linq.Expressions;
using FactBot.Claims;
using FactBot.Teams;

namespace FactBot.Chat;

/// <summary>What a command is called, who may use it and what it takes.</summary>
/// <param name="Name">The whole name, such as <c>claim submit</c>; a message command's as people read it.</param>
/// <param name="Description">One line for the list of commands, at most 100 characters.</param>
public sealed record CommandSpec(string Name, string Description)
{
    public DeskRole Who { get; init; } = DeskRole.Member;

    public IReadOnlyList<OptionSpec> Options { get; init; } = [];

    /// <summary>The stages in which it can act on a claim; null where it acts on none, or in every stage.</summary>
    public IReadOnlyList<Stage>? Stages { get; init; }

    /// <summary>Who of those who may, where that is not everyone, such as “who submitted it”.</summary>
    public string? Only { get; init; }

    /// <summary>Whether each use counts against the person’s daily quota of commands that cost much.</summary>
    public bool IsCostly { get; init; }

    /// <summary>
    /// On which claims it can act for a person, apart from their stage; null where that makes no difference. Completions offer these.
    /// </summary>
    internal Func<PersonId, Expression<Func<Claim, bool>>>? ActsOn { get; init; }

    public CommandKind Kind { get; init; }

    /// <summary>Whether the desk notes that somebody with the reviewers' role was here; who was forgotten can look at what is kept of them and stay forgotten.</summary>
    public bool IsNoted { get; init; } = true;

    /// <summary>Whether it works before the team was set up.</summary>
    public bool WorksBeforeSetup { get; init; }
}

/// <summary>From where a command is used.</summary>
public enum CommandKind
{
    /// <summary>Typed after a slash; also from buttons and forms.</summary>
    Slash,

    /// <summary>From the menu of a message.</summary>
    OnMessage,

    /// <summary>From buttons alone.</summary>
    ButtonOnly,
}
