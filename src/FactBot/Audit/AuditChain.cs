using System.Globalization;
using FactBot.Domain.Audit;

namespace FactBot.Audit;

/// <summary>Checks that a team's audit trail is as it was written.</summary>
public static class AuditChain
{
    /// <summary>
    /// Returns the flaws of a trail, each with its entry; none if it is intact. Erased content isn't a flaw if a later entry
    /// records the erasure, because the chain holds its hash. Content that is recorded as erased but still there is a flaw.
    /// </summary>
    /// <param name="entries">All entries of one team, ordered by number.</param>
    /// <param name="length">The number of entries there should be.</param>
    /// <param name="head">The hash the last entry should have; empty for an empty trail.</param>
    public static IEnumerable<AuditFlaw> FindFlaws(IEnumerable<AuditEntry> entries, int length, string head)
    {
        var (expected, previous) = (1, "");
        var erasures = new Erasures();
        foreach (var entry in entries)
        {
            for (; expected < entry.Number; expected++)
            {
                yield return new(expected, "is missing");
                previous = "";
            }

            if (FlawOf(entry, previous) is { } flaw)
            {
                yield return flaw;
            }

            (expected, previous) = (entry.Number + 1, entry.Hash);
            erasures.Read(entry);
        }

        foreach (var flaw in erasures.FindFlaws())
        {
            yield return flaw;
        }

        for (; expected <= length; expected++)
        {
            yield return new(expected, "is missing");
            previous = "";
        }

        if (expected > length + 1)
        {
            yield return new(length + 1, "was put in later: the team has written none after it");
        }
        else if (previous.Length > 0 && previous != head)
        {
            yield return new(length, "is not the last that the team wrote");
        }
    }

    /// <summary>Returns what is wrong with the entry itself or its position; null if nothing is.</summary>
    private static AuditFlaw? FlawOf(AuditEntry entry, string previous) =>
        entry.ComputeHash() != entry.Hash ? new(entry.Number, $"was changed: it says “{entry.Action} {entry.Subject}” of {entry.At.ToString("u", CultureInfo.InvariantCulture)}")
        : !entry.HasTrueDetails ? new(entry.Number, $"was changed: the details of “{entry.Action} {entry.Subject}” are not those that were written")
        : !entry.HasTrueWho ? new(entry.Number, $"was changed: who did “{entry.Action} {entry.Subject}” is not who was written")
        : entry.Previous != previous && (previous.Length > 0 || entry.Number == 1) ? new(entry.Number, "does not follow the entry before it: one of the two was put in later")
        : null;
}

/// <summary>A flaw in an entry of a trail.</summary>
/// <param name="Number">The entry's number.</param>
/// <param name="What">The flaw, phrased to follow “entry 12”.</param>
public sealed record AuditFlaw(int Number, string What)
{
    public override string ToString() => $"entry {Number} {What}";
}
