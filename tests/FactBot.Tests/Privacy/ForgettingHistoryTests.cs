using System.Collections.Concurrent;

namespace FactBot.Tests.Privacy;

public class ForgettingHistoryTests(ITestOutputHelper output)
{
    [Fact]
    public async Task After_any_history_nothing_is_left_of_who_was_forgotten()
    {
        var first = Campaign.Setting("FACTBOT_FORGETTING_SEED", 1);
        var seeds = Enumerable.Range(first, Campaign.Setting("FACTBOT_FORGETTINGS", 6));
        var counts = new ConcurrentBag<(int Forgotten, int Killed, int Gone)>();
        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, _) =>
        {
            try
            {
                await using var history = await ForgettingHistory.PlayAsync(seed);
                counts.Add(history.Counts);
            }
            catch (Exception e)
            {
                failures.Add($"seed {seed}: {e.Message}\n{e.StackTrace}");
            }
        });
        output.WriteLine($"{counts.Sum(c => c.Forgotten)} people forgotten, {counts.Sum(c => c.Gone)} texts gone, {counts.Sum(c => c.Killed)} kills");
        Assert.True(failures.IsEmpty, $"{failures.Count} failed\n{string.Join('\n', failures.Take(5))}");
        Assert.True(counts.Sum(c => c.Gone) > counts.Count / 2);
    }
}
