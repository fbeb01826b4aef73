using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Operator;

/// <summary><c>run</c>: the bot itself.</summary>
internal static class RunBot
{
    public static async Task<int> RunAsync(CancellationToken cancel)
    {
        DatabaseHold? hold = null;
        try
        {
            using var host = FactBotHost.CreateBuilder([]).Build();
            FactBotHost.Validate(host.Services);
            var storage = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
            if (!DatabaseSwap.IsUnfinished(storage.Path))
            {
                // Before the hold: a file that cannot be used is told at once, and who follows another bot begins warm.
                await DatabaseFile.CheckAsync(host.Services, storage.Path, cancel);
            }

            hold = await DatabaseHold.TakeAsync(storage.Path, storage.Handover, cancel);
            await host.StartFactBotAsync(cancel);
            await host.WaitForShutdownAsync(cancel);
            return Environment.ExitCode;
        }
        finally
        {
            // The hold goes last: see there.
            SqliteConnection.ClearAllPools();
            hold?.Dispose();
        }
    }
}
