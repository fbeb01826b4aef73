using System.Diagnostics;
using System.Globalization;
using FactBot.Host;
using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FactBot.Benchmarks;

/// <summary>Makes a database of many claims with a true audit trail.</summary>
internal static class GrownDatabase
{
    /// <summary>Returns the program with its services, on a database, not yet started.</summary>
    public static IHost HostOn(string path, Uri discord) => FactBotHost.CreateBuilder(
        ["--Discord:Token=benchmark", $"--Discord:ApiUrl={discord}", $"--Storage:Path={path}", "--Logging:LogLevel:Default=Warning"]).Build();

    /// <summary>Makes it, with an index of its claims, and prints how long that took.</summary>
    /// <param name="path">The file to make.</param>
    /// <param name="claims">The claims of the team's history.</param>
    /// <param name="ready">Further claims, open with a source and nobody on them.</param>
    public static async Task MakeAsync(string path, int claims, int ready = 0)
    {
        var clock = Stopwatch.StartNew();
        using (var host = HostOn(path, new Uri("http://127.0.0.1:1")))
        {
            await DatabaseFile.PrepareAsync(host.Services, path, CancellationToken.None);
            await using (var scope = host.Services.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
                using var rows = new RowWriter(db, path);
                new GrownDesk(db, rows, claims, ready).Write();
                await rows.FinishAsync();
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{claims + ready:N0} claims written in {clock.Elapsed.TotalSeconds:F0} s"));
            await DatabaseFile.PrepareAsync(host.Services, path, CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{claims + ready:N0} claims indexed in {clock.Elapsed.TotalSeconds:F0} s, {new FileInfo(path).Length / 1e6:N0} MB"));
    }
}
