namespace FactBot.Pages;

/// <summary>
/// A try at a page that came to no end yet. It's written down before it's made, so that one that ends the program, or fails
/// in a way that nobody thought of, isn't made again at once.
/// </summary>
/// <param name="kind">What the page is to the team.</param>
/// <param name="subject">The id of the source or article.</param>
public sealed class PageTry(PageKind kind, long subject)
{
    /// <summary>Tries for one page, until one comes to an end.</summary>
    public const int Most = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);

    public PageKind Kind { get; private set; } = kind;

    public long Subject { get; private set; } = subject;

    /// <summary>How many were begun.</summary>
    public int Tries { get; private set; }

    /// <summary>When the next one may be made.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>A try begins; the next waits six times as long as the one before: 5 minutes, half an hour, 3 hours, 18 hours.</summary>
    public void Begin(DateTimeOffset now)
    {
        NextAt = now + (FirstWait * Math.Pow(6, Math.Min(Tries, Most - 2)));
        Tries++;
    }
}

/// <summary>What a page that is fetched is to its team.</summary>
public enum PageKind
{
    /// <summary>The page of a source, of which a copy is kept.</summary>
    Source,

    /// <summary>An article's page, which is looked at for changes.</summary>
    Article,
}
