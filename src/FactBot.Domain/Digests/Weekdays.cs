using NodaTime;

namespace FactBot.Domain.Digests;

/// <summary>Days of the week on which something goes out.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 1 << 1,
    Wednesday = 1 << 2,
    Thursday = 1 << 3,
    Friday = 1 << 4,
    Saturday = 1 << 5,
    Sunday = 1 << 6,
    All = (1 << 7) - 1,
}

internal static class WeekdaysOfDate
{
    /// <summary>Returns a date's day of the week.</summary>
    public static Weekdays Weekday(this LocalDate date) => (Weekdays)(1 << ((int)date.DayOfWeek - 1));
}
