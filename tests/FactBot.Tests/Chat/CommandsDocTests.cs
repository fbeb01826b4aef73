using FactBot.Chat;
using FactBot.Domain.Teams;

namespace FactBot.Tests.Chat;

public class CommandsDocTests
{
    /// <summary>docs/commands.md is written from the code; after a change, this test prints what it should say.</summary>
    [Fact]
    public void The_commands_in_the_docs_are_those_in_the_code()
    {
        var written = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "commands.md")).ReplaceLineEndings("\n");
        var specs = Commands.All.Select(c => c.Spec).Where(s => s.Kind != CommandKind.ButtonOnly).ToList();
        var tables = string.Join("\n\n", specs.GroupBy(s => s.RequiredRole).OrderBy(g => g.Key).Select(g => $"## {TitleOf(g.Key)}\n\n{TableOf(g)}"));
        Assert.True(written.Contains(tables, StringComparison.Ordinal), $"docs/commands.md should hold:\n{tables}");
    }

    private static string TitleOf(DeskRole role) => role switch
    {
        DeskRole.Member => "Everybody",
        DeskRole.Reviewer => "Reviewers and editors",
        _ => "Editors",
    };

    private static string TableOf(IEnumerable<CommandSpec> specs) => string.Join('\n',
    [
        "| command | what it does | options |",
        "|---|---|---|",
        .. specs.OrderBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.Ordinal).Select(RowOf),
    ]);

    private static string RowOf(CommandSpec spec)
    {
        var name = spec.Kind == CommandKind.Slash ? $"`/{spec.Name}`" : $"“{spec.Name}” in a message’s menu";
        var options = spec.Options.Select(o => o.IsRequired ? $"**{o.Name}**" : o.Name);
        return $"| {name} | {spec.Description} | {string.Join(", ", options)} |";
    }
}
