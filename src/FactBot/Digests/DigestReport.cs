using FactBot.Audit;
using FactBot.Chat;

namespace FactBot.Digests;

/// <summary>The full content of a digest, before anything is cut to fit.</summary>
/// <param name="Submitted">Claims submitted in the time it covers.</param>
/// <param name="Sections">Most important first; none is empty.</param>
/// <param name="Numbers">The last two weeks.</param>
/// <param name="Head">The head of the audit trail: a kept digest can later prove whether the trail before it was changed.</param>
public sealed record DigestReport(
    Words Title, DateTimeOffset From, int Submitted, IReadOnlyList<DigestSection> Sections, DeskNumbers Numbers, AuditHead Head)
{
    /// <summary>Whether nothing happened and nothing is waiting.</summary>
    public bool IsQuiet => Submitted == 0 && Sections.Count == 0;
}

/// <summary>Items of one kind, a line each.</summary>
/// <param name="Count">How many there are; the lines stop at a few hundred.</param>
/// <param name="Lines">Most urgent first.</param>
public sealed record DigestSection(Words Name, int Count, IReadOnlyList<Words> Lines)
{
    /// <summary>Whether to show the count.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>The heading, such as “Disputed (3)”.</summary>
    public Words Heading => IsCounted ? (Words)$"{Name} ({Count})" : Name;

    /// <summary>Creates a section; null if there are no lines.</summary>
    public static DigestSection? Of(Words name, IReadOnlyList<Words> lines, int? count = null) =>
        lines.Count == 0 ? null : new(name, count ?? lines.Count, lines);
}
