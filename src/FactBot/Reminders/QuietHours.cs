using System.Globalization;
using FactBot.Chat;
using FactBot.Teams;
using FactBot.Text.Characters;

namespace FactBot.Reminders;

/// <summary>A part of each day in the team's zone in which nobody is reminded; it may span midnight.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    private const string Off = "off";

    /// <summary>Reads <c>22:00-07:00</c>; null for <c>off</c>. Refuses anything else.</summary>
    public static QuietHours? Get(string text)
    {
        if (text.Trim().Equals(Off, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (text.Split('-', '–') is not [var from, var until])
        {
            throw new DeskRuleException($"“{Clip.To(text, 40)}” are no quiet hours; write them as 22:00-07:00, or off.");
        }

        var hours = new QuietHours(TimeOfDay.Get(from), TimeOfDay.Get(until));
        return hours.From != hours.Until ? hours : throw new DeskRuleException(
            $"Quiet hours begin and end at different times; write them as 22:00-07:00, or off.");
    }

    /// <summary>Formats the value of the setting.</summary>
    public static string Name(QuietHours? hours) => hours?.ToString() ?? Off;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static QuietHours Parse(string text) => Get(text)!.Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH\\:mm}-{Until:HH\\:mm}");

    /// <summary>Whether a local time is within them.</summary>
    public bool Cover(TimeOnly time) => time.IsBetween(From, Until);
}
