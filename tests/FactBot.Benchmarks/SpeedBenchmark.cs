using System.Diagnostics;
using System.Globalization;
using FactBot.Text.Matching;

namespace FactBot.Benchmarks;

/// <summary><c>speed</c>: how long a match takes among many claims, made of the collection's by mixing their parts.</summary>
internal static class SpeedBenchmark
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var count = int.Parse(arguments.Get("count"), CultureInfo.InvariantCulture);
        var claims = CollectedClaim.Read(arguments.Get("claims"));
        var queries = Queries.Read(arguments.Get("queries"), null);
        var clock = Stopwatch.StartNew();
        await using var collection = await ClaimCollection.OpenAsync(Many(claims, count));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} claims indexed in {clock.Elapsed.TotalSeconds:F0} s"));
        var times = new List<double>();
        foreach (var (_, text) in queries.Texts)
        {
            clock.Restart();
            await collection.FindAsync(text, MatchModel.ByHand);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"time per match: median {times[times.Count / 2]:F1} ms, p95 {times[times.Count * 95 / 100]:F1} ms"));
        return 0;
    }

    private static IEnumerable<CollectedClaim> Many(IReadOnlyList<CollectedClaim> claims, int count)
    {
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            var claim = claims[i % claims.Count];
            yield return i < claims.Count ? claim : claim with
            {
                Id = $"{claim.Id}-{i}",
                Title = claims[random.Next(claims.Count)].Title,
                Text = $"{Half(claim.Text, first: true)} {Half(claims[random.Next(claims.Count)].Text, first: false)}",
                Subtitle = claims[random.Next(claims.Count)].Subtitle,
            };
        }
    }

    private static string Half(string text, bool first)
    {
        var words = text.Split(' ');
        return string.Join(' ', first ? words[..(words.Length / 2)] : words[(words.Length / 2)..]);
    }
}
