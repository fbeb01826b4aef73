using System.Diagnostics;
using System.Text.Json.Nodes;
using FactBot.Host.Tests.Stories;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>Many teams whose digest is due in the same minute; FACTBOT_TEAMS sets how many (500 for a full campaign).</summary>
public class DigestBurstTests(ITestOutputHelper output)
{
    private const string Closed = "T1";

    [Fact]
    public async Task Digests_of_many_teams_at_once_go_out_within_the_limits_and_hold_up_nobody()
    {
        var teams = Enumerable.Range(1, CampaignTests.Setting("FACTBOT_TEAMS", 60)).Select(i => $"T{i}").ToList();
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Ada.AsksAsync("help");
        await Parallel.ForEachAsync(
            teams, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (team, _) => await SetUpAsync(newsroom, team));
        await AllowPostsAsync(newsroom, isAllowed: false);
        var nine = new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
        await newsroom.Client.AdvanceAsync(nine - TimeSpan.FromMinutes(5) - newsroom.Now);
        var quiet = await ActAsync(newsroom, teams);
        Assert.Empty(await newsroom.ReadAsync("T2-digest"));

        var clock = Stopwatch.StartNew();
        newsroom.Leap(nine - newsroom.Now);
        var busy = await ActAsync(newsroom, teams);
        await Newsroom.UntilAsync(async () => await CountDigestsAsync(newsroom) >= teams.Count);
        output.WriteLine($"{teams.Count} digests in {clock.Elapsed.TotalSeconds:0.0} s");
        output.WriteLine($"first answers on a quiet day: {Describe(quiet)}; meanwhile: {Describe(busy)}");

        Assert.All(busy, answer => Assert.True(answer.IsReply, answer.Text));
        foreach (var team in teams.Where(t => t != Closed))
        {
            Assert.Single(await newsroom.ReadAsync($"{team}-digest"));
        }

        await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(9));
        var statuses = (await newsroom.TrafficAsync()).CountBy(t => (int?)t["status"] ?? 0).ToDictionary();
        Assert.Equal(0, statuses.GetValueOrDefault(429));
        Assert.Equal(1, statuses.GetValueOrDefault(403));

        await AllowPostsAsync(newsroom, isAllowed: true);
        await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Single(await newsroom.ReadAsync($"{Closed}-digest"));
    }

    private static async Task SetUpAsync(Newsroom newsroom, string team)
    {
        await newsroom.Client.PostAsync("stage/guilds", new JsonObject { ["name"] = team });
        var options = new JsonObject
        {
            ["review"] = $"{team}-review",
            ["verdicts"] = $"{team}-verdicts",
            ["digest"] = $"{team}-digest",
            ["reviewers"] = "reviewer",
            ["editors"] = "editor",
            ["zone"] = "Europe/Kyiv",
            ["time"] = "09:00",
        };
        Assert.Contains("The desk is set up", (await ActAsync(newsroom, team, "Ada", "setup", options)).Text, StringComparison.Ordinal);
    }

    /// <summary>People in many teams ask and submit, one every fifth of a second.</summary>
    private static Task<Answer[]> ActAsync(Newsroom newsroom, List<string> teams) =>
        Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200 * i), TimeProvider.System);
            var team = teams[i * teams.Count / 40];
            return i % 2 == 0
                ? await ActAsync(newsroom, team, "Fay", "claim submit", new JsonObject { ["text"] = $"Claim {i}." })
                : await ActAsync(newsroom, team, "Ben", "claim list", []);
        }));

    private static async Task<Answer> ActAsync(Newsroom newsroom, string team, string person, string command, JsonObject options) =>
        new(await newsroom.Client.PostAsync($"people/{person}/commands", new JsonObject
        {
            ["guild"] = team,
            ["channel"] = $"{team}-newsroom",
            ["command"] = command,
            ["options"] = options,
        }));

    private static Task<JsonObject> AllowPostsAsync(Newsroom newsroom, bool isAllowed) => newsroom.Client.PostAsync(
        "stage/permissions",
        new JsonObject
        {
            ["guild"] = Closed,
            ["channel"] = $"{Closed}-digest",
            ["role"] = "FactBot",
            ["deny"] = isAllowed ? new JsonArray() : new JsonArray("SEND_MESSAGES"),
        });

    private static async Task<int> CountDigestsAsync(Newsroom newsroom) => (await newsroom.TrafficAsync()).Count(t =>
        (string?)t["method"] == "POST" && ((string?)t["path"])?.EndsWith("/messages", StringComparison.Ordinal) == true
        && (int?)t["status"] == 200
        && t["response"]!.ToJsonString() is var message
        && (message.Contains("The desk on", StringComparison.Ordinal) || message.Contains("A quiet day", StringComparison.Ordinal)));

    private static string Describe(Answer[] answers)
    {
        var times = answers.Select(a => a.ElapsedMs).Order().ToList();
        return $"median {times[times.Count / 2]:0} ms, slowest {times[^1]:0} ms, {answers.Count(a => a.IsDeferred)} deferred";
    }
}
