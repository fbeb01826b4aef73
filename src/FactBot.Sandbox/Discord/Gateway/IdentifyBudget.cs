using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>How often a bot may identify: one in five seconds, a thousand in a day.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#session-start-limit-object</remarks>
internal sealed class IdentifyBudget(TimeProvider clock)
{
    private const int Total = 1000;
    private const int Concurrency = 1;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Queue<DateTimeOffset> today = new();
    private DateTimeOffset freeAt;

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

    /// <summary>Counts an Identify; false when it came too soon after the one before.</summary>
    public bool Take()
    {
        today.Enqueue(clock.GetUtcNow());
        if (clock.GetUtcNow() < freeAt)
            return false;
        freeAt = clock.GetUtcNow() + Pace;
        return true;
    }

    /// <summary>Lets the next Identify come at once: a restarted bot need not wait for its former self.</summary>
    public void Hurry() => freeAt = default;

    public JsonObject ToJson() => new()
    {
        ["total"] = Total,
        ["remaining"] = Remaining,
        ["reset_after"] = today.TryPeek(out var first) ? (int)(first + Day - clock.GetUtcNow()).TotalMilliseconds : 0,
        ["max_concurrency"] = Concurrency,
    };
}
