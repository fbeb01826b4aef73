using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FactBot.Benchmarks;

/// <summary>Durations of one kind of work, in milliseconds.</summary>
/// <param name="What">What was measured, such as <c>claim show</c>.</param>
/// <param name="Claims">The number of claims in the database.</param>
/// <param name="Times">One duration per run.</param>
/// <param name="Seconds">How long all runs took together.</param>
internal sealed record Measurement(string What, int Claims, IReadOnlyList<double> Times, double Seconds)
{
    private readonly double[] sorted = [.. Times.Order()];

    public double PerSecond => Times.Count / Seconds;

    public double P50 => At(50);

    public double P95 => At(95);

    public double P99 => At(99);

    /// <summary>Runs the work several times, one run after the other.</summary>
    public static async Task<Measurement> OfAsync(string what, int claims, int runs, Func<int, Task> workAsync)
    {
        var times = new List<double>(runs);
        var all = Stopwatch.StartNew();
        for (var run = 0; run < runs; run++)
        {
            var one = Stopwatch.StartNew();
            await workAsync(run);
            times.Add(one.Elapsed.TotalMilliseconds);
        }

        return new(what, claims, times, all.Elapsed.TotalSeconds);
    }

    /// <summary>Returns a measurement of a single run.</summary>
    public static Measurement Once(string what, int claims, TimeSpan time) => new(what, claims, [time.TotalMilliseconds], time.TotalSeconds);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{What,-34} {Claims,9:N0} {PerSecond,9:N1}/s  p50 {P50,9:N1}  p95 {P95,9:N1}  p99 {P99,9:N1} ms");

    private double At(int percent) => sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
}

/// <summary>Prints figures as they come, and appends them to the file of <c>--json</c>, one a line.</summary>
internal sealed class Report(Arguments arguments)
{
    private readonly string? file = arguments.Find("json");

    public void Add(Measurement m)
    {
        Console.WriteLine(m);
        Write(new { what = m.What, claims = m.Claims, perSecond = Round(m.PerSecond), p50 = Round(m.P50), p95 = Round(m.P95), p99 = Round(m.P99) });
    }

    /// <summary>Adds a single number, such as megabytes.</summary>
    public void Add(string what, int claims, double value, string unit)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34} {claims,9:N0} {value,9:N1} {unit}"));
        Write(new { what, claims, value = Round(value), unit });
    }

    private void Write<T>(T line)
    {
        if (file is not null)
        {
            File.AppendAllText(file, JsonSerializer.Serialize(line) + "\n");
        }
    }

    private static double Round(double value) => Math.Round(value, 2);
}
