using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>How long the next Identify has to wait so that a day's budget (mostly 1000) is never used up.</summary>
internal static class IdentifyBudget
{
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Identifies in <see cref="BurstWindow"/> that go without a pause, for each shard.</summary>
    public const int Burst = 10;

    public static readonly TimeSpan BurstWindow = TimeSpan.FromMinutes(10);

    /// <summary>Between two Identifies beyond the <see cref="Burst"/>.</summary>
    public static readonly TimeSpan BurstPause = TimeSpan.FromMinutes(1);

    /// <summary>One part in so many of the budget is left untouched: 50 of 1000.</summary>
    private const int ReservePart = 20;

    /// <summary>
    /// Without any left for Discord: until it has some again. With our own count at the budget less its reserve: until
    /// enough have aged. With half of the budget used: evenly spread over the day. In a burst: a minute.
    /// </summary>
    /// <param name="identified">Past Identifies, of the last 24 hours at least.</param>
    public static TimeSpan Wait(
        SessionStartLimit limit, int shards, IReadOnlyList<DateTimeOffset> identified, DateTimeOffset now)
    {
        if (limit.Remaining <= 0)
        {
            return TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 1000, (long)Day.TotalMilliseconds));
        }

        // What a clock that was set back has put into the future counts as now.
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
