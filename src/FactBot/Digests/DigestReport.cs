using FactBot.Audit;
using FactBot.Chat;

namespace FactBot.Digests;

/// <summary>All that a digest tells, before any of it is left out for want of room.</summary>
/// <param name="Submitted">Claims that came in the time it covers.</param>
/// <param name="Sections">The most important first; none is empty.</param>
/// <param name="Numbers">The last two weeks.</param>
/// <param name="Head">Of the audit trail: who keeps a digest can tell later whether what was done before it was changed.</param>
public sealed record DigestReport(
    Words Title, DateTimeOffset From, int Submitted, IReadOnlyList<DigestSection> Sections, DeskNumbers Numbers, AuditHead Head)
{
    /// <summary>Whether nothing happened and nothing waits.</summary>
    public bool IsQuiet => Submitted == 0 && Sections.Count == 0;
}

/// <summary>Things of one kind, a line each.</summary>
/// <param name="Count">How many there are; the lines stop at a few hundred.</param>
/// <param name="Lines">The most urgent first.</param>
public sealed record DigestSection(Words Name, int Count, IReadOnlyList<Words> Lines)
{
    /// <summary>Whether it is of interest how many there are.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>Such as “Disputed (3)”.</summary>
    public Words Heading => IsCounted ? (Words)$"{Name} ({Count})" : Name;

    /// <summary>Null where there are no lines.</summary>
    public static DigestSection? Of(Words name, IReadOnlyList<Words> lines, int? count = null) =>
        lines.Count == 0 ? null : new(name, count ?? lines.Count, lines);
}
