using System.CommandLine;
using System.Globalization;
using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Operator;

/// <summary><c>restore FILE</c>: verifies a backup, then puts it in place of the database. The old database is kept.</summary>
internal static class RestoreDatabase
{
    public static Command Command
    {
        get
        {
            var file = new Argument<string>("file") { Description = "The backup" };
            var command = HostCommands.Command(
                "restore", "Put a backup in the database's place, once it was found whole; stop the bot first",
                (parsed, cancellationToken) => RunAsync(parsed.GetValue(file)!, cancellationToken));
            command.Arguments.Add(file);
            return command;
        }
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        await using var desk = CommandDesk.Open();
        RefuseUnlessFile(file, desk.Path);
        using var hold = DatabaseHold.TakeForRestore(desk.Path);
        var part = DatabaseSwap.PartOf(desk.Path);
        try
        {
            DatabaseJournals.Delete(part);
            DatabaseCopy.MakeOfBackup(file, part);
            await VerifyAsync(desk, part, file, cancellationToken);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            DatabaseJournals.Delete(part);
            throw new DatabaseException($"The backup {file} cannot be used: {WhatToDo(e)}", e);
        }
        catch
        {
            DatabaseJournals.Delete(part);
            throw;
        }

        var kept = Swap(desk);
        await VerifyInPlaceAsync(desk, kept, cancellationToken);
        await Console.Out.WriteLineAsync($"{file} was found whole, and is the database {desk.Path} now." + (kept is null ? "" : $" What was there is kept as {kept}."));
        return 0;
    }

    private static void RefuseUnlessFile(string file, string path)
    {
        if (Directory.Exists(file))
        {
            throw new DatabaseException($"{file} is a folder. Name the file that backup wrote.");
        }

        if (!File.Exists(file))
        {
            throw new DatabaseException($"There is no backup {file}. Name the file that backup wrote.");
        }

        if (Path.GetFullPath(file) == Path.GetFullPath(path) || (OperatingSystem.IsLinux() && FileIdentity.Of(file) == FileIdentity.Of(path)))
        {
            throw new DatabaseException($"{file} is the database itself. Name the file that backup wrote.");
        }

        OwnFiles.RefuseSource(path, file);
        if (DatabaseHold.IsHeld(file))
        {
            throw new DatabaseException($"A FactBot works on {file}. Make a backup of it, and restore that.");
        }

        try
        {
            if (DatabaseCopy.FindForeignLog(file) is { } log)
            {
                throw new DatabaseException(
                    $"{log} lies beside the backup {file} and does not belong to it. The database was left as it was: move it away, and restore again.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The backup {file} cannot be used: {WhatToDo(e)}", e);
        }
    }

    /// <summary>Verifies the copy (every page, key and audit trail), and upgrades it to this version.</summary>
    private static async Task VerifyAsync(CommandDesk desk, string part, string file, CancellationToken cancellationToken)
    {
        await using var db = desk.At(part);
        await DatabaseFile.CheckAsync(db, file, part, cancellationToken);
        if (!(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            throw new DatabaseException($"{file} is no backup of FactBot: it holds nothing. Name the file that backup wrote.");
        }

        await db.Database.MigrateAsync(cancellationToken);
        if (await DatabaseInspection.FindFlawAsync(db, cancellationToken) is { } flaw)
        {
            throw new DatabaseException($"The backup {file} was not restored, as {flaw}. The database was left as it was: use another backup.");
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE", cancellationToken);
    }

    /// <summary>Puts the copy in place; returns the name the old database is kept under, or null if there was none.</summary>
    private static string? Swap(CommandDesk desk)
    {
        var now = desk.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var name = $"{desk.Path}.before-restore-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        var kept = name;
        for (var i = 2; ((string[])["", .. DatabaseJournals.Endings]).Any(ending => File.Exists(kept + ending)); i++)
        {
            kept = $"{name}-{i}";
        }

        var isThere = ((string[])["", .. DatabaseJournals.Endings]).Any(ending => File.Exists(desk.Path + ending));
        try
        {
            foreach (var _ in DatabaseSwap.Steps(desk.Path, kept))
            {
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException(DatabaseSwap.IsUnfinished(desk.Path)
                ? $"The backup was found whole and could not be put in its place yet: {DatabaseFile.WhatToDo(e)} Starting the bot, or migrate, does it."
                : $"The backup was found whole and could not be put in its place: {DatabaseFile.WhatToDo(e)} The database was left as it was.", e);
        }

        return isThere ? kept : null;
    }

    /// <summary>Checks that the database in place is the one that was verified, with nothing left beside it.</summary>
    private static async Task VerifyInPlaceAsync(CommandDesk desk, string? kept, CancellationToken cancellationToken)
    {
        await using var db = desk.At(desk.Path);
        var flaw = DatabaseJournals.FindFilled(desk.Path) is { } journal ? $"{journal} lies beside it" : await DatabaseInspection.FindFlawAsync(db, cancellationToken);
        if (flaw is not null)
        {
            throw new DatabaseException(
                $"The backup was found whole, and is not so in the database's place: {flaw}. Look at the disk before you start the bot." + (kept is null ? "" : $" What was there is kept as {kept}."));
        }
    }

    private static string WhatToDo(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_NOTADB } => "it is not a SQLite database. The database was left as it was: name the file that backup wrote.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT } => "it is damaged. The database was left as it was: use another backup.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } => "the disk is full. The database was left as it was: make room, and restore again.",
        _ when DatabaseTroubles.IsFull(e) => "the disk is full. The database was left as it was: make room, and restore again.",
        _ => $"{e.Message.TrimEnd('.')}. The database was left as it was.",
    };
}
