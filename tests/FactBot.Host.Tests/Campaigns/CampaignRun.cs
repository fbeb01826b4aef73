using System.Text.Json.Nodes;
using FactBot.Host.Tests.Stories;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>
/// One seeded run: a team works through days and nights on whatever its desk needs, while connection, calls and bot break
/// between their acts. In the end everything is counted.
/// </summary>
internal sealed class CampaignRun
{
    private static readonly string[] Faults =
    [
        "disconnect", "reconnect", "invalidSession", "dropEvents", "replayEvents", "silence", "http500", "rateLimit",
        "slow", "loseResponse",
    ];

    private readonly Newsroom newsroom;
    private readonly int seed;
    private readonly Random random;
    private readonly Persistence people;
    private readonly Actor[] reviewers;
    private int acts;

    public CampaignRun(Newsroom newsroom, int seed)
    {
        (this.newsroom, this.seed, random) = (newsroom, seed, new Random(seed));
        people = new Persistence(newsroom, random, Diary.Add);
        reviewers = [newsroom.Ben, newsroom.Chi, newsroom.Dee, newsroom.Eli];
    }

    /// <summary>What happened, a line each, for a run that failed.</summary>
    public List<string> Diary { get; } = [];

    public async Task PlayAsync(int interactions)
    {
        // Answered once the desk is set up: no fault strikes the opening scene.
        await newsroom.Ada.AsksAsync("help");
        while (people.Interactions < interactions)
        {
            newsroom.Leap(TimeSpan.FromSeconds(random.Next(5, 30)));
            switch (random.Next(20))
            {
                case < 5:
                    await StrikeAsync();
                    break;
                case 5:
                    Diary.Add("the bot is restarted");
                    await newsroom.Client.RestartAsync();
                    break;
                case 6 or 7:
                    var night = TimeSpan.FromHours(random.Next(3, 12));
                    Diary.Add($"{night.TotalHours} hours pass");
                    await newsroom.Client.AdvanceAsync(night);
                    break;
            }

            acts++;
            await ActAsync();
        }
    }

    /// <summary>Lets everything heal, then names all that is not as it should be.</summary>
    public async Task<IReadOnlyList<string>> JudgeAsync()
    {
        for (var i = 0; i < 5; i++)
        {
            await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(5));
        }

        return [.. people.GivenUp, .. await new CampaignJudge(newsroom, people).JudgeAsync()];
    }

    public string Describe() => $"{acts} acts, {people.Interactions} interactions, "
        + string.Join(", ", newsroom.Database.CountRows().Where(t => t.Key is "Claims" or "Ballots" or "Verdicts" or "Digests" or "Identifies").Select(t => $"{t.Value} {t.Key}"));

    private async Task StrikeAsync()
    {
        var fault = Faults[random.Next(Faults.Length)];
        var ms = random.Next(50, 1500);
        Diary.Add($"fault {fault} ms {ms}");
        await newsroom.Client.PostAsync("stage/faults", new JsonObject { ["kind"] = fault, ["count"] = 1, ["ms"] = ms });
    }

    private Task ActAsync() => random.Next(12) switch
    {
        0 or 1 when Pick("Submitted") is { } claim => TriageAsync(claim),
        2 when Pick("Open") is { } claim => AssignAsync(claim),
        3 or 4 when Pick("Open") is { } claim => AddSourceAsync(claim),
        5 or 6 or 7 or 8 when Pick("Open") is { } claim => VoteAsync(claim),
        9 when Pick("Agreed") is { } claim => PublishAsync(claim),
        10 when random.Next(3) == 0 => people.AskAsync("digest now", () => newsroom.Ada.AsksAsync("digest now"), Effect.Digest()),
        11 => people.AskAsync("claim list", () => newsroom.Ben.AsksAsync("claim list")),
        _ => SubmitAsync(),
    };

    /// <summary>The number of the first claim of the stage; null where there is none.</summary>
    private string? Pick(string stage) =>
        newsroom.Database.Read($"SELECT Number FROM Claims WHERE Stage = '{stage}' ORDER BY Number LIMIT 1") is [var first] ? first : null;

    private Task<Answer?> SubmitAsync()
    {
        var text = $"Claim {acts} of seed {seed}.";
        return people.AskAsync($"submit {acts}", () => newsroom.Fay.SubmitsAsync(text), Effect.Claim(text));
    }

    private Task TriageAsync(string claim)
    {
        if (random.Next(4) > 0)
        {
            return people.AskAsync(
                $"accept #{claim}",
                () => newsroom.Ada.AsksAsync("triage", ("claim", claim), ("action", "accept")), Effect.Acceptance(claim));
        }

        var reason = $"Rejected in act {acts} of seed {seed}.";
        return FillAsync(
            $"reject #{claim}", newsroom.Ada,
            () => newsroom.Ada.AsksAsync("triage", ("claim", claim), ("action", "reject")), [("reason", reason)], Effect.Rejection(reason));
    }

    private Task<Answer?> AssignAsync(string claim)
    {
        var reviewer = random.Next(reviewers.Length) switch { 0 => "Ben", 1 => "Chi", 2 => "Dee", _ => "Eli" };
        return people.AskAsync(
            $"assign #{claim} to {reviewer}",
            () => newsroom.Ada.AsksAsync("assign", ("claim", claim), ("reviewer", reviewer)), Effect.Assignment(claim));
    }

    private Task<Answer?> AddSourceAsync(string claim)
    {
        var url = $"https://example.org/{seed}/{acts}";
        return people.AskAsync(
            $"source on #{claim}", () => newsroom.Ben.AddsSourceAsync(int.Parse(claim, null), url), Effect.Source(url));
    }

    private async Task VoteAsync(string claim)
    {
        var reviewer = reviewers[random.Next(reviewers.Length)];
        var rating = random.Next(6) == 0 ? "true" : "false";
        var reason = $"Voted in act {acts} of seed {seed}.";
        var card = (await newsroom.ReadAsync("review"))
            .FirstOrDefault(m => m.Text.StartsWith($"#{claim} ·", StringComparison.Ordinal) && m.Buttons.Contains("Vote"));
        await (card is not null && random.Next(2) == 0
            ? FillAsync(
                $"vote on #{claim} from its card", reviewer,
                () => reviewer.PressesAsync("Vote", card), [("rating", rating), ("reason", reason)], Effect.Ballot(reason))
            : people.AskAsync(
                $"vote on #{claim}",
                () => reviewer.AsksAsync("vote", ("claim", claim), ("rating", rating), ("reason", reason)), Effect.Ballot(reason)));
    }

    private Task PublishAsync(string claim)
    {
        var summary = $"Published in act {acts} of seed {seed}.";
        return FillAsync(
            $"publish #{claim}", newsroom.Ada, () => newsroom.Ada.AsksAsync("verdict publish", ("claim", claim)),
            [("summary", summary), ("explanation", "We compared them.")], Effect.Verdict(summary));
    }

    /// <summary>Opens a form and fills it.</summary>
    private async Task FillAsync(
        string what, Actor who, Func<Task<Answer>> openAsync, (string, string)[] values, Effect effect)
    {
        var form = await people.AskAsync($"{what}: open", openAsync);
        if (form?.Form is not null)
        {
            await people.AskAsync(what, () => who.FillsAsync(form, values), effect);
        }
    }
}
