using System.Globalization;
using FactBot.Chat;

namespace FactBot.Teams;

/// <summary>Parses a time of day as people write it.</summary>
public static class TimeOfDay
{
    private static readonly string[] Formats = ["H:mm", "HH:mm", "H.mm", "HHmm", "%H", "h:mmtt", "h:mm tt", "htt", "h tt"];

    /// <summary>Reads <c>9:00</c>, <c>09:00</c>, <c>9</c> or <c>9 am</c>; refuses anything else.</summary>
    public static TimeOnly Get(string text) =>
        TimeOnly.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new DeskRuleException($"“{text}” is no time of the day; write it as 09:00 or 17:30.");
}
