using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Operator;

/// <summary><c>run</c>: runs the bot.</summary>
internal static class RunBot
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        DatabaseHold? hold = null;
        string? path = null;
        try
        {
            using var host = FactBotHost.CreateBuilder([]).Build();
            FactBotHost.Validate(host.Services);
            var storage = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
            if (!DatabaseSwap.IsUnfinished(storage.Path))
            {
                // Before the lock: an unusable file is reported at once, and a bot that waits for another starts warm.
                await DatabaseFile.CheckAsync(host.Services, storage.Path, cancellationToken);
            }

            hold = await DatabaseHold.TakeAsync(storage.Path, storage.Handover, cancellationToken);
            await host.StartFactBotAsync(cancellationToken);
            path = storage.Path;
            await host.WaitForShutdownAsync(cancellationToken);
            return Environment.ExitCode;
        }
        finally
        {
            // The lock is released last: closing its file would end SQLite's own locks, see DatabaseHold.
            SqliteConnection.ClearAllPools();
            if (path is not null)
            {
                CleanEnd.Note(path);
            }

            hold?.Dispose();
        }
    }
}
