namespace FactBot.Pages;

/// <summary>
/// How long a page may take, in real time: the bot's clock can be moved, and that must not cancel a page that is under way.
/// </summary>
/// <param name="Fetching">For the whole fetch, from the first connection to the last byte.</param>
/// <param name="Reading">For extracting the text of a page or file.</param>
public sealed record PageLimits(TimeSpan Fetching, TimeSpan Reading)
{
    public static PageLimits Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));

    /// <summary>No limits, so that the outcome depends only on the page.</summary>
    public static PageLimits None { get; } = new(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
