using FactBot.Claims;
using FactBot.Teams;

namespace FactBot.Audit;

/// <summary>Something was erased from earlier entries of the trail: who did it, the details, or both.</summary>
/// <param name="Entries">The numbers of these entries.</param>
public abstract record Erasure(IReadOnlyList<int> Entries) : TeamDeed
{
    /// <summary>The stage that a claim came into with such an entry, by its number: what the details said that counts need still.</summary>
    public IReadOnlyDictionary<int, Stage>? LedTo { get; init; }

    /// <summary>What the details of these entries say that counts need.</summary>
    internal static IReadOnlyDictionary<int, Stage>? WaysOf(IEnumerable<AuditEntry> entries)
    {
        var ways = entries.Where(e => e.Deed is ClaimDeed { LedTo: not null }).ToDictionary(e => e.Number, e => ((ClaimDeed)e.Deed!).LedTo!.Value);
        return ways.Count == 0 ? null : ways;
    }

    /// <summary>Of which the details were erased; null where the trail does not say.</summary>
    public IReadOnlyList<int>? Lost { get; init; }

    /// <summary>The actions of entries that tell of an erasure.</summary>
    internal static IReadOnlyList<string> Actions { get; } = [PersonForgotten.Name, PastErased.Name, SealedLeftOut.Name];

    /// <summary>Whether an entry may be one that tells of an erasure, by its action.</summary>
    internal static bool IsToldBy(AuditEntry entry) => Actions.Contains(entry.Action);
}

/// <summary>A person was forgotten at their own wish; where they stood, a pseudonym stands.</summary>
public sealed record PersonForgotten(IReadOnlyList<int> Entries) : Erasure(Entries)
{
    internal const string Name = "was forgotten by";

    public override string Action => Name;

    /// <summary>Which entries the person had made: the pseudonym stands in their place. Null where the trail does not say.</summary>
    public IReadOnlyList<int>? Made { get; init; }

    /// <summary>The hashes of kept texts that named the person and went, although a source still names them; null where the trail does not say.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    public override void ApplyTo(Team team, Act act) => team.TakeFormerMember();
}

/// <summary>What was past its time was erased, as the team's settings say.</summary>
public sealed record PastErased(IReadOnlyList<int> Entries) : Erasure(Entries)
{
    internal const string Name = "erased what was past its time in";

    public override string Action => Name;

    /// <summary>The hashes of the kept texts that were erased; null where the trail does not say.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    public override void ApplyTo(Team team, Act act)
    {
    }
}

/// <summary>The team was imported, and the votes that were sealed when it was exported were left out; their reviewers vote again.</summary>
public sealed record SealedLeftOut(IReadOnlyList<int> Entries) : Erasure(Entries)
{
    internal const string Name = "left out the sealed votes in";

    public override string Action => Name;

    public override void ApplyTo(Team team, Act act)
    {
    }
}
