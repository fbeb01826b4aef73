using System.Diagnostics;
using System.Globalization;
using FactBot.Matching;
using FactBot.Text.Learning;
using FactBot.Text.Matching;

namespace FactBot.Benchmarks;

/// <summary><c>matching</c> and <c>decision</c>: which claim says the same as a text, and whether any does.</summary>
internal static class MatchingBenchmark
{
    /// <summary>Queries that are asked once before time is taken.</summary>
    private const int WarmUp = 100;

    private const int Best = 5;

    public static async Task<int> RunAsync(Arguments arguments, bool decides)
    {
        var queriesPath = arguments.Get("queries");
        var beside = queriesPath.Replace("queries", "qrels", StringComparison.Ordinal);
        var gold = arguments.Find("qrels") ?? (beside != queriesPath && File.Exists(beside) ? beside : null);
        if (decides && gold is null)
        {
            throw new FormatException("decision needs the gold: give it as --qrels.");
        }

        var queries = Queries.Read(queriesPath, gold);
        await using var collection = await ClaimCollection.OpenAsync(CollectedClaim.Read(arguments.Get("claims")));
        var model = arguments.ValuesOf("learn") is [var learnQueries, var learnQrels]
            ? await LearnAsync(collection, Queries.Read(learnQueries, learnQrels))
            : MatchModel.ByHand;
        // A bot that has run for a while has its code compiled already.
        foreach (var (_, text) in queries.Texts.Take(WarmUp))
        {
            await collection.FindAsync(text, model);
        }

        await using var output = new StreamWriter(arguments.Get("out"));
        var runs = new List<Run>();
        foreach (var (id, written) in queries.Texts)
        {
            var text = arguments.Has("typos") ? Typos.PutInto(written) : written;
            runs.Add(await RunOneAsync(collection, id, text, model, hidden: null));
            await WriteAsync(output, runs[^1], decides ? "\twith" : "");
            if (decides)
            {
                runs.Add(await RunOneAsync(collection, id, text, model, queries.Gold.GetValueOrDefault(id) ?? []));
                await WriteAsync(output, runs[^1], "\twithout");
            }
        }

        Tell(runs, queries.Gold, decides);
        return 0;
    }

    private static async Task<Run> RunOneAsync(
        ClaimCollection collection, string id, string text, Logistic model, IReadOnlySet<string>? hidden)
    {
        var clock = Stopwatch.StartNew();
        var found = await collection.FindAsync(text, model, hidden);
        return new(id, hidden is not null, [.. found.Take(Best).Select(f => (f.Id, f.Probability))], clock.Elapsed);
    }

    private static async Task WriteAsync(StreamWriter output, Run run, string more)
    {
        foreach (var (claim, score) in run.Found)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{run.Query}\t{claim}\t{score:F6}{more}"));
        }
    }

    /// <summary>
    /// Learns as from a team's own triage: of each text's nearest claim, while its own was there and while it was not, whether
    /// it was found the same; and of its own where another was nearer, which an editor marks as the duplicate.
    /// </summary>
    private static async Task<Logistic> LearnAsync(ClaimCollection collection, Queries decided)
    {
        var examples = new List<(MatchFeatures Features, bool IsSame)>();
        foreach (var (id, text) in decided.Texts)
        {
            var right = decided.Gold.GetValueOrDefault(id) ?? [];
            var found = await collection.FindAsync(text, MatchModel.ByHand);
            var offered = found.Take(1).Concat(found.Skip(1).Where(f => right.Contains(f.Id)))
                .Concat((await collection.FindAsync(text, MatchModel.ByHand, right)).Take(1));
            examples.AddRange(offered.Where(f => right.Contains(f.Id) || f.Probability >= MatchModel.PerhapsSame).Select(f => (f.Claim.Features, right.Contains(f.Id))));
        }

        var learned = MatchModel.Learn(examples);
        Console.Error.WriteLine($"learned: {learned.Bias:F2} " + string.Join(", ", MatchField.Named(MatchFeatures.Of(learned.Weights)).Select(f => $"{f.What} {f.Weight:F2}")));
        return learned;
    }

    private static void Tell(List<Run> runs, IReadOnlyDictionary<string, HashSet<string>> gold, bool decides)
    {
        var times = runs.Select(r => r.Time.TotalMilliseconds).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"time per match: median {times[times.Count / 2]:F1} ms, p95 {times[times.Count * 95 / 100]:F1} ms"));
        if (gold.Count == 0)
        {
            return;
        }

        var with = runs.Where(r => !r.IsWithout).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MAP@5 {with.Average(r => Figures.AveragePrecision(r.Found.Select(f => f.Claim), gold[r.Query])):F4} over {with.Count} queries"));
        if (decides)
        {
            var recall = Figures.RecallAtPrecision(
                [.. runs.Where(r => r.Found.Count > 0).Select(r => (r.Found[0].Score, !r.IsWithout && gold[r.Query].Contains(r.Found[0].Claim)))], with.Count, 0.9);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recall at precision .90: {recall:F4}"));
        }
    }

    private sealed record Run(string Query, bool IsWithout, IReadOnlyList<(string Claim, double Score)> Found, TimeSpan Time);
}
