using FactBot.Chat;
using FactBot.Domain.Teams;

namespace FactBot.Tests.Permissions;

/// <summary>The table of who may do what, and when, as docs/permissions.md holds it.</summary>
internal static class PermissionsTable
{
    public static string Of(IEnumerable<CommandSpec> specs) => string.Join('\n',
    [
        "| what | from where | who may | the claim’s stage |",
        "|---|---|---|---|",
        .. specs.Select(s => $"| {NameOf(s)} | {WhereOf(s)} | {WhoOf(s)} | {StagesOf(s)} |"),
    ]);

    private static string NameOf(CommandSpec spec) => spec.Kind switch
    {
        CommandKind.Slash => $"`/{spec.Name}`",
        CommandKind.OnMessage => $"“{spec.Name}”",
        _ => char.ToUpperInvariant(spec.Name[0]) + spec.Name[1..],
    };

    private static string WhereOf(CommandSpec spec) => spec.Kind switch
    {
        CommandKind.OnMessage when spec.Name == "Add as evidence" => "a message’s menu, then a form",
        CommandKind.OnMessage => "a message’s menu",
        CommandKind.ButtonOnly => spec.Name == "fetch again" ? "button under a source" : "button on the card",
        _ => spec.Name switch
        {
            "triage" => "command, buttons on the card, forms",
            "claim want" or "verdict approve" => "command, button on the card",
            "evidence add" or "vote" or "verdict publish" => "command, button on the card, form",
            "me forget" or "verdict retract" => "command, button under its question",
            "evidence edit" or "verdict correct" or "article add" => "command, form",
            _ => "command",
        },
    };

    private static string WhoOf(CommandSpec spec)
    {
        var who = spec.RequiredRole switch
        {
            DeskRole.Member => "everybody",
            DeskRole.Reviewer => "reviewers, editors",
            _ => "editors",
        };
        return spec.Only is null ? who : $"{who}: {spec.Only}";
    }

    private static string StagesOf(CommandSpec spec) => spec.Stages is { } stages
        ? string.Join(", ", stages)
        : spec.Options.Any(o => o.Name == "claim") ? "any" : "–";
}
