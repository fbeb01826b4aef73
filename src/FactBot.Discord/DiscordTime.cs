using FactBot.Discord.Wire;

namespace FactBot.Discord;

/// <summary>
/// Discord's present time, learned from what it sends, because the clock of this machine may be wrong by more than
/// the 3 seconds an interaction lives: https://github.com/discord-net/Discord.Net/issues/3175
/// </summary>
public sealed class DiscordTime(TimeProvider time)
{
    /// <summary>A clock further off than this is a pretended one, and says nothing about the other.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private TimeSpan? ahead;

    /// <summary>Discord's present time; this machine's as long as Discord's is unknown.</summary>
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

    /// <summary>The Date header of an answer that has just come; it is cut down to whole seconds.</summary>
    public void Hear(DateTimeOffset date)
    {
        var seen = date + TimeSpan.FromSeconds(0.5) - time.GetUtcNow();
        lock (gate)
        {
            ahead = seen.Duration() < Farthest ? seen : ahead;
        }
    }

    /// <summary>Something that has just come: for Discord it cannot be earlier than when it was made.</summary>
    public void Hear(Snowflake made)
    {
        var seen = made.CreatedAt - time.GetUtcNow();
        lock (gate)
        {
            ahead = seen.Duration() < Farthest && !(seen <= ahead) ? seen : ahead;
        }
    }

    /// <summary>How long ago something was made, by Discord's clock; null as long as that is unknown.</summary>
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
