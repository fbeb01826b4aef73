using System.Globalization;
using FactBot.Chat;
using NodaTime;

namespace FactBot.Digests;

/// <summary>
/// A report on where the desk stands. The team's cover from the end of the one before, so that nothing falls between two.
/// </summary>
public sealed class Digest
{
    private Digest(TeamId teamId, DigestKind kind, string key, DateTimeOffset due, DateTimeOffset from, DateTimeOffset until)
    {
        (TeamId, Kind, Key, Due, From, Until) = (teamId, kind, key, due, from, until);
    }

    private Digest()
    {
    }

    public long Id { get; private set; }

    public TeamId TeamId { get; private set; }

    public DigestKind Kind { get; private set; }

    /// <summary>Unique in the team: kind, local date and zone, or the request that asked for it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Whose duties a personal one tells; null for the team's.</summary>
    public PersonId? Reader { get; private set; }

    /// <summary>The instant of its slot, before which it was not made.</summary>
    public DateTimeOffset Due { get; private set; }

    public DateTimeOffset From { get; private set; }

    /// <summary>Not included: when it was made.</summary>
    public DateTimeOffset Until { get; private set; }

    public static Digest Daily(TeamId team, DigestSlot slot, string zone, DateTimeOffset from, DateTimeOffset until) =>
        new(team, DigestKind.Daily, KeyOf("daily", slot, zone), slot.Due, from, until);

    public static Digest Weekly(TeamId team, DigestSlot slot, string zone, DateTimeOffset from, DateTimeOffset until) =>
        new(team, DigestKind.Weekly, KeyOf("weekly", slot, zone), slot.Due, from, until);

    public static Digest Personal(TeamId team, PersonId reader, DigestSlot slot, string zone, DateTimeOffset now) =>
        new(team, DigestKind.Personal, KeyOf($"for {reader}", slot, zone), slot.Due, slot.Due, now) { Reader = reader };

    public static Digest AskedFor(TeamId team, string requestId, DateTimeOffset from, DateTimeOffset now) =>
        new(team, DigestKind.AskedFor, $"asked {requestId}", now, from, now);

    private static string KeyOf(string kind, DigestSlot slot, string zone) => $"{kind} {IsoDate(slot.Date)} {zone}";

    private static string IsoDate(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}

public enum DigestKind
{
    Daily,

    /// <summary>An editor wanted one at once.</summary>
    AskedFor,

    Weekly,

    /// <summary>A reviewer's own duties.</summary>
    Personal,
}
