using System.CommandLine;
using FactBot.Documents;
using FactBot.Host.Operations;
using FactBot.Host.Storage;
using FactBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Operator;

/// <summary>The operator's commands. Without one, the program runs the bot.</summary>
internal static class HostCommands
{
    public static RootCommand Root
    {
        get
        {
            var run = Command("run", "Run the bot until it is stopped (the default)", (_, cancellationToken) => RunBot.RunAsync(cancellationToken));
            var root = new RootCommand(
                "FactBot, a Discord bot with which a team checks facts together. Settings come from config/factbot.json, from files in /run/secrets and from environment variables such as FACTBOT_Discord__Token; the last one wins.")
            {
                run,
                Command("check", "Look whether settings, database and Discord are as they should be, and say what to do", (_, cancellationToken) => CheckSetup.RunAsync(cancellationToken)),
                Command("health", "Ask the bot that runs on this machine how it is (for a container's health check)", (_, cancellationToken) => AskHealth.RunAsync(cancellationToken)),
                BackUpDatabase.Command,
                RestoreDatabase.Command,
                Command("migrate", "Bring the database to this version, after a copy of it, and stop", (_, cancellationToken) => MigrateDatabase.RunAsync(cancellationToken)),
                ExportTeam.Command,
                ImportTeam.Command,
                new Command("audit", "The audit trail")
                {
                    VerifyAudit.Command,
                },
                ReadDocuments,
            };
            root.SetAction((_, cancellationToken) => GuardAsync(() => RunBot.RunAsync(cancellationToken)));
            return root;
        }
    }

    /// <summary>The child process in which the bot reads pages and files; not meant for people.</summary>
    private static Command ReadDocuments
    {
        get
        {
            var command = Command(ReaderProgram.Command, "Read documents from standard input", (_, cancellationToken) => DocumentWorker.RunAsync(cancellationToken));
            command.Hidden = true;
            return command;
        }
    }

    public static Command Command(string name, string description, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, cancellationToken) => GuardAsync(() => run(parsed, cancellationToken)));
        return command;
    }

    /// <summary>Turns expected failures into a message and an exit code.</summary>
    private static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OptionsValidationException e)
        {
            return await FailAsync(ExitCode.Settings, string.Join(Environment.NewLine, e.Failures));
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return await FailAsync(ExitCode.Settings, $"The settings cannot be used: {e.GetBaseException().Message}");
        }
        catch (DatabaseException e)
        {
            return await FailAsync(ExitCode.Database, e.Message);
        }
        catch (Exception e) when (e is SqliteException or DbUpdateException or NotKeptException or IOException or UnauthorizedAccessException)
        {
            return await FailAsync(ExitCode.Database, $"The database cannot be used: {DatabaseFile.WhatToDo(e.GetBaseException())}");
        }
    }

    private static async Task<int> FailAsync(int exitCode, string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return exitCode;
    }
}
