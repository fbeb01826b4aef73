namespace FactBot.Digests;

/// <summary>How many claims were open at any time, computed backwards from how many are open now.</summary>
/// <param name="now">The number of claims open now.</param>
/// <param name="changes">Each time at which one opened (1) or closed (-1).</param>
public sealed class OpenHistory(int now, IEnumerable<(DateTimeOffset At, int Change)> changes)
{
    private readonly List<(DateTimeOffset At, int Change)> changes = [.. changes];

    /// <summary>Returns how many were open just before an instant.</summary>
    public int CountBefore(DateTimeOffset at) => now - changes.Where(c => c.At >= at).Sum(c => c.Change);
}
