namespace FactBot.Digests;

/// <summary>How many claims were open at any moment, told backwards from how many are open now.</summary>
/// <param name="now">Claims that are open now.</param>
/// <param name="changes">Each moment at which one opened (1) or closed (-1).</param>
public sealed class OpenHistory(int now, IEnumerable<(DateTimeOffset At, int Change)> changes)
{
    private readonly List<(DateTimeOffset At, int Change)> changes = [.. changes];

    /// <summary>How many were open just before an instant.</summary>
    public int CountBefore(DateTimeOffset at) => now - changes.Where(c => c.At >= at).Sum(c => c.Change);
}
