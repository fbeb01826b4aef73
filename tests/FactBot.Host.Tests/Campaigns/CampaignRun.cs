using System.Text.Json.Nodes;
using FactBot.Host.Tests.Stories;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>One seeded run: people act, faults strike between their acts, and in the end everything is counted.</summary>
internal sealed class CampaignRun(Newsroom newsroom, int seed)
{
    private static readonly string[] Faults =
    [
        "disconnect", "reconnect", "invalidSession", "dropEvents", "replayEvents", "silence", "http500", "rateLimit",
        "slow", "loseResponse",
    ];

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    private readonly Random random = new(seed);
    private readonly List<(string Text, string Outcome, bool MayFail)> submissions = [];
    private readonly List<(int Claim, string Url, string Outcome)> sources = [];
    private readonly List<string> outcomes = [];
    private int lastFault = int.MinValue;
    private bool isTroubled;

    /// <summary>What happened, a line each, for a run that failed.</summary>
    public List<string> Diary { get; } = [];

    public IEnumerable<string> Outcomes() => outcomes.CountBy(o => o).Select(o => $"{o.Key} {o.Value}");

    public async Task PlayAsync(int interactions)
    {
        // Answered once the desk is set up: no fault strikes the opening scene.
        await newsroom.Ada.AsksAsync("help");
        for (var i = 0; i < interactions; i++)
        {
            newsroom.Leap(TimeSpan.FromSeconds(random.Next(5, 30)));
            if (random.Next(4) == 0)
            {
                await StrikeAsync();
                lastFault = i;
            }

            // A fault may wait for a call or an event that only one of the next acts brings.
            isTroubled = i - 3 < lastFault;
            await ActAsync(i);
        }
    }

    /// <summary>Lets everything heal, then names all that is not as it should be.</summary>
    public async Task<IReadOnlyList<string>> JudgeAsync()
    {
        for (var i = 0; i < 5; i++)
        {
            await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(5));
        }

        return [.. await JudgeConnectionAsync(), .. JudgeDatabase(), .. await JudgeCardsAsync(), .. await JudgeAcknowledgementsAsync()];
    }

    private async Task StrikeAsync()
    {
        var fault = Faults[random.Next(Faults.Length)];
        var ms = random.Next(50, 1500);
        Diary.Add($"fault {fault} ms {ms}");
        await newsroom.Client.PostAsync("stage/faults", new JsonObject { ["kind"] = fault, ["count"] = 1, ["ms"] = ms });
    }

    private async Task ActAsync(int number)
    {
        var acting = random.Next(4) switch
        {
            0 when submissions.Exists(s => s.Outcome == "replied") => AddSourceAsync(number),
            1 => newsroom.Ada.AsksAsync("claim list"),
            2 => newsroom.Ada.AsksAsync("help"),
            _ => SubmitAsync(number),
        };
        if (isTroubled && await Task.WhenAny(acting, Task.Delay(Glance, TimeProvider.System)) != acting)
        {
            // Its three seconds need not be waited for in real time.
            newsroom.Leap(TimeSpan.FromSeconds(4));
        }

        var answer = await acting;
        outcomes.Add(answer.Outcome);
        Diary.Add($"{number}: {answer.Outcome} after {answer.ElapsedMs} ms: {answer.Text.Split('\n')[0]}");
    }

    private async Task<Answer> SubmitAsync(int number)
    {
        var text = $"Claim {number} of seed {seed}.";
        var answer = await newsroom.Fay.SubmitsAsync(text);
        submissions.Add((text, answer.Outcome, isTroubled));
        return answer;
    }

    private async Task<Answer> AddSourceAsync(int number)
    {
        var url = $"https://example.org/{seed}/{number}";
        var answer = await newsroom.Ben.AddsSourceAsync(1, url);
        sources.Add((1, url, answer.Outcome));
        return answer;
    }

    private async Task<IEnumerable<string>> JudgeConnectionAsync() =>
        (bool?)(await newsroom.Client.GetAsync("stage/bot"))["connected"] == true ? [] : ["the bot is not connected"];

    private IEnumerable<string> JudgeDatabase()
    {
        foreach (var (text, outcome, mayFail) in submissions)
        {
            var count = Count("SELECT count(*) FROM Claims WHERE Text = $value", text);
            if (count > 1 || (count == 0 && outcome == "replied"))
            {
                yield return $"“{text}” is there {count} times, and its answer was {outcome}";
            }

            if (outcome != "replied" && !mayFail)
            {
                yield return $"“{text}” got {outcome} although nothing was wrong";
            }
        }

        foreach (var (_, url, outcome) in sources)
        {
            var count = Count("SELECT count(*) FROM Sources WHERE Url = $value", url);
            if (count > 1 || (count == 0 && outcome == "replied"))
            {
                yield return $"{url} is there {count} times, and its answer was {outcome}";
            }
        }
    }

    private async Task<IEnumerable<string>> JudgeCardsAsync()
    {
        var claims = Count("SELECT count(*) FROM Claims WHERE Number > $value", "0");
        var cards = (await newsroom.ReadAsync("review")).Select(m => m.Text.Split(' ')[0]).ToList();
        return cards.Count == claims && cards.Distinct().Count() == claims
            ? []
            : [$"{claims} claims have {cards.Count} cards: {string.Join(' ', cards)}"];
    }

    private async Task<IEnumerable<string>> JudgeAcknowledgementsAsync() => (await newsroom.TrafficAsync())
        .Where(t => ((string?)t["path"])?.EndsWith("/callback", StringComparison.Ordinal) == true && (int?)t["status"] is 200 or 204)
        .CountBy(t => (string)t["path"]!).Where(c => c.Value > 1)
        .Select(c => $"acknowledged {c.Value} times: {c.Key}");

    private long Count(string sql, string value) => newsroom.Database.Count(sql, value);
}
