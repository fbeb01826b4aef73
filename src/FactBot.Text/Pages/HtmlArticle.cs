using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FactBot.Text.Html;
using FactBot.Text.Language;
using SmartReader;

namespace FactBot.Text.Pages;

/// <summary>Finds the article in an HTML page, and what the page says about it.</summary>
internal static partial class HtmlArticle
{
    /// <summary>In characters. A shorter text isn't an article.</summary>
    private const int Shortest = 200;

    /// <summary>As a share of the text in the article's element. If less was extracted, the whole element is used.</summary>
    private const double Enough = 0.75;

    /// <summary>Returns the article; null if the page has none.</summary>
    /// <exception cref="InvalidDataException">The page is too large or too deep to read.</exception>
    public static async Task<ReadablePage?> FindAsync(Uri address, string html, CancellationToken cancellationToken)
    {
        var document = HtmlDocumentReader.Parse(html, cancellationToken);
        StreamedContent.PutInPlace(document, cancellationToken);
        var data = LinkedData.Of(document, address);
        var wall = Paywall.Of(document, data);
        HiddenParts.Remove(document);
        InlineMeaning.Write(document.Body!);
        DrawnText.Write(document.Body!);
        ListNumbers.Write(document.Body!);
        Tables.Write(document.Body!);
        cancellationToken.ThrowIfCancellationRequested();
        var about = About.Of(document, data, address);
        var core = PageCore.Free(document);
        var whole = PlainText.Of(WithoutHeadline((IElement)core.Clone(), about.Title));
        var isMarked = core.NodeName != "BODY";

        using var reader = new Reader(address.AbsoluteUri, document);
        var article = await reader.GetArticleAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var found = article.Completed ? PlainText.Of(WithoutHeadline(HtmlDocumentReader.Parse(article.Content, cancellationToken).Body!, about.Title ?? PageNames.Clean(article.Title))) : "";
        var text = isMarked && found.Length < whole.Length * Enough && whole.Length >= Shortest ? whole : found;
        var isPaywalled = wall.Hides(text, whole);
        return text.Length < Shortest && !isPaywalled ? null : new ReadablePage(text)
        {
            Title = about.Title ?? PageNames.Clean(article.Title),
            Byline = about.Byline ?? PageNames.Clean(article.Byline ?? article.Author),
            Publisher = about.Site ?? PageNames.Clean(article.SiteName),
            Published = about.Published,
            Modified = about.Modified,
            UnclearDate = about.UnclearDate,
            Language = about.Language?.Split('-', '_')[0].ToLowerInvariant(),
            Canonical = PageAddress.CanonicalOf(document, data, address),
            IsPaywalled = isPaywalled,
        };
    }

    /// <summary>Removes a headline at the top of the article, which may be longer than the title kept beside it.</summary>
    private static IElement WithoutHeadline(IElement body, string? title)
    {
        if (title is not null && body.QuerySelector("h1, h2") is { } heading && PageNames.Clean(heading.TextContent) is { } headline
            && (headline.StartsWith(title, StringComparison.Ordinal) || (heading.NodeName == "H1" && title.Contains(headline, StringComparison.Ordinal)))
            && PageNames.Clean(body.TextContent)!.StartsWith(headline, StringComparison.Ordinal))
        {
            heading.Remove();
        }

        return body;
    }

    private sealed record About(string? Title, string? Byline, string? Site, DateTimeOffset? Published, DateTimeOffset? Modified, string? UnclearDate, string? Language)
    {
        public static About Of(IHtmlDocument document, LinkedData data, Uri address)
        {
            // This runs before class names are removed, so the core is only located here.
            var core = PageCore.Find(document);
            var language = WrittenLanguage.Settle(LanguageOf(document, data), PlainText.Of(core));
            var order = new DateOrder(document, address, language);
            var published = PageDates.PublishedOf(document, data, core, order);
            var unclear = published is null ? order.Unclear : null;
            var site = PageNames.SiteOf(document, data);
            return new(
                PageNames.TitleOf(document, data, core, site, address),
                PageNames.AuthorsOf(document, data, core, site),
                site,
                published,
                PageDates.ModifiedOf(document, data, core, order),
                unclear,
                language);
        }

        /// <summary>Returns the language code with its region; null if the page has none.</summary>
        private static string? LanguageOf(IHtmlDocument document, LinkedData data)
        {
            var root = document.DocumentElement;
            string?[] said =
            [
                root.GetAttribute("lang"), root.GetAttribute("xml:lang"), PageNames.MetaOf(document, "og:locale", "content-language", "dc.language", "language", "inLanguage"),
                document.QuerySelector("meta[http-equiv=content-language i]")?.GetAttribute("content"), LinkedData.Text(data.Article, "inLanguage"), document.Body?.GetAttribute("lang"),
                document.QuerySelector("article[lang], main[lang]")?.GetAttribute("lang"),
            ];
            return said.Select(s => s?.Trim().Split(',', ';')[0].Trim()).FirstOrDefault(s => s is not null && IsCode().IsMatch(s));
        }
    }

    [GeneratedRegex(@"^[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*$")]
    private static partial Regex IsCode();
}
