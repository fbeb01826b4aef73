using System.CommandLine;
using FactBot.Host.Storage;

namespace FactBot.Host.Operator;

/// <summary><c>backup FILE</c>: copies the database, also while the bot runs.</summary>
internal static class BackUpDatabase
{
    public static Command Command
    {
        get
        {
            var file = new Argument<string>("file") { Description = "Where the copy goes; a file that is not there yet" };
            var command = HostCommands.Command(
                "backup", "Copy the database into a file, also while the bot runs", (parsed, cancel) => RunAsync(parsed.GetValue(file)!, cancel));
            command.Arguments.Add(file);
            return command;
        }
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancel)
    {
        await using var desk = CommandDesk.Open();
        if (!File.Exists(desk.Path))
        {
            throw new DatabaseException($"There is no database at {desk.Path}. Set FACTBOT_Storage__Path to the one that is to be copied.");
        }

        if (File.Exists(file))
        {
            throw new DatabaseException($"{file} is there already. Name a file that is not, so that no backup is lost.");
        }

        // Under another name until it is whole, so that nobody takes half a copy for a backup.
        var part = $"{file}.part";
        File.Delete(part);
        DatabaseFile.Copy(desk.Path, part);
        await using (var copy = desk.At(part))
        {
            await DatabaseFile.CheckAsync(copy, part, cancel);
        }

        File.Move(part, file);
        await Console.Out.WriteLineAsync($"Copied {desk.Path} to {file}, {new FileInfo(file).Length:N0} bytes, and looked it through: it is whole.");
        return 0;
    }
}
