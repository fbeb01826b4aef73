using System.CommandLine;
using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Operator;

/// <summary><c>backup FILE</c>: copies the database, even while the bot runs.</summary>
internal static class BackUpDatabase
{
    public static Command Command
    {
        get
        {
            var file = new Argument<string>("file") { Description = "Where the copy goes; a file that is not there yet" };
            var command = HostCommands.Command(
                "backup", "Copy the database into a file, also while the bot runs", (parsed, cancellationToken) => RunAsync(parsed.GetValue(file)!, cancellationToken));
            command.Arguments.Add(file);
            return command;
        }
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        await using var desk = CommandDesk.Open();
        if (DatabaseSwap.IsUnfinished(desk.Path) || !File.Exists(desk.Path))
        {
            DatabaseHold.RefuseWithoutDatabase(desk.Path);
            throw new DatabaseException($"There is no database at {desk.Path}. Set FACTBOT_Storage__Path to the one that is to be copied.");
        }

        OwnFiles.RefuseTarget(desk.Path, file);
        if (Path.Exists(file))
        {
            throw new DatabaseException($"{file} is there already. Name a file that is not, so that no backup is lost.");
        }

        if (DatabaseJournals.FindFilled(file) is { } journal)
        {
            throw new DatabaseException($"{journal} is there already, and would be played into the backup. Name another file.");
        }

        // Named differently until it is complete, so that nobody takes half a copy for a backup.
        var part = $"{file}.part";
        try
        {
            DatabaseJournals.Delete(part);
            DatabaseCopy.Make(desk.Path, part);
            await using (var copy = desk.At(part))
            {
                await DatabaseFile.CheckAsync(copy, desk.Path, part, cancellationToken);
                if (await DatabaseInspection.FindFlawAsync(copy, cancellationToken) is { } flaw)
                {
                    throw new DatabaseException($"The database {desk.Path} was not backed up, as {flaw}. Restore an earlier backup.");
                }
            }

            PrivateFile.Flush(part);
            File.Move(part, file);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The backup {file} was not made: {WhatToDo(e)}", e);
        }
        finally
        {
            DatabaseJournals.Delete(part);
        }

        await Console.Out.WriteLineAsync($"Copied {desk.Path} to {file}, {new FileInfo(file).Length:N0} bytes, and looked it through: it is whole.");
        return 0;
    }

    private static string WhatToDo(Exception e) => e switch
    {
        _ when DatabaseTroubles.IsFull(e) || e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } =>
            "the disk is full. Make room, or name a file on another disk.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } =>
            "another program keeps the database locked. Close what has it open, such as a database browser, and try again.",
        _ => $"{e.Message.TrimEnd('.')}. Name a file in a folder that is there, may be written to and has room.",
    };
}
