using FactBot.Pages;
using FactBot.Text.Addresses;
using FactBot.Text.Characters;
using FactBot.Text.Language;
using FactBot.Text.Pages;

namespace FactBot.Articles;

/// <summary>An article before it is added: its text and what is known about it.</summary>
public sealed record ArticleDraft(string Title, string Text)
{
    private const int MaxDate = 40;

    public string? Url { get; init; }

    /// <summary>Where it was had from, or where the person says that it stands; the page itself may call another address its own.</summary>
    public string? GivenUrl { get; init; }

    public string? Publisher { get; init; }

    public string? Byline { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>The date that the page has where it could be two days; see <see cref="ReadablePage.UnclearDate"/>.</summary>
    public string? UnclearDate { get; init; }

    /// <summary>Its language's code, such as <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The state of the page it was fetched from; null where it was not fetched.</summary>
    public PageVersion? Version { get; init; }

    /// <summary>A draft of what was read; what the person gave counts before what the page says.</summary>
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

    /// <summary>The first line that has words in it, without the marks of a heading.</summary>
    private static string FirstLineOf(string text) =>
        text.Split('\n').Select(line => line.Trim(' ', '#', '\t', '-', '*')).FirstOrDefault(line => line.Length > 0) ?? "Untitled";
}
