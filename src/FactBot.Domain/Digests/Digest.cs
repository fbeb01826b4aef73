using System.Globalization;
using NodaTime;

namespace FactBot.Domain.Digests;

/// <summary>
/// A report on the team's work. A team digest covers the time since the end of the previous one, leaving no gaps.
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

    /// <summary>Unique in the team: kind, local date and zone, or the id of the request that asked for it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The reviewer whose assignments a personal digest lists; null for a team digest.</summary>
    public PersonId? Reader { get; private set; }

    /// <summary>The instant of its slot; it was made no earlier.</summary>
    public DateTimeOffset Due { get; private set; }

    public DateTimeOffset From { get; private set; }

    /// <summary>Exclusive: when it was made.</summary>
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

    /// <summary>Requested by an editor.</summary>
    AskedFor,

    Weekly,

    /// <summary>A reviewer's own assignments.</summary>
    Personal,
}
