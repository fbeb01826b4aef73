using System.CommandLine;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Host.Export;
using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Command = System.CommandLine.Command;

namespace FactBot.Host.Operator;

/// <summary><c>import FILE</c>: imports an exported team into the database, completely or not at all.</summary>
internal static class ImportTeam
{
    public static Command Command
    {
        get
        {
            var file = new Argument<string>("file") { Description = "What export --format json wrote" };
            var command = HostCommands.Command(
                "import", "Put an exported team into the database, which does not have it yet; stop the bot first",
                (parsed, cancellationToken) => RunAsync(parsed.GetValue(file)!, cancellationToken));
            command.Arguments.Add(file);
            return command;
        }
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        await using var desk = CommandDesk.Open();
        await using var db = desk.At(desk.Path);
        var import = new TeamImport(db, file);
        // Read before a database is created where there was none.
        var export = await import.ReadAsync(cancellationToken);
        var isNew = !File.Exists(desk.Path);
        using var hold = DatabaseHold.Take(desk.Path);
        var (team, rows) = await RunAsync(desk, import, export, isNew, cancellationToken);
        await Console.Out.WriteLineAsync($"Team {team} is in {desk.Path} now: {Count.Of(rows, "row")}. Votes of open rounds were sealed and are not in an export; their reviewers vote again.");
        return 0;
    }

    /// <summary>Imports, and removes a database that was created for an import that failed.</summary>
    private static async Task<(TeamId Team, int Rows)> RunAsync(
        CommandDesk desk, TeamImport import, TeamImport.Export export, bool isNew, CancellationToken cancellationToken)
    {
        try
        {
            await DatabaseFile.PrepareAsync(desk.Services, desk.Path, cancellationToken);
            var imported = await import.RunAsync(export, cancellationToken);
            // Brings the claim index up to date.
            await DatabaseFile.PrepareAsync(desk.Services, desk.Path, cancellationToken);
            return imported;
        }
        catch when (isNew)
        {
            await import.CloseAsync();
            SqliteConnection.ClearAllPools();
            DatabaseJournals.Delete(desk.Path);
            throw;
        }
    }
}
