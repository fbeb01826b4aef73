using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>Limits how often a bot may identify: once in five seconds per concurrency bucket, a thousand times a day.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#session-start-limit-object</remarks>
internal sealed class IdentifyBudget(TimeProvider clock, int concurrency)
{
    private const int Total = 1000;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Queue<DateTimeOffset> today = new();
    private readonly Dictionary<int, DateTimeOffset> freeAt = [];

    public bool IsSpent => Remaining == 0;

    private int Remaining
    {
        get
        {
            while (today.TryPeek(out var first) && clock.GetUtcNow() - first >= Day)
                today.Dequeue();
            return Total - today.Count;
        }
    }

    /// <summary>Counts a shard's Identify; false if it came too soon after the previous one in its bucket.</summary>
    public bool Take(long shard)
    {
        today.Enqueue(clock.GetUtcNow());
        var bucket = (int)(shard % concurrency);
        if (clock.GetUtcNow() < freeAt.GetValueOrDefault(bucket))
        {
            return false;
        }

        freeAt[bucket] = clock.GetUtcNow() + Pace;
        return true;
    }

    /// <summary>Allows the next Identify at once, so that a restarted bot needn't wait because of its predecessor.</summary>
    public void Hurry() => freeAt.Clear();

    public JsonObject ToJson() => new()
    {
        ["total"] = Total,
        ["remaining"] = Remaining,
        ["reset_after"] = today.TryPeek(out var first) ? (int)(first + Day - clock.GetUtcNow()).TotalMilliseconds : 0,
        ["max_concurrency"] = concurrency,
    };
}
