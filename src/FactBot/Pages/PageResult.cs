using FactBot.Chat;

namespace FactBot.Pages;

/// <summary>What came of fetching a page: the page, the news that it has not changed, or why it could not be had.</summary>
public sealed record PageResult
{
    private PageResult()
    {
    }

    /// <summary>Null where it has not changed or could not be had.</summary>
    public FetchedPage? Page { get; private init; }

    /// <summary>Whether it is still as the version that was asked with.</summary>
    public bool IsUnchanged { get; private init; }

    /// <summary>One sentence for people; null where it was fetched or has not changed.</summary>
    public Words? WhyNot { get; private init; }

    /// <summary>Whether it may be had in a while: the site was slow, overloaded or away.</summary>
    public bool IsPassing { get; private init; }

    public static PageResult Unchanged { get; } = new() { IsUnchanged = true };

    public static PageResult Of(FetchedPage page) => new() { Page = page };

    public static PageResult Failed(Words whyNot) => new() { WhyNot = whyNot };

    public static PageResult FailedForNow(Words whyNot) => new() { WhyNot = whyNot, IsPassing = true };
}
