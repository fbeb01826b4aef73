using NodaTime;

namespace FactBot.Domain.Digests;

/// <summary>
/// Computes when digests are due: at a local time, once per local date on the chosen days. If daylight saving skips that
/// time, it moves forward by the length of the gap; if the time occurs twice, the first counts. A date that a zone skips
/// entirely has none.
/// </summary>
public static class DigestSchedule
{
    /// <summary>A week, and a day on either side for skipped dates.</summary>
    private const int DaysToLookThrough = 9;

    /// <summary>Returns the latest slot that has come; null if there was none in the last week.</summary>
    public static DigestSlot? FindLatest(DigestTimes times, DateTimeOffset now) => FindSlots(times, now, -1)
        .Where(slot => slot.Due <= now).Select(slot => (DigestSlot?)slot).FirstOrDefault();

    /// <summary>Returns the upcoming slots, the next one first.</summary>
    public static IEnumerable<DigestSlot> After(DigestTimes times, DateTimeOffset now) =>
        FindSlots(times, now, 1).Where(slot => slot.Due > now);

    /// <summary>Returns the local date in a zone.</summary>
    public static LocalDate LocalDateAt(string zone, DateTimeOffset now) => ZonedAt(zone, now).Date;

    /// <summary>Returns the local time in a zone.</summary>
    public static LocalTime LocalTimeAt(string zone, DateTimeOffset now) => ZonedAt(zone, now).TimeOfDay;

    private static ZonedDateTime ZonedAt(string zone, DateTimeOffset now) =>
        Instant.FromDateTimeOffset(now).InZone(DateTimeZoneProviders.Tzdb[zone]);

    /// <summary>Returns the slots of the days around now, forwards or backwards.</summary>
    private static IEnumerable<DigestSlot> FindSlots(DigestTimes times, DateTimeOffset now, int direction)
    {
        // When clocks are set back across midnight, the local date can repeat although the next one has begun already.
        var start = LocalDateAt(times.Zone, now).PlusDays(-direction);
        return Enumerable.Range(0, DaysToLookThrough).Select(i => FindSlot(start.PlusDays(i * direction), times)).OfType<DigestSlot>();
    }

    private static DigestSlot? FindSlot(LocalDate date, DigestTimes times)
    {
        var due = date.At(LocalTime.FromTimeOnly(times.Time)).InZoneLeniently(DateTimeZoneProviders.Tzdb[times.Zone]);
        return times.Days.HasFlag(date.Weekday()) && due.Date == date ? new(date, due.ToDateTimeOffset()) : null;
    }
}

/// <summary>The local time, zone and days of the week at which digests go out.</summary>
public sealed record DigestTimes(string Zone, TimeOnly Time, Weekdays Days);

/// <summary>A local date and the instant at which its digest is due.</summary>
public readonly record struct DigestSlot(LocalDate Date, DateTimeOffset Due);
