namespace FactBot.Domain.Digests;

/// <summary>
/// When a team's digests go out and which role they mention. In the calendar of the current zone no date gets two digests,
/// and no date whose time comes is left out, whatever was changed that day.
/// </summary>
public sealed class DigestPlan
{
    /// <summary>How late a digest may be; a later one is folded into the next.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    /// <summary>How late a weekly digest may be: longer, because the next one is far away.</summary>
    public static readonly TimeSpan WeeklyPatience = TimeSpan.FromDays(3);

    private static readonly DateTimeOffset Endless = DateTimeOffset.MaxValue.TruncateToMilliseconds();

    /// <summary>The local time of day.</summary>
    public TimeOnly Time { get; private set; } = new(9, 0);

    public Weekdays Days { get; private set; } = Weekdays.All;

    /// <summary>The day of the weekly digest, which comes at the same time; null for none.</summary>
    public Weekdays? Weekly { get; private set; }

    /// <summary>The role mentioned in digests; null for none.</summary>
    public RoleId? Role { get; private set; }

    /// <summary>Earlier slots don't count: the team was set up at this time, or a pause ended or will end.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>When the times, days or zone last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Whether to post a line on days when nothing happened and nothing is waiting.</summary>
    public bool TellsQuietDays { get; internal set; } = true;

    /// <summary>Starts the plan when the team is set up; past slots don't count.</summary>
    public void Begin(TimeOnly time, DateTimeOffset now) => (Time, From, ChangedAt) = (time, now, now);

    /// <summary>Changes the time; also call this when the days or the zone change.</summary>
    public void Move(TimeOnly time, DateTimeOffset now) => (Time, ChangedAt) = (time, now);

    public void Choose(Weekdays days, Weekdays? weekly, RoleId? role) => (Days, Weekly, Role) = (days, weekly, role);

    /// <summary>Pauses digests until an instant, or until resumed if null. The next one covers the time in between.</summary>
    public void Pause(DateTimeOffset? until) => From = until?.TruncateToMilliseconds() ?? Endless;

    /// <summary>Ends a pause.</summary>
    public void Resume(DateTimeOffset now) => From = now < From ? now : From;

    public bool IsPaused(DateTimeOffset now) => From > now;

    /// <summary>Returns the slot of the daily digest that is due; null if none is.</summary>
    /// <param name="zone">The team's time zone.</param>
    /// <param name="last">The slot of the last daily digest; null if there was none.</param>
    /// <param name="now">The current time.</param>
    public DigestSlot? FindDue(string zone, DateTimeOffset? last, DateTimeOffset now)
    {
        if (DigestSchedule.FindLatest(TimesIn(zone), now) is not { } slot || slot.Due < From || HasBeen(slot, zone, last))
        {
            return null;
        }

        // If a change moves the time into the past, that day's digest is due at once, but no earlier day's.
        var movedBack = slot.Due < ChangedAt;
        return (!movedBack || slot.Date == DigestSchedule.LocalDateAt(zone, ChangedAt))
            && now - (movedBack ? ChangedAt : slot.Due) <= Patience ? slot : null;
    }

    /// <summary>Returns the slot of the weekly digest that is due; null if none is.</summary>
    public DigestSlot? FindWeeklyDue(string zone, DateTimeOffset? last, DateTimeOffset now) =>
        Weekly is { } day && DigestSchedule.FindLatest(TimesIn(zone) with { Days = day }, now) is { } slot
        && slot.Due >= From && slot.Due >= ChangedAt && !HasBeen(slot, zone, last) && now - slot.Due <= WeeklyPatience
            ? slot
            : null;

    /// <summary>Returns when the next daily digest comes; null if digests are paused indefinitely.</summary>
    /// <param name="zone">The team's time zone.</param>
    /// <param name="last">The slot of the last daily digest; null if there was none.</param>
    /// <param name="now">The current time.</param>
    public DateTimeOffset? FindNext(string zone, DateTimeOffset? last, DateTimeOffset now) => From == Endless
        ? null
        : DigestSchedule.After(TimesIn(zone), From > now ? From.AddTicks(-1) : now).Where(slot => !HasBeen(slot, zone, last))
            .Select(slot => (DateTimeOffset?)slot.Due).FirstOrDefault();

    /// <summary>
    /// Returns when to look next for a digest that is due: the next slot of any kind. Until then none becomes due, unless the
    /// plan or the zone is changed.
    /// </summary>
    public DateTimeOffset FindNextLook(string zone, DateTimeOffset now)
    {
        DigestTimes[] times = [TimesIn(zone), .. Weekly is { } day ? [TimesIn(zone) with { Days = day }] : Array.Empty<DigestTimes>()];
        return times.SelectMany(t => DigestSchedule.After(t, now)).Select(slot => slot.Due).Append(now.AddDays(1)).Min();
    }

    private static bool HasBeen(DigestSlot slot, string zone, DateTimeOffset? last) =>
        last is { } at && DigestSchedule.LocalDateAt(zone, at) >= slot.Date;

    private DigestTimes TimesIn(string zone) => new(zone, Time, Days);
}
