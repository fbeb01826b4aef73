using FactBot.Chat;
using FactBot.Domain.Teams;
using FactBot.Teams;
using FactBot.Text.Characters;

namespace FactBot.Reminders;

/// <summary>Parses and formats quiet hours as people write them.</summary>
public static class QuietHoursText
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
}
