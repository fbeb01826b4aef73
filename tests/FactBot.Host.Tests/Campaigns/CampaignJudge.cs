using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Host.Tests.Stories;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>Counts what a run has left behind, and names all that is not as it should be.</summary>
internal sealed class CampaignJudge(Newsroom newsroom, Persistence people)
{
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    private static readonly DateTimeOffset FirstDigest = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    public async Task<IReadOnlyList<string>> JudgeAsync() =>
    [
        .. await JudgeConnectionAsync(),
        .. JudgeEffects(),
        .. JudgeDigests(),
        .. await JudgePostsAsync(),
        .. JudgeAcknowledgements(await newsroom.TrafficAsync()),
    ];

    private async Task<IEnumerable<string>> JudgeConnectionAsync() =>
        (bool?)(await newsroom.Client.GetAsync("stage/bot"))["connected"] == true ? [] : ["the bot is not connected"];

    private IEnumerable<string> JudgeEffects() =>
        from effect in people.Due
        let count = newsroom.Database.Count(effect.Sql, effect.Mark)
        where count < effect.Least || count > effect.Most
        select $"{effect.Mark} is there {count} times, not {effect.Least} to {effect.Most} times ({effect.Sql})";

    /// <summary>One for each morning, however often the bot was away.</summary>
    private IEnumerable<string> JudgeDigests()
    {
        var mornings = newsroom.Now < FirstDigest ? 0 : (newsroom.Now - FirstDigest).Days + 1;
        var daily = newsroom.Database.Count("SELECT count(*) FROM Digests WHERE Key NOT LIKE 'asked %'");
        return daily == mornings ? [] : [$"{mornings} mornings have {daily} digests"];
    }

    /// <summary>Each card, verdict and digest is in its channel once, and each card shows its claim's stage.</summary>
    private async Task<IEnumerable<string>> JudgePostsAsync()
    {
        var claims = newsroom.Database.Read("SELECT '#' || Number || ' · ' || Stage FROM Claims ORDER BY Number");
        var cards = (await newsroom.ReadAsync("review")).Select(m => m.Text.Split('\n')[0]).ToList();
        var verdicts = newsroom.Database.Read("SELECT Summary FROM Verdicts ORDER BY Id");
        var published = (await newsroom.ReadAsync("verdicts")).Select(m => m.Text).ToList();
        var digests = newsroom.Database.Count("SELECT count(*) FROM Digests");
        var posted = (await newsroom.ReadAsync("digest")).Count;
        return
        [
            .. claims.Order().SequenceEqual(cards.Order()) ? Array.Empty<string>()
                : [$"the claims are {string.Join(", ", claims)}, and their cards {string.Join(", ", cards)}"],
            .. verdicts.Count == published.Count && verdicts.All(v => published.Count(p => p.Contains(v, StringComparison.Ordinal)) == 1)
                ? Array.Empty<string>() : [$"{verdicts.Count} verdicts were posted {published.Count} times"],
            .. digests == posted ? Array.Empty<string>() : [$"{digests} digests were posted {posted} times"],
        ];
    }

    /// <summary>
    /// Nothing is acknowledged twice or late. A second try is no second answer where the first one's response was lost, and
    /// nobody can be in time when the clock leaps.
    /// </summary>
    private IEnumerable<string> JudgeAcknowledgements(IReadOnlyList<JsonObject> traffic) =>
        from callback in traffic
        where ((string?)callback["path"])?.EndsWith("/callback", StringComparison.Ordinal) == true
        group callback by (string)callback["path"]! into interaction
        from fault in JudgeOne(interaction.Key, [.. interaction])
        select fault;

    private IEnumerable<string> JudgeOne(string path, IReadOnlyList<JsonObject> callbacks)
    {
        var taken = callbacks.Where(c => (int?)c["status"] is 200 or 204).ToList();
        if (taken.Count > 1)
        {
            yield return $"acknowledged {taken.Count} times: {path}";
        }

        foreach (var refused in callbacks.Where(c => (int?)c["status"] is >= 400 and < 500 and not 429))
        {
            var code = (int?)refused["response"]?["code"];
            var isExcused = code switch
            {
                40060 => taken.Exists(t => t["fault"] is not null),
                10062 => people.Leaps.Exists(leap => leap.From >= MadeAt(path) - FirstAnswer && leap.From <= At(refused)),
                _ => false,
            };
            if (!isExcused)
            {
                yield return $"refused with {code}, made at {MadeAt(path):O}, answered at {At(refused):O}: {path}";
            }
        }
    }

    private static DateTimeOffset At(JsonObject exchange) =>
        DateTimeOffset.Parse((string)exchange["at"]!, CultureInfo.InvariantCulture);

    /// <summary>When the interaction was made, which its id tells.</summary>
    private static DateTimeOffset MadeAt(string callbackPath) =>
        new FactBot.Discord.Wire.Snowflake(ulong.Parse(callbackPath.Split('/')[^3], CultureInfo.InvariantCulture)).CreatedAt;
}
