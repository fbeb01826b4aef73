using System.Globalization;
using NodaTime;

namespace FactBot.Sandbox.Page;

/// <summary>Formats times as Discord's app does in American English, in the reader's time zone.</summary>
/// <remarks>https://docs.discord.com/developers/reference#message-formatting-timestamp-styles</remarks>
internal static class TimeText
{
    private const long Farthest = 8_640_000_000_000;

    private static readonly (long Seconds, string Unit)[] Units =
        [(31_536_000, "year"), (2_592_000, "month"), (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")];

    /// <param name="seconds">Unix time in seconds.</param>
    /// <param name="format">One of t T d D f F s S R; anything else means f.</param>
    /// <param name="now">The time that R is relative to.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static string Of(long seconds, char format, DateTimeOffset now, DateTimeZone zone)
    {
        if (Math.Abs(seconds) > Farthest || Instant.MaxValue.ToUnixTimeSeconds() < seconds || Instant.MinValue.ToUnixTimeSeconds() > seconds)
            return "Invalid Date";
        var at = Instant.FromUnixTimeSeconds(seconds).InZone(zone).ToDateTimeUnspecified();
        return format switch
        {
            'R' => Relative(seconds - now.ToUnixTimeSeconds()),
            't' => Written(at, "h:mm tt"),
            'T' => Written(at, "h:mm:ss tt"),
            'd' => Written(at, "M/d/yyyy"),
            'D' => Written(at, "MMMM d, yyyy"),
            's' => Written(at, "M/d/yyyy, h:mm tt"),
            'S' => Written(at, "M/d/yyyy, h:mm:ss tt"),
            'F' => Written(at, "dddd, MMMM d, yyyy 'at' h:mm tt"),
            _ => Written(at, "MMMM d, yyyy 'at' h:mm tt"),
        };
    }

    /// <summary>Formats when a message was written, as shown next to its author.</summary>
    public static string OfMessage(DateTimeOffset at, DateTimeOffset now, DateTimeZone zone)
    {
        var day = Instant.FromDateTimeOffset(at).InZone(zone);
        var days = Period.DaysBetween(day.Date, Instant.FromDateTimeOffset(now).InZone(zone).Date);
        var time = Written(day.ToDateTimeUnspecified(), "h:mm tt");
        return days switch
        {
            0 => time,
            1 => $"Yesterday at {time}",
            _ => Written(day.ToDateTimeUnspecified(), "M/d/yyyy, h:mm tt"),
        };
    }

    private static string Relative(long seconds)
    {
        var length = Math.Abs(seconds);
        var (size, unit) = Array.Find(Units, one => length >= one.Seconds) is { Unit: not null } found ? found : (1, "second");
        var count = Math.Round(length / (double)size);
        var text = string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
        return seconds >= 0 ? $"in {text}" : $"{text} ago";
    }

    private static string Written(DateTime at, string format) => at.ToString(format, CultureInfo.InvariantCulture);
}
