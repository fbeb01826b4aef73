using FactBot.Chat;
using NodaTime;

namespace FactBot.Teams;

/// <summary>Time zones by IANA id, from the database bundled with NodaTime: the same on every machine.</summary>
public static class TeamZone
{
    private static readonly Dictionary<string, (string Offset, string Place)> Fixed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = ("UTC−5", "America/New_York (or America/Panama, which has none)"),
        ["MST"] = ("UTC−7", "America/Denver (or America/Phoenix, which has none)"),
        ["HST"] = ("UTC−10", "Pacific/Honolulu"),
    };

    /// <summary>Returns the id in its usual spelling; refuses if there is no such zone.</summary>
    /// <remarks>
    /// In the zone database EST, MST and HST are fixed offsets without daylight saving time, and hardly ever what is meant:
    /// https://data.iana.org/time-zones/theory.html
    /// </remarks>
    public static string Get(string text) =>
        Fixed.TryGetValue(text.Trim(), out var meant)
        ? throw new DeskRuleException($"{text.Trim().ToUpperInvariant()} is {meant.Offset} all year, without daylight saving time; use a place instead, such as {meant.Place}.")
        : DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new DeskRuleException(
            $"There is no time zone “{text}”; use an IANA name such as Europe/Kyiv or America/New_York.");
}
