namespace FactBot.Audit;

/// <summary>Which texts a trail says were kept as evidence, by their hashes.</summary>
internal sealed class KeptHashes
{
    private readonly HashSet<string> kept = [];
    private readonly HashSet<string> erased = [];

    /// <summary>Whether texts were erased of which the trail does not tell which they were.</summary>
    public bool HasUntold { get; private set; }

    public void Keep(string hash)
    {
        kept.Add(hash);
        erased.Remove(hash);
    }

    /// <summary>Texts were erased; null where the trail does not say which.</summary>
    public void Erase(IReadOnlyList<string>? hashes)
    {
        HasUntold |= hashes is null;
        kept.ExceptWith(hashes ?? []);
        erased.UnionWith(hashes ?? []);
    }

    /// <summary>A person was forgotten: texts that no source names any more went too.</summary>
    public void Untie() => kept.Clear();

    /// <summary>Whether a text may be there, or may be gone although a source names it.</summary>
    /// <param name="hash">The text's.</param>
    /// <param name="isNamed">Whether a source names it.</param>
    public bool MayBeThere(string hash, bool isNamed) => isNamed || kept.Contains(hash);

    public bool MayBeGone(string hash) => HasUntold || erased.Contains(hash);
}
