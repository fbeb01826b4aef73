using FactBot.Discord.Wire;

namespace FactBot.Discord;

/// <summary>
/// Discord's current time, learned from what it sends, because this machine's clock may be wrong by more than the
/// 3 seconds an interaction lives: https://github.com/discord-net/Discord.Net/issues/3175
/// </summary>
public sealed class DiscordTime(TimeProvider time)
{
    /// <summary>A clock further off than this is a simulated one, and says nothing about the other.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private TimeSpan? ahead;

    /// <summary>Discord's current time, or this machine's while Discord's is unknown.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (gate)
            {
                return time.GetUtcNow() + (ahead ?? TimeSpan.Zero);
            }
        }
    }

    /// <summary>Learns from the Date header of a response that has just arrived. The header has whole seconds.</summary>
    public void Hear(DateTimeOffset date)
    {
        var seen = date + TimeSpan.FromSeconds(0.5) - time.GetUtcNow();
        lock (gate)
        {
            ahead = seen.Duration() < Farthest ? seen : ahead;
        }
    }

    /// <summary>Learns from something that has just arrived: for Discord it can't be earlier than when it was created.</summary>
    public void Hear(Snowflake made)
    {
        var seen = made.CreatedAt - time.GetUtcNow();
        lock (gate)
        {
            ahead = seen.Duration() < Farthest && !(seen <= ahead) ? seen : ahead;
        }
    }

    /// <summary>How long ago something was created, by Discord's clock; null while that is unknown.</summary>
    public TimeSpan? AgeOf(Snowflake made)
    {
        lock (gate)
        {
            return time.GetUtcNow() + ahead - made.CreatedAt is { } age
                ? age > TimeSpan.Zero ? age : TimeSpan.Zero
                : null;
        }
    }
}
