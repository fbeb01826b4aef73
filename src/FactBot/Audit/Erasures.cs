using System.Text.Json;
using FactBot.Domain;
using FactBot.Domain.Audit;

namespace FactBot.Audit;

/// <summary>Compares what was erased from a trail with the erasures that its entries record.</summary>
internal sealed class Erasures
{
    private readonly Dictionary<int, Erased> erased = [];
    private readonly HashSet<int> told = [];
    private readonly HashSet<int> toldLost = [];
    private readonly Dictionary<int, PersonId?> toldMadeBy = [];

    /// <summary>Reads an entry. Call once for each entry, in order.</summary>
    public void Read(AuditEntry entry)
    {
        if (entry.IsErased)
        {
            erased[entry.Number] = new(entry.Action, entry.Subject, entry.HasLostDetails, entry.WhoSalt is null ? entry.Who : null);
        }
        else if (Erasure.IsToldBy(entry) && EventOf(entry) is Erasure erasure)
        {
            told.UnionWith(erasure.Entries);
            toldLost.UnionWith(erasure.Lost ?? []);
            foreach (var number in (erasure as PersonForgotten)?.Made ?? [])
            {
                toldMadeBy[number] = entry.Who;
            }
        }
    }

    /// <summary>Returns the flaws. Call once all entries have been read.</summary>
    public IEnumerable<AuditFlaw> FindFlaws()
    {
        foreach (var (number, entry) in erased.Where(e => !told.Contains(e.Key)))
        {
            yield return new(number, $"was changed: who did “{entry.Action} {entry.Subject}”, or its details, were taken away, and no entry tells of it");
        }

        foreach (var number in told.Where(n => !erased.ContainsKey(n)).Order())
        {
            yield return new(number, "was changed: it holds again what was erased");
        }

        foreach (var number in toldLost.Where(n => erased.TryGetValue(n, out var entry) && !entry.HasLostDetails).Order())
        {
            yield return new(number, "was changed: it holds again the details that were erased");
        }

        foreach (var (number, former) in toldMadeBy.Where(m => erased.TryGetValue(m.Key, out var entry) && entry.Who != m.Value))
        {
            yield return new(number, $"was changed: it names somebody in place of {(former is null ? "nobody" : $"former member {former}")}");
        }
    }

    private static DeskEvent? EventOf(AuditEntry entry)
    {
        try
        {
            return entry.Event;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="Who">The pseudonym; null if the entry still names the person originally recorded.</param>
    private sealed record Erased(string Action, string Subject, bool HasLostDetails, PersonId? Who);
}
