using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;

namespace FactBot.Audit;

/// <summary>The erasure of people, details, or both from earlier entries of the trail.</summary>
/// <param name="Entries">The numbers of those entries.</param>
public abstract record Erasure(IReadOnlyList<int> Entries) : TeamEvent
{
    /// <summary>The stage each such entry moved its claim to, by entry number; counts need it after the erasure.</summary>
    public IReadOnlyDictionary<int, Stage>? LedTo { get; init; }

    /// <summary>Returns those parts of the entries' details that counts need.</summary>
    internal static IReadOnlyDictionary<int, Stage>? WaysOf(IEnumerable<AuditEntry> entries)
    {
        var ways = entries.Where(e => e.Event is ClaimEvent { LedTo: not null }).ToDictionary(e => e.Number, e => ((ClaimEvent)e.Event!).LedTo!.Value);
        return ways.Count == 0 ? null : ways;
    }

    /// <summary>The entries whose details were erased; null if the trail doesn't say.</summary>
    public IReadOnlyList<int>? Lost { get; init; }

    /// <summary>The actions of entries that record an erasure.</summary>
    internal static IReadOnlyList<string> Actions { get; } = [PersonForgotten.Name, PastErased.Name, SealedLeftOut.Name];

    /// <summary>Whether an entry may record an erasure, judging by its action.</summary>
    internal static bool IsToldBy(AuditEntry entry) => Actions.Contains(entry.Action);
}

/// <summary>A person was erased at their own request and replaced by a pseudonym.</summary>
public sealed record PersonForgotten(IReadOnlyList<int> Entries) : Erasure(Entries)
{
    internal const string Name = "was forgotten by";

    /// <summary>The entries the person made, which now carry the pseudonym; null if the trail doesn't say.</summary>
    public IReadOnlyList<int>? Made { get; init; }

    /// <summary>Hashes of texts deleted for naming the person though still referenced by a source; null if unrecorded.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    public override void ApplyTo(Team team, EventContext context) => team.TakeFormerMember();
}

/// <summary>Data past its retention period was erased, as the team's settings require.</summary>
public sealed record PastErased(IReadOnlyList<int> Entries) : Erasure(Entries)
{
    internal const string Name = "erased what was past its time in";

    /// <summary>The hashes of the kept texts that were erased; null if the trail doesn't say.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    public override void ApplyTo(Team team, EventContext context)
    {
    }
}

/// <summary>The team was imported without the votes that were sealed at export; their reviewers vote again.</summary>
public sealed record SealedLeftOut(IReadOnlyList<int> Entries) : Erasure(Entries)
{
    internal const string Name = "left out the sealed votes in";

    public override void ApplyTo(Team team, EventContext context)
    {
    }
}
