using FactBot.Chat;
using NodaTime;

namespace FactBot.Teams;

/// <summary>Time zones by their IANA ids, from the database that NodaTime carries: the same on every machine.</summary>
public static class TeamZone
{
    /// <summary>The id in its usual spelling; a refusal where no such zone exists.</summary>
    public static string Get(string text) =>
        DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new DeskRuleException(
            $"There is no time zone “{text}”; use an IANA name such as Europe/Kyiv or America/New_York.");
}
