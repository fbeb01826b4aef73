namespace FactBot.Pages;

/// <summary>
/// How long a page may take, in real time: the desk's clock can be moved, and a page that is on its way is not given up for
/// that.
/// </summary>
/// <param name="Fetching">For all together, from the first connection to the last byte.</param>
/// <param name="Reading">For finding the words in a page or file.</param>
public sealed record PageLimits(TimeSpan Fetching, TimeSpan Reading)
{
    public static PageLimits Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));

    /// <summary>As long as it takes: how far a page goes then depends on the page alone.</summary>
    public static PageLimits None { get; } = new(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
