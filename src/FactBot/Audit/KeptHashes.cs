namespace FactBot.Audit;

/// <summary>The hashes of the texts that were kept as evidence, according to a trail.</summary>
internal sealed class KeptHashes
{
    private readonly HashSet<string> kept = [];
    private readonly HashSet<string> erased = [];

    /// <summary>Whether texts were erased without the trail recording which.</summary>
    public bool HasUntold { get; private set; }

    public void Keep(string hash)
    {
        kept.Add(hash);
        erased.Remove(hash);
    }

    /// <summary>Records that texts were erased; null if the trail doesn't say which.</summary>
    public void Erase(IReadOnlyList<string>? hashes)
    {
        HasUntold |= hashes is null;
        kept.ExceptWith(hashes ?? []);
        erased.UnionWith(hashes ?? []);
    }

    /// <summary>Records that a person was erased, which also deleted the texts no source refers to any more.</summary>
    public void Untie() => kept.Clear();

    /// <summary>Whether a text may exist.</summary>
    /// <param name="hash">The text's hash.</param>
    /// <param name="isNamed">Whether a source refers to it.</param>
    public bool MayBeThere(string hash, bool isNamed) => isNamed || kept.Contains(hash);

    public bool MayBeGone(string hash) => HasUntold || erased.Contains(hash);
}
