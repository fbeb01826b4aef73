using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>Computes how long the next Identify has to wait so that a day's budget (usually 1000) is never used up.</summary>
internal static class IdentifyBudget
{
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>How many Identifies per shard may happen within <see cref="BurstWindow"/> without a pause.</summary>
    public const int Burst = 10;

    public static readonly TimeSpan BurstWindow = TimeSpan.FromMinutes(10);

    /// <summary>The pause between two Identifies beyond the <see cref="Burst"/>.</summary>
    public static readonly TimeSpan BurstPause = TimeSpan.FromMinutes(1);

    /// <summary>The fraction of the budget kept in reserve, as its divisor: 50 of 1000.</summary>
    private const int ReservePart = 20;

    /// <summary>
    /// If Discord has none left, waits until it has. If our own count reaches the budget less its reserve, waits until enough
    /// have aged. Once half of the budget is used, spreads the rest evenly over the day. In a burst, waits a minute.
    /// </summary>
    /// <param name="identified">Past Identifies, at least those of the last 24 hours.</param>
    public static TimeSpan Wait(
        SessionStartLimit limit, int shards, IReadOnlyList<DateTimeOffset> identified, DateTimeOffset now)
    {
        if (limit.Remaining <= 0)
        {
            return TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 1000, (long)Day.TotalMilliseconds));
        }

        // Entries that a clock set back has left in the future count as now.
        var recent = identified.Select(at => at < now ? at : now).Where(at => now - at < Day).Order().ToList();
        if (recent.Count == 0)
        {
            return TimeSpan.Zero;
        }

        var total = Math.Max(limit.Total, 1);
        var usable = total - total / ReservePart;
        if (recent.Count >= usable)
        {
            return recent[^usable] + Day - now;
        }

        var gap = TimeSpan.Zero;
        if (recent.Count(at => now - at < BurstWindow) > Burst * shards)
        {
            gap = BurstPause;
        }
        if (Math.Max(recent.Count, total - limit.Remaining) * 2 > total)
        {
            gap = Day / total * 2;
        }
        var left = recent[^1] + gap - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
