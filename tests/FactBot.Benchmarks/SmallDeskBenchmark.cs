using System.Globalization;
using FactBot.Text.Learning;
using FactBot.Text.Matching;

namespace FactBot.Benchmarks;

/// <summary>
/// <c>small</c>: how often the right claim is offered, and how often one is though nothing is there, while a team has few
/// claims. Desks are drawn from the collection; of half of the texts asked there the own claim is on the desk.
/// </summary>
internal static class SmallDeskBenchmark
{
    private static readonly int[] Sizes = [20, 100, 1000];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var claims = CollectedClaim.Read(arguments.Get("claims"));
        var queries = Queries.Read(arguments.Get("queries"), arguments.Get("qrels"));
        var asked = int.Parse(arguments.Find("asked") ?? "2000", CultureInfo.InvariantCulture);
        var unlearned = int.Parse(arguments.Find("taught") ?? "0", CultureInfo.InvariantCulture);
        foreach (var size in Sizes)
        {
            var total = new Total();
            for (var seed = 1; total.There < asked / 2; seed++)
            {
                await PlayAsync(claims, queries, size, new Random(seed), unlearned, total);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,5} claims: offered where it is there {(double)total.Offered / total.There:F4}, first {(double)total.First / total.There:F4}; offered though nothing is there {(double)total.Wrong / total.NotThere:F4}; told as the same though it is not {total.WronglySame} of {total.There + total.NotThere}; told as the same rightly {total.RightlySame}"));
        }

        return 0;
    }

    /// <summary>Draws one desk, and asks it as many texts whose claim it has as texts whose claim it has not.</summary>
    private static async Task PlayAsync(
        IReadOnlyList<CollectedClaim> claims, Queries queries, int size, Random random, int unlearned, Total total)
    {
        var texts = queries.Texts.Where(t => queries.Gold.ContainsKey(t.Id)).ToArray();
        random.Shuffle(texts);
        var half = Math.Min(size, texts.Length) / 2;
        var (there, away) = (texts[..half], texts[half..(2 * half)]);
        var gold = there.SelectMany(t => queries.Gold[t.Id]).ToHashSet();
        var absent = away.SelectMany(t => queries.Gold[t.Id]).ToHashSet();
        there = [.. there.Where(t => !queries.Gold[t.Id].Overlaps(absent))];
        away = [.. away.Where(t => !queries.Gold[t.Id].Overlaps(gold))];
        var others = claims.Where(c => !gold.Contains(c.Id) && !absent.Contains(c.Id)).ToArray();
        random.Shuffle(others);
        await using var collection = await ClaimCollection.OpenAsync(
            [.. claims.Where(c => gold.Contains(c.Id)), .. others.Take(Math.Max(0, size - gold.Count))]);
        var model = await UnlearnAsync(collection, away, unlearned);
        foreach (var (id, text) in there)
        {
            total.Count(await collection.FindAsync(text, model), queries.Gold[id]);
        }

        foreach (var (_, text) in away)
        {
            total.Count(await collection.FindAsync(text, model), null);
        }
    }

    /// <summary>As a team would that answers “Submit anyway” so many times in a row, rightly.</summary>
    private static async Task<Logistic> UnlearnAsync(ClaimCollection collection, (string Id, string Text)[] away, int most)
    {
        var examples = new List<(MatchFeatures Features, bool IsSame)>();
        foreach (var (_, text) in away.Take(most))
        {
            examples.AddRange((await collection.FindAsync(text, MatchModel.ByHand)).Take(1).Select(f => (f.Claim.Features, false)));
        }

        return MatchModel.Learn(examples);
    }

    private sealed class Total
    {
        public int There { get; private set; }

        public int NotThere { get; private set; }

        public int Offered { get; private set; }

        public int First { get; private set; }

        public int Wrong { get; private set; }

        public int WronglySame { get; private set; }

        public int RightlySame { get; private set; }

        public void Count(IReadOnlyList<(string Id, Comparison Claim, double Probability)> found, HashSet<string>? right)
        {
            // As an offer shows them: the three likeliest.
            var offered = found.Where(f => f.Probability >= MatchModel.PerhapsSame).Take(3).ToList();
            var same = found.Where(f => f.Claim.Agreement == Agreement.Same).ToList();
            WronglySame += same.Exists(f => right?.Contains(f.Id) is not true) ? 1 : 0;
            RightlySame += same.Exists(f => right?.Contains(f.Id) is true) ? 1 : 0;
            if (right is null)
            {
                NotThere++;
                Wrong += offered.Count > 0 ? 1 : 0;
            }
            else
            {
                There++;
                Offered += offered.Exists(f => right.Contains(f.Id)) ? 1 : 0;
                First += offered.Count > 0 && right.Contains(offered[0].Id) ? 1 : 0;
            }
        }
    }
}
