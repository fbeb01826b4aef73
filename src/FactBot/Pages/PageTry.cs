namespace FactBot.Pages;

/// <summary>
/// The unfinished tries at a page. Each is saved before it begins, so that one that crashes the program or fails unexpectedly
/// isn't repeated at once.
/// </summary>
/// <param name="kind">What the page is to the team.</param>
/// <param name="subject">The id of the source or article.</param>
public sealed class PageTry(PageKind kind, long subject)
{
    /// <summary>How many tries a page gets while none finishes.</summary>
    public const int Most = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);

    public PageKind Kind { get; private set; } = kind;

    public long Subject { get; private set; } = subject;

    /// <summary>How many tries have begun.</summary>
    public int Tries { get; private set; }

    /// <summary>When the next try may begin.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>Begins a try; each wait is six times as long as the last: 5 minutes, half an hour, 3 hours, 18 hours.</summary>
    public void Begin(DateTimeOffset now)
    {
        NextAt = now + (FirstWait * Math.Pow(6, Math.Min(Tries, Most - 2)));
        Tries++;
    }
}

/// <summary>What a fetched page is to its team.</summary>
public enum PageKind
{
    /// <summary>A source's page, of which a copy is kept.</summary>
    Source,

    /// <summary>An article's page, which is checked for changes.</summary>
    Article,
}
