using FactBot.Chat;
using FactBot.Storage;

namespace FactBot.Digests;

/// <summary>
/// When a team's digests go out and whom they call. In the calendar of the zone that is in force no date gets two, and
/// none that has its time goes without, whatever was changed during it.
/// </summary>
public sealed class DigestPlan
{
    /// <summary>How late a digest may be; one that is later yet is folded into the next.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    /// <summary>The same for the weekly one, whose next is far away.</summary>
    public static readonly TimeSpan WeeklyPatience = TimeSpan.FromDays(3);

    private static readonly DateTimeOffset Endless = DateTimeOffset.MaxValue.Kept();

    /// <summary>The local time of day.</summary>
    public TimeOnly Time { get; private set; } = new(9, 0);

    public Weekdays Days { get; private set; } = Weekdays.All;

    /// <summary>The day of the weekly digest, which comes at the same time; null for none.</summary>
    public Weekdays? Weekly { get; private set; }

    /// <summary>Who is mentioned with it; null for nobody.</summary>
    public RoleId? Role { get; private set; }

    /// <summary>Slots before this do not count: the desk was set up, or a pause ended or will end.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>When the times, the days or the zone were last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Whether a day on which nothing happened and nothing waits gets its line.</summary>
    public bool TellsQuietDays { get; internal set; } = true;

    /// <summary>The desk is set up: slots that are past do not count.</summary>
    public void Begin(TimeOnly time, DateTimeOffset now) => (Time, From, ChangedAt) = (time, now, now);

    /// <summary>From now on at another time, or in another zone.</summary>
    public void Move(TimeOnly time, DateTimeOffset now) => (Time, ChangedAt) = (time, now);

    public void Choose(Weekdays days, Weekdays? weekly, RoleId? role) => (Days, Weekly, Role) = (days, weekly, role);

    /// <summary>No digest before an instant, or, where none is given, until they are resumed; what happens meanwhile stands in the one after.</summary>
    public void Pause(DateTimeOffset? until) => From = until?.Kept() ?? Endless;

    /// <summary>Ends a pause.</summary>
    public void Resume(DateTimeOffset now) => From = now < From ? now : From;

    public bool IsPaused(DateTimeOffset now) => From > now;

    /// <summary>The slot of the daily digest that is due; null where none is.</summary>
    /// <param name="zone">The team's.</param>
    /// <param name="last">The slot of the last daily digest; null where there was none.</param>
    /// <param name="now">When it is asked.</param>
    public DigestSlot? FindDue(string zone, DateTimeOffset? last, DateTimeOffset now)
    {
        if (DigestSchedule.FindLatest(TimesIn(zone), now) is not { } slot || slot.Due < From || HasBeen(slot, zone, last))
        {
            return null;
        }

        // A change that moves the time into the past brings that day's digest at once, and no earlier day's.
        var movedBack = slot.Due < ChangedAt;
        return (!movedBack || slot.Date == DigestSchedule.LocalDateAt(zone, ChangedAt))
            && now - (movedBack ? ChangedAt : slot.Due) <= Patience ? slot : null;
    }

    /// <summary>The slot of the weekly digest that is due; null where none is.</summary>
    public DigestSlot? FindWeeklyDue(string zone, DateTimeOffset? last, DateTimeOffset now) =>
        Weekly is { } day && DigestSchedule.FindLatest(TimesIn(zone) with { Days = day }, now) is { } slot
        && slot.Due >= From && slot.Due >= ChangedAt && !HasBeen(slot, zone, last) && now - slot.Due <= WeeklyPatience
            ? slot
            : null;

    /// <summary>When the next daily digest comes; null where a pause has no end.</summary>
    /// <param name="zone">The team's.</param>
    /// <param name="last">The slot of the last daily digest; null where there was none.</param>
    /// <param name="now">When it is asked.</param>
    public DateTimeOffset? FindNext(string zone, DateTimeOffset? last, DateTimeOffset now) => From == Endless
        ? null
        : DigestSchedule.After(TimesIn(zone), From > now ? From.AddTicks(-1) : now).Where(slot => !HasBeen(slot, zone, last))
            .Select(slot => (DateTimeOffset?)slot.Due).FirstOrDefault();

    private static bool HasBeen(DigestSlot slot, string zone, DateTimeOffset? last) =>
        last is { } at && DigestSchedule.LocalDateAt(zone, at) >= slot.Date;

    private DigestTimes TimesIn(string zone) => new(zone, Time, Days);
}
