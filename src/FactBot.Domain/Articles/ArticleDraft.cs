using FactBot.Text.Addresses;
using FactBot.Text.Characters;
using FactBot.Text.Language;
using FactBot.Text.Pages;

namespace FactBot.Domain.Articles;

/// <summary>An article before it's added: its text and what is known about it.</summary>
public sealed record ArticleDraft(string Title, string Text)
{
    private const int MaxDate = 40;

    public string? Url { get; init; }

    /// <summary>The address it was fetched from, or that the person gave; the page itself may name a different one.</summary>
    public string? GivenUrl { get; init; }

    public string? Publisher { get; init; }

    public string? Byline { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>The page's date, if it could mean two days; see <see cref="ReadablePage.UnclearDate"/>.</summary>
    public string? UnclearDate { get; init; }

    /// <summary>The language's code, such as <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The version of the page it was fetched from; null if it wasn't fetched.</summary>
    public PageVersion? Version { get; init; }

    /// <summary>Makes a draft from a page or file; what the person gave takes precedence over what the page says.</summary>
    public static ArticleDraft Of(ReadablePage page, string? title, string? publisher, string? url) =>
        new(Clip.To(title ?? page.Title ?? FirstLineOf(page.Text), Article.MaxTitle), page.Text)
        {
            Url = page.Canonical is { } own && WebAddress.Find(own.AbsoluteUri) is { } canonical ? canonical : url,
            GivenUrl = url,
            Publisher = publisher ?? (page.Publisher is { } name ? Clip.To(name, Article.MaxPublisher) : null),
            Byline = page.Byline is { } byline ? Clip.To(byline, Article.MaxPublisher) : null,
            Published = page.Published,
            UnclearDate = page.UnclearDate is { } unclear ? Clip.To(unclear, MaxDate) : null,
            Language = (page.Language ?? WrittenLanguage.Find(page.Text)) is { Length: <= 10 } language ? language : null,
        };

    /// <summary>Returns the first line that isn't empty, without heading or list marks.</summary>
    private static string FirstLineOf(string text) =>
        text.Split('\n').Select(line => line.Trim(' ', '#', '\t', '-', '*')).FirstOrDefault(line => line.Length > 0) ?? "Untitled";
}
