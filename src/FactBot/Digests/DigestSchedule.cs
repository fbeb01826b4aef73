using NodaTime;

namespace FactBot.Digests;

/// <summary>
/// When a team's daily digest is due: at its local time, once for each local date. Where that time is skipped by
/// daylight saving it moves on by the length of the gap; where it comes twice, the first counts.
/// </summary>
public static class DigestSchedule
{
    /// <summary>How late a digest may be; one that is later yet is folded into the next.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    /// <summary>The latest local date whose digest time has come.</summary>
    public static DigestSlot LatestDue(string zone, TimeOnly time, DateTimeOffset now)
    {
        var today = LocalDateAt(zone, now);
        var slot = SlotOn(today.PlusDays(1), zone, time);
        for (var date = today; slot.Due > now; date = date.PlusDays(-1))
        {
            slot = SlotOn(date, zone, time);
        }

        return slot;
    }

    /// <summary>The first digest time after <paramref name="now"/>.</summary>
    public static DateTimeOffset Next(string zone, TimeOnly time, DateTimeOffset now)
    {
        var date = LocalDateAt(zone, now).PlusDays(-1);
        while (SlotOn(date, zone, time).Due <= now)
        {
            date = date.PlusDays(1);
        }

        return SlotOn(date, zone, time).Due;
    }

    /// <summary>The date on the calendars of a zone.</summary>
    public static LocalDate LocalDateAt(string zone, DateTimeOffset now) =>
        Instant.FromDateTimeOffset(now).InZone(DateTimeZoneProviders.Tzdb[zone]).Date;

    private static DigestSlot SlotOn(LocalDate date, string zone, TimeOnly time)
    {
        var local = date.At(LocalTime.FromTimeOnly(time));
        return new(date.ToDateOnly(), DateTimeZoneProviders.Tzdb[zone].AtLeniently(local).ToDateTimeOffset());
    }
}

/// <summary>A local date and the instant at which its digest is due.</summary>
public readonly record struct DigestSlot(DateOnly Date, DateTimeOffset Due);
