using System.Diagnostics;
using System.Globalization;

namespace FactBot.Benchmarks;

/// <summary><c>load</c>: votes and looks one by one and 64 at a time, start, memory and idle time, beside a plain bot.</summary>
internal sealed class LoadBenchmark(StandIn discord, Report report, int claims)
{
    private const int Starts = 5;
    private const int WarmUp = 300;
    private const int OneByOne = 300;
    private const int Together = 2_000;
    private const int InFlight = 64;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var claims = int.Parse(arguments.Find("claims") ?? "1000", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("factbot-load-").FullName;
        try
        {
            var database = Path.Combine(folder, "grown.db");
            // A claim takes two votes and stays open.
            await GrownDatabase.MakeAsync(database, claims, (WarmUp + OneByOne + Together) / 2);
            await using var discord = await StandIn.StartAsync(isLimited: true);
            var load = new LoadBenchmark(discord, new Report(arguments), claims);
            var host = arguments.Find("bot") ?? AppContext.BaseDirectory;
            var plain = await load.MeasureAsync("plain", () => BotProcess.StartPlain(discord.Address, Path.Combine(folder, "plain.db")));
            var ours = await load.MeasureAsync("factbot", () => BotProcess.StartHost(host, discord.Address, database));
            foreach (var (what, theirs) in plain)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34} FactBot to plain {ours[what] / theirs:F2}"));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Dictionary<string, double>> MeasureAsync(string who, Func<BotProcess> start)
    {
        var figures = new Dictionary<string, double>();
        using var bot = await StartAsync(who, start, figures);
        await Task.Delay(Rest, TimeProvider.System);
        Note("RSS idle", bot.Megabytes, "MB");
        var next = 0;
        await SendAsync(WarmUp, 8, () => VoteAsync(next++));
        await SendAsync(WarmUp, 8, HelpAsync);
        await Task.Delay(Rest, TimeProvider.System);
        await PhaseAsync("vote, 1 in flight", OneByOne, 1, () => VoteAsync(Interlocked.Increment(ref next) - 1));
        await PhaseAsync("vote, 64 in flight", Together, InFlight, () => VoteAsync(Interlocked.Increment(ref next) - 1));
        await PhaseAsync("help, 1 in flight", OneByOne, 1, HelpAsync);
        await PhaseAsync("help, 64 in flight", Together, InFlight, HelpAsync);
        Note("RSS peak", bot.MostMegabytes, "MB");
        await bot.StopAsync();

        using var idle = start();
        await Task.Delay(2 * Rest, TimeProvider.System);
        var before = idle.Cpu;
        await Task.Delay(Idle, TimeProvider.System);
        Note("CPU idle, a minute", (idle.Cpu - before).TotalSeconds * (TimeSpan.FromMinutes(1) / Idle), "s");
        await idle.StopAsync();
        return figures;

        void Note(string what, double value, string unit)
        {
            report.Add($"{who}: {what}", claims, value, unit);
            figures[what] = value;
        }

        async Task PhaseAsync(string what, int count, int inFlight, Func<Task> work)
        {
            var cpu = bot.Cpu;
            var times = await SendAsync(count, inFlight, work);
            report.Add(times with { What = $"{who}: {what}", Claims = claims });
            (figures[$"{what}, a second"], figures[$"{what}, p99"]) = (times.PerSecond, times.P99);
            Note($"CPU per {what}", (bot.Cpu - cpu).TotalMilliseconds / count, "ms");
            await Task.Delay(Rest, TimeProvider.System);
        }
    }

    /// <summary>Starts the bot several times, and leaves the last one running.</summary>
    private async Task<BotProcess> StartAsync(string who, Func<BotProcess> start, Dictionary<string, double> figures)
    {
        var times = new List<double>();
        while (true)
        {
            var registered = discord.NextRegistrationAsync();
            var clock = Stopwatch.StartNew();
            var bot = start();
            await registered.WaitAsync(TimeSpan.FromMinutes(10));
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (times.Count == Starts)
            {
                var all = new Measurement($"{who}: start", claims, times, times.Sum() / 1_000);
                report.Add(all);
                figures["start"] = all.P50;
                return bot;
            }

            await bot.StopAsync();
            bot.Dispose();
        }
    }

    private static async Task<Measurement> SendAsync(int count, int inFlight, Func<Task> work)
    {
        var (left, times, all) = (count, new List<double>(count), Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var one = Stopwatch.StartNew();
                await work();
                lock (times)
                {
                    times.Add(one.Elapsed.TotalMilliseconds);
                }
            }
        }));
        return new("", 0, times, all.Elapsed.TotalSeconds);
    }

    private async Task VoteAsync(int number)
    {
        var claim = GrownDesk.FirstReady(claims) + (number / 2);
        var (_, answer) = await discord.SendAsync(Member(GrownDesk.Reviewer(number).Value), string.Create(CultureInfo.InvariantCulture, $$"""
            {"id":"5","name":"vote","type":1,"options":[{"name":"claim","type":3,"value":"{{claim}}"},{"name":"rating","type":3,"value":"false"},{"name":"reason","type":3,"value":"The accounts say so."}]}
            """));
        if (!answer.Contains("is in", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"A vote on #{claim} was refused: {answer}");
        }
    }

    private Task HelpAsync() => discord.SendAsync(Member(GrownDesk.Reviewer(1).Value), """{"id":"6","name":"help","type":1}""");

    private static string Member(ulong person) =>
        $$"""{"user":{"id":"{{person}}","username":"reviewer"},"roles":["{{GrownDesk.Reviewers}}"],"permissions":"0"}""";
}
