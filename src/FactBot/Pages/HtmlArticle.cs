using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace FactBot.Pages;

/// <summary>Finds the article in a page of HTML, and what the page says about it.</summary>
internal static partial class HtmlArticle
{
    /// <summary>Shorter than this, in characters, a text is no article.</summary>
    private const int Shortest = 200;

    /// <summary>A page with the mark of a paywall and less text than this, in characters, shows only the beginning.</summary>
    private const int ShortestWhole = 1500;

    // What Readability would take for part of an article now and then.
    private const string NotArticle =
        "[role=dialog], [aria-modal=true], [id*=cookie i], [class*=cookie i], [id*=consent i], [class*=consent i], "
        + "[id*=comments i], [class*=comments i], [class*=newsletter i], [hidden]";

    /// <summary>The article; null where the page has none.</summary>
    /// <exception cref="InvalidDataException">The page is too large or too deep to be read.</exception>
    public static async Task<ReadablePage?> FindAsync(Uri address, string html, CancellationToken cancel)
    {
        var document = HtmlDocumentReader.Parse(html, cancel);
        var canonical = CanonicalOf(document, address);
        var isLocked = IsLocked(document);
        var hasWall = document.QuerySelector("[class*=paywall i], [id*=paywall i], [class*=subscriber-only i]") is not null;
        foreach (var note in document.QuerySelectorAll(NotArticle).ToList())
        {
            note.Remove();
        }

        using var reader = new Reader(address.AbsoluteUri, document);
        var article = await reader.GetArticleAsync(cancel);
        cancel.ThrowIfCancellationRequested();
        var text = article.Completed ? PlainText.Of(WithoutHeadline(HtmlDocumentReader.Parse(article.Content, cancel).Body!, Blank(article.Title))) : "";
        var isPaywalled = isLocked || (hasWall && text.Length < ShortestWhole);
        return text.Length < Shortest && !isPaywalled ? null : new ReadablePage(text)
        {
            Title = Blank(article.Title),
            Byline = Blank(article.Byline ?? article.Author),
            Publisher = Blank(article.SiteName),
            Published = article.PublicationDate is { Year: > 1 } date ? new DateTimeOffset(date.ToUniversalTime()) : null,
            Language = Blank(article.Language)?.Split('-', '_')[0].ToLowerInvariant(),
            Canonical = canonical,
            IsPaywalled = isPaywalled,
        };
    }

    /// <summary>The article without a headline at its top, which may say more than the title that is kept beside it.</summary>
    private static IElement WithoutHeadline(IElement body, string? title)
    {
        if (title is not null && body.QuerySelector("h1, h2") is { } heading && Blank(heading.TextContent) is { } headline
            && headline.StartsWith(title, StringComparison.Ordinal)
            && Blank(body.TextContent)!.StartsWith(headline, StringComparison.Ordinal))
        {
            heading.Remove();
        }

        return body;
    }

    private static Uri? CanonicalOf(IHtmlDocument document, Uri address) =>
        (document.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href")
            ?? document.QuerySelector("meta[property='og:url' i]")?.GetAttribute("content")) is { } named
        && Uri.TryCreate(address, named, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : null;

    private static bool IsLocked(IHtmlDocument document) =>
        document.QuerySelector("meta[name='article:content_tier' i][content=locked i], meta[property='article:content_tier' i][content=locked i]") is not null
        || document.QuerySelectorAll("script[type='application/ld+json' i]").Any(s => LinkedData.SaysNotFree(s.TextContent));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
