using NodaTime;

namespace FactBot.Digests;

/// <summary>
/// When digests are due: at a local time, once for each local date of the chosen days. Where daylight saving skips that
/// time it moves on by the length of the gap; where it comes twice, the first counts. A date that a zone leaves out
/// altogether has none.
/// </summary>
public static class DigestSchedule
{
    /// <summary>A week, and a day of either side for dates that are left out.</summary>
    private const int DaysToLookThrough = 9;

    /// <summary>The latest slot whose time has come; null where the last week had none.</summary>
    public static DigestSlot? FindLatest(DigestTimes times, DateTimeOffset now) => FindSlots(times, now, -1)
        .Where(slot => slot.Due <= now).Select(slot => (DigestSlot?)slot).FirstOrDefault();

    /// <summary>The slots that are still to come, the next first.</summary>
    public static IEnumerable<DigestSlot> After(DigestTimes times, DateTimeOffset now) =>
        FindSlots(times, now, 1).Where(slot => slot.Due > now);

    /// <summary>The date on the calendars of a zone.</summary>
    public static LocalDate LocalDateAt(string zone, DateTimeOffset now) => ZonedAt(zone, now).Date;

    /// <summary>The time on the clocks of a zone.</summary>
    public static LocalTime LocalTimeAt(string zone, DateTimeOffset now) => ZonedAt(zone, now).TimeOfDay;

    private static ZonedDateTime ZonedAt(string zone, DateTimeOffset now) =>
        Instant.FromDateTimeOffset(now).InZone(DateTimeZoneProviders.Tzdb[zone]);

    /// <summary>The slots of the days around now, forwards or backwards.</summary>
    private static IEnumerable<DigestSlot> FindSlots(DigestTimes times, DateTimeOffset now, int direction)
    {
        // Clocks that were set back across midnight stand on a date whose next one has begun already.
        var start = LocalDateAt(times.Zone, now).PlusDays(-direction);
        return Enumerable.Range(0, DaysToLookThrough).Select(i => FindSlot(start.PlusDays(i * direction), times)).OfType<DigestSlot>();
    }

    private static DigestSlot? FindSlot(LocalDate date, DigestTimes times)
    {
        var due = date.At(LocalTime.FromTimeOnly(times.Time)).InZoneLeniently(DateTimeZoneProviders.Tzdb[times.Zone]);
        return times.Days.HasFlag(WeekdayText.Of(date)) && due.Date == date ? new(date, due.ToDateTimeOffset()) : null;
    }
}

/// <summary>At which local time, in which zone and on which days of the week digests go out.</summary>
public sealed record DigestTimes(string Zone, TimeOnly Time, Weekdays Days);

/// <summary>A local date and the instant at which its digest is due.</summary>
public readonly record struct DigestSlot(LocalDate Date, DateTimeOffset Due);
