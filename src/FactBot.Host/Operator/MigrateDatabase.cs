using FactBot.Chat;
using FactBot.Host.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Host.Operator;

/// <summary><c>migrate</c>: upgrades the database to this version without starting the bot.</summary>
internal static class MigrateDatabase
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var desk = CommandDesk.Open();
        using var hold = DatabaseHold.Take(desk.Path);
        await using var db = desk.At(desk.Path);
        await DatabaseFile.CheckAsync(db, desk.Path, cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        await DatabaseFile.PrepareAsync(desk.Services, desk.Path, cancellationToken);
        await Console.Out.WriteLineAsync(pending == 0
            ? $"{desk.Path} is of this version already."
            : $"{desk.Path} is of this version now: {Count.Of(pending, "migration")} applied.");
        return 0;
    }
}
