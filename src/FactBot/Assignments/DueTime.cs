using System.Globalization;
using FactBot.Chat;
using NodaTime;

namespace FactBot.Assignments;

/// <summary>Parses the due time of a review as editors write it.</summary>
public static class DueTime
{
    private const int LastYear = 9000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] WithOffset = [.. Local.Select(form => form + "K"), .. Local.Select(form => form + "zzz")];

    /// <summary>
    /// Reads <c>24h</c>, <c>2d</c>, a date (meaning the end of that day), or a date and time (in the team's zone unless it
    /// has its own offset). Refuses anything else, any time in the past, and any time more than a year ahead.
    /// </summary>
    public static DateTimeOffset Get(string text, string zone, DateTimeOffset now)
    {
        var due = FindSpan(text, now) ?? FindInstant(text, DateTimeZoneProviders.Tzdb[zone])
            ?? throw new DeskRuleException($"“{text}” is no due time; write 24h, 2d or a date such as 2027-01-31.");
        return due <= now
            ? throw new DeskRuleException($"“{text}” has passed already; give a due time that is still to come.")
            : due - now > Longest
            ? throw new DeskRuleException($"“{text}” is more than a year away; give an earlier due time.")
            : due;
    }

    private static DateTimeOffset? FindSpan(string text, DateTimeOffset now)
    {
        var unit = char.ToLowerInvariant(text[^1]);
        return unit is 'h' or 'd' && int.TryParse(text[..^1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? now.AddHours(Math.Min(n, 100_000) * (unit == 'd' ? 24 : 1))
            : null;
    }

    private static DateTimeOffset? FindInstant(string text, DateTimeZone zone)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.Year > LastYear ? DateTimeOffset.MaxValue
                : zone.AtStartOfDay(LocalDate.FromDateOnly(day).PlusDays(1)).ToDateTimeOffset();
        }

        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return local.Year > LastYear ? DateTimeOffset.MaxValue
                : zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset();
        }

        return DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;
    }
}
