using System.Text.Json.Nodes;
using FactBot.Sandbox.Demo;
using FactBot.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Tests.Stories;

/// <summary>
/// While a round is open, nothing that the bot says tells what somebody voted or why: to Discord, and to its log at every
/// level. The names of all ratings stand in each list of them, before and after any vote; such a list must stay the same.
/// </summary>
public class SealTests
{
    private const string Second = "The ledger of the harbour, page 91";

    private static readonly string[] Reasons = ["The register of ships, page 4", Second, "A call to the harbour master"];

    private static readonly string[] Ratings = ["Missing context", "missing-context", "Unverifiable"];

    private static readonly string[] Others = ["Mostly true", "Mixed", "Unverifiable", "Not a claim"];

    [Fact]
    public async Task Until_the_round_closes_no_byte_to_discord_or_the_log_tells_a_rating_or_a_reason()
    {
        using var logs = new KeptLogs();
        await using var newsroom = await Newsroom.OpenAsync(change: services => KeepLogs(services, logs));
        var (ada, ben, chi, dee) = (newsroom.Ada, newsroom.Ben, newsroom.Chi, newsroom.Dee);
        await newsroom.OpenClaimAsync();
        await ada.AssignsAsync(1, "Dee");
        var formBefore = FieldsOf(await dee.PressesAsync("Vote", await newsroom.CardAsync(1)));
        var ratingsBefore = await dee.TypesAsync("vote", "rating", "");
        var spokenBefore = (await SpokenAsync(newsroom)).Count;

        await ben.AsksAsync("vote", ("claim", "1"), ("rating", "unverifiable"), ("reason", Reasons[0]));
        await ben.AsksAsync("vote", ("claim", "1"), ("rating", "missing-context"), ("reason", Second), ("confidence", "low"));
        await chi.FillsAsync(
            await chi.PressesAsync("Vote", await newsroom.CardAsync(1)),
            ("rating", "missing-context"), ("confidence", "high"), ("reason", Reasons[2]));
        await LookEverywhereAsync(newsroom);
        await newsroom.Client.AdvanceAsync(TimeSpan.FromDays(1));
        await newsroom.Client.RestartAsync();
        await LookEverywhereAsync(newsroom);

        Assert.Equal(formBefore, FieldsOf(await dee.PressesAsync("Vote", await newsroom.CardAsync(1))));
        Assert.Equal(ratingsBefore, await dee.TypesAsync("vote", "rating", ""));
        Assert.Contains("2 of 3 votes in", (await newsroom.CardAsync(1)).Text, StringComparison.Ordinal);
        var spoken = (await SpokenAsync(newsroom)).Skip(spokenBefore).Where(s => !ListsAllRatings(s)).ToList();
        Assert.True(spoken.Count > 60, $"the bot said only {spoken.Count} things");
        Assert.DoesNotContain(spoken.Concat(logs.Take()), Tells);

        // That it would have been found: the last vote closes the round, and now everybody may know.
        Assert.Contains("agree on **Missing context**", (await dee.VotesAsync(1, "missing-context")).Text, StringComparison.Ordinal);
        await ada.AsksAsync("claim show", ("claim", "1"));
        Assert.Contains(await SpokenAsync(newsroom), s => Tells(s) && !ListsAllRatings(s));
    }

    private static async Task LookEverywhereAsync(Newsroom newsroom)
    {
        foreach (var person in new[] { newsroom.Ada, newsroom.Fay })
        {
            foreach (var command in new[] { "claim show", "verdict show", "verdict history", "verdict publish", "verdict correct", "assign-auto", "audit show" })
            {
                await person.AsksAsync(command, ("claim", "1"));
            }

            foreach (var command in new[] { "claim list", "queue", "digest now", "desk stats", "settings", "me topics", "me away", "article list", "help" })
            {
                await person.AsksAsync(command);
            }

            await person.AsksAsync("claim list", ("stage", "open"), ("sort", "due"));
            await person.AsksAsync("evidence show", ("claim", "1"), ("source", "1"));
            await person.AsksAsync("verdict publish", ("claim", "1"), ("rating", "true"), ("reason", "I decide alone"));
            await person.AsksAsync("release", ("claim", "1"), ("reviewer", "Ben"));
            foreach (var command in new[] { "claim show", "vote", "verdict publish", "triage", "evidence show", "release" })
            {
                await person.TypesAsync(command, "claim", "");
            }
        }

        await newsroom.Chi.AsksAsync("decline", ("claim", "1"), ("reason", "No time"));
        await newsroom.Chi.AsksAsync("hand-over", ("claim", "1"), ("to", "Eli"));
    }

    private static void KeepLogs(IServiceCollection services, KeptLogs logs)
    {
        services.RemoveAll<ILoggerProvider>();
        services.AddSingleton<ILoggerProvider>(logs);
        services.Configure<LoggerFilterOptions>(filter =>
        {
            filter.Rules.Clear();
            filter.MinLevel = LogLevel.Trace;
        });
    }

    /// <summary>The body of every call that the bot made, and every frame it sent.</summary>
    private static async Task<List<string>> SpokenAsync(Newsroom newsroom) =>
    [
        .. (await newsroom.TrafficAsync()).Select(t => (string?)t["kind"] == "rest"
            ? $"{t["method"]} {t["path"]} {t["request"]?.ToJsonString()}"
            : (string?)t["from"] == "bot" ? t["frame"]!.ToJsonString() : ""),
    ];

    private static bool Tells(string text) =>
        Reasons.Concat(Ratings).Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static bool ListsAllRatings(string text) =>
        Others.All(r => text.Contains(r, StringComparison.OrdinalIgnoreCase));

    private static string FieldsOf(Answer answer) => new JsonObject
    {
        ["title"] = answer.Form!["title"]!.DeepClone(),
        ["fields"] = answer.Form["fields"]!.DeepClone(),
    }.ToJsonString();
}
