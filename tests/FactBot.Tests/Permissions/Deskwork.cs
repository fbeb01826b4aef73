using FactBot.Chat;

namespace FactBot.Tests.Permissions;

/// <summary>One thing that can be done to a claim, with what it needs besides the claim.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Spec">Whose it is.</param>
/// <param name="Options">What is given with it, and typed into its form where one opens.</param>
internal sealed record Deskwork(string Name, CommandSpec Spec, params (string Name, string Value)[] Options)
{
    /// <summary>Everything that can be done to a claim: each command with a list of stages, the triage once for each action.</summary>
    public static IReadOnlyList<Deskwork> All(TestDesk desk) =>
    [
        .. Commands.All.Select(c => c.Spec).Where(s => s.Stages is not null).SelectMany(spec => spec.Name switch
        {
            "triage" => new Deskwork[]
            {
                new("triage accept", spec, ("action", "accept")),
                new("triage reject", spec, ("action", "reject"), ("reason", "An opinion")),
                new("triage duplicate", spec, ("action", "duplicate"), ("of", "1")),
                new("triage split", spec, ("action", "split"), ("parts", "The first part.\nThe second part.")),
            },
            _ => [new(spec.Name, spec, OptionsFor(spec.Name, desk))],
        }),
    ];

    private static (string, string)[] OptionsFor(string command, TestDesk desk) => command switch
    {
        "claim priority" => [("priority", "slow")],
        "claim topics" => [("topics", "trams")],
        "claim reopen" => [("reason", "A new source")],
        "assign" => [("reviewer", desk.Eli.Id.ToString())],
        "assign-auto" => [("count", "1")],
        "decline" => [("reason", "No time")],
        "hand-over" => [("to", desk.Eli.Id.ToString())],
        "release" => [("reviewer", desk.Chi.Id.ToString())],
        "evidence add" => [("url", "https://example.net/another"), ("stance", "context")],
        "evidence edit" => [("source", "1"), ("stance", "refutes")],
        "evidence strike" => [("source", "2"), ("reason", "A copy")],
        "fetch again" => [("source", "1")],
        "Add as evidence" => [("stance", "context")],
        "vote" => [("rating", "false"), ("reason", "Read it")],
        "verdict publish" => [("rating", "false"), ("summary", "So"), ("explanation", "Because"), ("reason", "It is clear")],
        "verdict correct" => [("rating", "mixed"), ("summary", "So"), ("explanation", "Because"), ("reason", "It was wrong")],
        "verdict retract" => [("reason", "It was wrong")],
        "take" or "recuse" or "claim want" or "claim withdraw" or "verdict approve" or "drop correction" or "verdict recheck" => [],
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Say here what the command needs."),
    };
}
