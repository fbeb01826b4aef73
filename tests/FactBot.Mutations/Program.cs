using System.Collections.Concurrent;
using System.Diagnostics;
using FactBot.Mutations;

// dotnet run --project tests/FactBot.Mutations -- [--count 300] [--seed 1] [--area NAME] [--file PART] [--workers 2] [--survivors] [--rest]
// Changes the rules in one place at a time and runs the tests: what no test notices is printed. See CONTRIBUTING.md.
string Get(string name, string otherwise) => Array.IndexOf(args, "--" + name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : otherwise;

var repository = Directory.GetCurrentDirectory();
if (!File.Exists(Path.Combine(repository, "FactBot.sln")))
{
    Console.Error.WriteLine("Run this in the root of the repository.");
    return 2;
}

var count = int.Parse(Get("count", "300"));
var random = new Random(int.Parse(Get("seed", "1")));
var explained = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "survivors.tsv"))
    .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToDictionary(p => string.Join('\t', p[..3]), p => p[3]);
var areas = Area.All.Where(a => Get("area", a.Name) == a.Name).ToList();
var known = args.Contains("--survivors");

// The areas take turns, so that a small one is tried as well as a large one; each in a random order.
var queues = areas.Select(a => new Queue<Mutation>(FindAll(a).OrderBy(_ => random.Next()))).ToList();
var turns = new ConcurrentQueue<Mutation>();
while (queues.Exists(q => q.Count > 0))
{
    foreach (var queue in queues.Where(q => q.Count > 0))
    {
        turns.Enqueue(queue.Dequeue());
    }
}

Console.WriteLine($"{turns.Count:N0} places in {areas.Count} areas; trying {count}.");
var root = Directory.CreateTempSubdirectory("factbot-mutations-").FullName;
var tried = new ConcurrentBag<(Mutation Mutation, Outcome Outcome)>();
var watch = Stopwatch.StartNew();
try
{
    await Task.WhenAll(Enumerable.Range(0, int.Parse(Get("workers", "2"))).Select(WorkAsync));
}
finally
{
    Directory.Delete(root, recursive: true);
}

var survivors = tried.Where(t => t.Outcome == Outcome.Survived).Select(t => t.Mutation).OrderBy(m => m.File).ThenBy(m => m.Line).ToList();
foreach (var area in areas)
{
    var ofArea = tried.Where(t => t.Mutation.Area == area).ToList();
    Console.WriteLine($"{area.Name,-12} {ofArea.Count(t => t.Outcome == Outcome.Caught),4} of {ofArea.Count,4} caught");
}

foreach (var mutation in survivors)
{
    Console.WriteLine($"{(explained.TryGetValue(mutation.Key, out var why) ? $"survived ({why})" : "SURVIVED")}: {mutation}");
}

var unexplained = survivors.Count(m => !explained.ContainsKey(m.Key));
var caught = tried.Count(t => t.Outcome == Outcome.Caught);
Console.WriteLine($"{caught} of {tried.Count} caught ({100.0 * caught / Math.Max(1, tried.Count):F1} in a hundred), {unexplained} survivors without a reason, {watch.Elapsed:h\\:mm\\:ss}.");
return unexplained == 0 && caught >= 0.9 * tried.Count ? 0 : 1;

IEnumerable<Mutation> FindAll(Area area) =>
    from pattern in area.Files
    let folder = Path.Combine(repository, "src", area.Project, Path.GetDirectoryName(pattern)!)
    where Directory.Exists(folder)
    from path in Directory.EnumerateFiles(folder, Path.GetFileName(pattern)).Order()
    let file = Path.GetRelativePath(repository, path)
    where file.Contains(Get("file", ""), StringComparison.Ordinal)
    from mutation in MutationFinder.Find(area, file, File.ReadAllText(path))
    where !known || explained.ContainsKey(mutation.Key)
    select mutation;

async Task WorkAsync(int worker)
{
    var workshop = await Workshop.OpenAsync(repository, Path.Combine(root, $"{worker}"), areas.Select(a => a.Tests).Distinct());
    foreach (var area in areas.Where((_, i) => i % int.Parse(Get("workers", "2")) == worker))
    {
        if (!await workshop.PassesAsync(area, rest: false))
        {
            throw new InvalidOperationException($"The tests of {area.Name} fail as the source stands.");
        }
    }

    while (tried.Count < count && turns.TryDequeue(out var mutation))
    {
        var outcome = await workshop.TryAsync(mutation, args.Contains("--rest"));
        if (outcome != Outcome.NotCompiled)
        {
            tried.Add((mutation, outcome));
            Console.WriteLine($"[{tried.Count,4}] {watch.Elapsed:h\\:mm\\:ss} {outcome.ToString().ToLowerInvariant(),-8}  {mutation}");
        }
    }
}
