using System.CommandLine;
using System.Globalization;
using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Operator;

/// <summary><c>restore FILE</c>: puts a backup in the database's place, once it was found whole; what was there is kept.</summary>
internal static class RestoreDatabase
{
    /// <summary>What the names of a database's files end with: its own, and those of its journals.</summary>
    private static readonly string[] Files = ["", "-wal", "-shm"];

    public static Command Command
    {
        get
        {
            var file = new Argument<string>("file") { Description = "The backup" };
            var command = HostCommands.Command(
                "restore", "Put a backup in the database's place, once it was found whole; stop the bot first",
                (parsed, cancel) => RunAsync(parsed.GetValue(file)!, cancel));
            command.Arguments.Add(file);
            return command;
        }
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancel)
    {
        await using var desk = CommandDesk.Open();
        if (!File.Exists(file))
        {
            throw new DatabaseException($"There is no backup {file}. Name the file that backup wrote.");
        }

        await using (var backup = desk.At(file))
        {
            await DatabaseFile.CheckAsync(backup, file, cancel);
        }

        using var hold = DatabaseHold.Take(desk.Path);
        var part = $"{desk.Path}.part";
        CopyTo(part, file);
        try
        {
            await VerifyAsync(desk, part, file, cancel);
        }
        catch
        {
            File.Delete(part);
            throw;
        }

        var kept = Keep(desk);
        File.Move(part, desk.Path);
        await Console.Out.WriteLineAsync($"{file} was found whole, and is the database {desk.Path} now." + (kept is null ? "" : $" What was there is kept as {kept}."));
        return 0;
    }

    /// <summary>Looks at every page and key of the copy, brings it to this version, and reads its audit trails.</summary>
    private static async Task VerifyAsync(CommandDesk desk, string part, string file, CancellationToken cancel)
    {
        await using var db = desk.At(part);
        if (!(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
        {
            throw new DatabaseException($"{file} is no backup of FactBot: it holds nothing. Name the file that backup wrote.");
        }

        await db.Database.MigrateAsync(cancel);
        var flaws = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(cancel);
        if (flaws is not ["ok"])
        {
            throw new DatabaseException($"The backup {file} is damaged ({flaws[0]}). The database was left as it was: use another backup.");
        }

        if (await VerifyAudit.FindFlawAsync(db, cancel) is { } flaw)
        {
            throw new DatabaseException($"The backup {file} is not as it was written: {flaw}. The database was left as it was: use another backup.");
        }
    }

    /// <summary>Moves the database aside with its journals; null where there was none.</summary>
    private static string? Keep(CommandDesk desk)
    {
        if (!File.Exists(desk.Path))
        {
            return null;
        }

        var now = desk.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var kept = $"{desk.Path}.before-restore-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        SqliteConnection.ClearAllPools();
        foreach (var journal in Files.Where(j => File.Exists(desk.Path + j)))
        {
            File.Move(desk.Path + journal, kept + journal);
        }

        return kept;
    }

    private static void CopyTo(string part, string file)
    {
        try
        {
            File.Copy(file, part, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The backup {file} cannot be copied: {e.Message}", e);
        }
    }
}
