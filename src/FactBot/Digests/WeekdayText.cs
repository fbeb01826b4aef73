using System.Globalization;
using FactBot.Chat;
using FactBot.Domain.Digests;
using FactBot.Text.Characters;

namespace FactBot.Digests;

/// <summary>Parses and formats days of the week as people write them.</summary>
public static class WeekdayText
{
    private const Weekdays Working = Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday | Weekdays.Thursday | Weekdays.Friday;

    private static readonly Weekdays[] Days =
        [.. Enum.GetValues<Weekdays>().Where(d => d is not (Weekdays.None or Weekdays.All))];

    /// <summary>
    /// Reads <c>every day</c>, <c>weekdays</c>, <c>mon-fri</c> or <c>mon, wed, fri</c>, in any case; refuses anything
    /// else.
    /// </summary>
    public static Weekdays Get(string text) => text.Trim().ToLowerInvariant() switch
    {
        "every day" or "everyday" or "daily" or "all" => Weekdays.All,
        "weekdays" or "working days" => Working,
        "weekend" or "weekends" => Weekdays.Saturday | Weekdays.Sunday,
        var list => list.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Aggregate(Weekdays.None, (sum, part) => sum | (FindSpan(part.Split('-', '–')) ?? throw NotUnderstood(text))) is var days and not Weekdays.None
                ? days
                : throw NotUnderstood(text),
    };

    /// <summary>Formats days for use in a sentence: “every day”, “from Monday to Friday” or “on Monday and Thursday”.</summary>
    public static string Name(Weekdays days)
    {
        var chosen = Days.Where(d => days.HasFlag(d)).ToList();
        return days switch
        {
            Weekdays.All => "every day",
            Working => "from Monday to Friday",
            _ when chosen.Count == 1 => $"on {chosen[0]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"on {string.Join(", ", chosen[..^1])} and {chosen[^1]}"),
        };
    }

    private static Weekdays? FindSpan(string[] ends)
    {
        if (ends.Length > 2 || Array.ConvertAll(ends, Find) is not [{ } first, .. var rest] || rest is [null])
        {
            return null;
        }

        var last = rest is [{ } end] ? end : first;
        var span = first;
        for (var day = first; day != last; span |= day)
        {
            day = day == Weekdays.Sunday ? Weekdays.Monday : (Weekdays)((int)day << 1);
        }

        return span;
    }

    /// <summary>Finds a day by its first letters, at least two.</summary>
    private static Weekdays? Find(string text) => text.Length < 2 ? null : Days
        .Where(d => $"{d}".StartsWith(text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(d => (Weekdays?)d).FirstOrDefault();

    private static DeskRuleException NotUnderstood(string text) => new(
        $"“{Clip.To(text, 40)}” names no days of the week; write “every day”, “weekdays”, “mon-fri” or “mon, wed, fri”.");
}
