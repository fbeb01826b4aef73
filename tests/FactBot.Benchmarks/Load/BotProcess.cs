using System.Diagnostics;
using System.Globalization;

namespace FactBot.Benchmarks;

/// <summary>A bot in a process of its own, with what the system says of its time and memory.</summary>
internal sealed class BotProcess : IDisposable
{
    /// <summary>The system counts a process's time in hundredths of a second.</summary>
    /// <remarks>sysconf(_SC_CLK_TCK), 100 on Linux: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html</remarks>
    private const double TicksPerSecond = 100;

    private readonly Process process;

    private BotProcess(Process process) => this.process = process;

    /// <summary>Starts the host in a folder with a database, connected to the stand-in.</summary>
    public static BotProcess StartHost(string folder, Uri discord, string database) => Start(Path.Combine(folder, "FactBot.Host"), ["run"], discord, database);

    /// <summary>Starts the plain bot.</summary>
    public static BotProcess StartPlain(Uri discord, string database) => Start(Environment.ProcessPath!, [PlainBot.Command], discord, database);

    /// <summary>Runs a command of the host to its end, and returns how long it took.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<TimeSpan> RunAsync(string folder, string database, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var bot = Start(Path.Combine(folder, "FactBot.Host"), arguments, new Uri("http://127.0.0.1:1"), database);
        await bot.process.WaitForExitAsync();
        return bot.process.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {bot.process.ExitCode}.");
    }

    /// <summary>The processor time it has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
    }

    /// <summary>Its resident memory, in megabytes.</summary>
    public double Megabytes => Status("VmRSS:");

    /// <summary>The most resident memory it has had, in megabytes.</summary>
    public double MostMegabytes => Status("VmHWM:");

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
    }

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private static BotProcess Start(string program, string[] arguments, Uri discord, string database)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FACTBOT_Discord__Token"] = "benchmark";
        start.Environment["FACTBOT_Discord__ApiUrl"] = discord.ToString();
        start.Environment["FACTBOT_Storage__Path"] = database;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Tell(line.Data);
        process.ErrorDataReceived += (_, line) => Tell(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    private static void Tell(string? line)
    {
        if (line is not null && (line.Contains("rror", StringComparison.Ordinal) || line.Contains("fail", StringComparison.Ordinal)))
        {
            Console.Error.WriteLine($"  bot: {line}");
        }
    }

    private double Status(string name) => double.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal),
        CultureInfo.InvariantCulture) / 1024;
}
