using System.Linq.Expressions;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;

namespace FactBot.Chat;

/// <summary>A command's name, required role and options.</summary>
/// <param name="Name">The full name, such as <c>claim submit</c>; for a message command, the name people read.</param>
/// <param name="Description">One line for the list of commands, at most 100 characters.</param>
public sealed record CommandSpec(string Name, string Description)
{
    public DeskRole RequiredRole { get; init; } = DeskRole.Member;

    public IReadOnlyList<OptionSpec> Options { get; init; } = [];

    /// <summary>The stages in which it can act on a claim; null if it acts on none, or in every stage.</summary>
    public IReadOnlyList<Stage>? Stages { get; init; }

    /// <summary>Narrows down who may use it, if not everyone with the role, such as “who submitted it”.</summary>
    public string? Only { get; init; }

    /// <summary>Whether each use counts against the person's daily quota of costly commands.</summary>
    public bool IsCostly { get; init; }

    /// <summary>
    /// The claims it can act on for a person, regardless of stage; null if that makes no difference. Completions suggest these.
    /// </summary>
    internal Func<PersonId, Expression<Func<Claim, bool>>>? ActsOn { get; init; }

    public CommandKind Kind { get; init; }

    /// <summary>Whether use records a reviewer as seen. False where people look into their own data, even once erased.</summary>
    public bool IsNoted { get; init; } = true;

    /// <summary>Whether it works before the team is set up.</summary>
    public bool WorksBeforeSetup { get; init; }
}

/// <summary>How a command is invoked.</summary>
public enum CommandKind
{
    /// <summary>Typed after a slash; also from buttons and forms.</summary>
    Slash,

    /// <summary>From a message's menu.</summary>
    OnMessage,

    /// <summary>Only from buttons.</summary>
    ButtonOnly,
}
