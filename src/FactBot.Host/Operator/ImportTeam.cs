using System.CommandLine;
using FactBot.Chat;
using FactBot.Host.Export;
using FactBot.Host.Storage;
using Command = System.CommandLine.Command;

namespace FactBot.Host.Operator;

/// <summary><c>import FILE</c>: puts an exported team into the database, whole or not at all.</summary>
internal static class ImportTeam
{
    public static Command Command
    {
        get
        {
            var file = new Argument<string>("file") { Description = "What export --format json wrote" };
            var command = HostCommands.Command(
                "import", "Put an exported team into the database, which does not have it yet; stop the bot first",
                (parsed, cancel) => RunAsync(parsed.GetValue(file)!, cancel));
            command.Arguments.Add(file);
            return command;
        }
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancel)
    {
        await using var desk = CommandDesk.Open();
        using var hold = DatabaseHold.Take(desk.Path);
        await DatabaseFile.PrepareAsync(desk.Services, desk.Path, cancel);
        await using var db = desk.At(desk.Path);
        var (team, rows) = await new TeamImport(db, file).RunAsync(cancel);
        // Brings the index of claims along.
        await DatabaseFile.PrepareAsync(desk.Services, desk.Path, cancel);
        await Console.Out.WriteLineAsync($"Team {team} is in {desk.Path} now: {Count.Of(rows, "row")}. Votes of open rounds were sealed and are not in an export; their reviewers vote again.");
        return 0;
    }
}
