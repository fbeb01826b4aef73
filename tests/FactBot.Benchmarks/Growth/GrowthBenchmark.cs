using System.Diagnostics;
using System.Globalization;
using FactBot.Host.Storage;
using FactBot.Posts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Benchmarks;

/// <summary><c>growth</c>: how long everything takes among many claims, and how many times as long as among 1,000.</summary>
internal sealed class GrowthBenchmark(Report report, string folder, string host)
{
    private const int Few = 1_000;

    /// <summary>Further claims that commands change.</summary>
    private const int Ready = 400;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var claims = int.Parse(arguments.Get("claims"), CultureInfo.InvariantCulture);
        var folder = arguments.Find("folder") ?? Directory.CreateTempSubdirectory("factbot-growth-").FullName;
        try
        {
            var growth = new GrowthBenchmark(new Report(arguments), folder, arguments.Find("bot") ?? AppContext.BaseDirectory);
            var few = await growth.MeasureAsync(Few);
            var many = claims == Few ? few : await growth.MeasureAsync(claims);
            foreach (var (what, p95) in many)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34} {claims:N0} to {Few:N0}: {p95 / few[what],6:F1}"));
            }

            return 0;
        }
        finally
        {
            if (arguments.Find("folder") is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>Returns the 95th percentile of each kind of work.</summary>
    private async Task<Dictionary<string, double>> MeasureAsync(int claims)
    {
        var figures = new Dictionary<string, double>();
        var (kept, database) = (Path.Combine(folder, $"{claims}.db"), Path.Combine(folder, "used.db"));
        if (!File.Exists(kept))
        {
            await GrownDatabase.MakeAsync(kept, claims, Ready);
        }

        File.Copy(kept, database, overwrite: true);
        await using var discord = await StandIn.StartAsync(isLimited: false);
        using (var program = GrownDatabase.HostOn(database, discord.Address))
        {
            await DatabaseFile.PrepareAsync(program.Services, database, CancellationToken.None);
            var desk = new MeasuredDesk(program.Services, claims);
            await foreach (var measured in desk.MeasureAsync())
            {
                Add(measured);
            }

            var loop = program.Services.GetRequiredService<DueWorkLoop>();
            await loop.SettleAsync(CancellationToken.None);
            Add(await Measurement.OfAsync("look, nothing due", claims, 10, _ => loop.SettleAsync(CancellationToken.None)));
        }

        SqliteConnection.ClearAllPools();
        Add(await Measurement.OfAsync("start", claims, 3, _ => StartAsync(discord, database)));
        Add(Measurement.Once("backup", claims, await BotProcess.RunAsync(host, database, "backup", Path.Combine(folder, "backup.db"))));
        File.Delete(Path.Combine(folder, "backup.db"));
        Add(Measurement.Once("audit verify", claims, await BotProcess.RunAsync(host, database, "audit", "verify")));
        return figures;

        void Add(Measurement measured)
        {
            report.Add(measured);
            figures[measured.What] = measured.P95;
        }
    }

    /// <summary>Starts the host until its commands are registered, and stops it.</summary>
    private async Task StartAsync(StandIn discord, string database)
    {
        var registered = discord.NextRegistrationAsync();
        using var bot = BotProcess.StartHost(host, discord.Address, database);
        await registered.WaitAsync(TimeSpan.FromMinutes(10));
        bot.Kill();
    }
}
