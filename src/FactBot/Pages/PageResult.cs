using FactBot.Chat;

namespace FactBot.Pages;

/// <summary>The result of fetching a page: the page, the news that it hasn't changed, or why it couldn't be fetched.</summary>
public sealed record PageResult
{
    private PageResult()
    {
    }

    /// <summary>The page; null if it hasn't changed or couldn't be fetched.</summary>
    public FetchedPage? Page { get; private init; }

    /// <summary>Whether the page still matches the version in the request.</summary>
    public bool IsUnchanged { get; private init; }

    /// <summary>The reason, in one sentence for people; null if the page was fetched or hasn't changed.</summary>
    public Words? WhyNot { get; private init; }

    /// <summary>Whether the failure is temporary: the site was slow, overloaded or unreachable.</summary>
    public bool IsPassing { get; private init; }

    public static PageResult Unchanged { get; } = new() { IsUnchanged = true };

    public static PageResult Of(FetchedPage page) => new() { Page = page };

    public static PageResult Failed(Words whyNot) => new() { WhyNot = whyNot };

    public static PageResult FailedForNow(Words whyNot) => new() { WhyNot = whyNot, IsPassing = true };
}
