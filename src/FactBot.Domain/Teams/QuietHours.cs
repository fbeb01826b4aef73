using System.Globalization;

namespace FactBot.Domain.Teams;

/// <summary>A part of each day in the team's zone in which nobody is reminded; it may span midnight.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    private const string Form = "HH:mm";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static QuietHours Parse(string text)
    {
        var ends = text.Split('-');
        return new(TimeOnly.ParseExact(ends[0], Form, CultureInfo.InvariantCulture), TimeOnly.ParseExact(ends[1], Form, CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH\\:mm}-{Until:HH\\:mm}");

    /// <summary>Whether a local time is within them.</summary>
    public bool Cover(TimeOnly time) => time.IsBetween(From, Until);
}
