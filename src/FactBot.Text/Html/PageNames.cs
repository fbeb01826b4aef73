using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FactBot.Text.Characters;

namespace FactBot.Text.Html;

/// <summary>Finds the names that a page gives its article, its site and its authors.</summary>
internal static partial class PageNames
{
    private static readonly string[] Marks = [" | ", " ‹ ", " « ", " » ", " :: ", " · ", " • ", " – ", " — ", " - ", " / ", "｜", " ~ "];

    private static readonly string[] Keys = ["property", "name", "itemprop"];

    /// <summary>Returns the headline, without the site's name.</summary>
    public static string? TitleOf(IHtmlDocument document, LinkedData data, IElement core, string? site, Uri address)
    {
        var title = Clean(document.QuerySelector("head title, title")?.TextContent);
        var (open, told) = (Clean(MetaOf(document, "og:title", "twitter:title", "parsely-title", "dc.title")), Clean(LinkedData.Text(data.Article, "headline")));
        var headings = core.QuerySelectorAll("h1").Concat(document.QuerySelectorAll("h1")).Distinct().ToList();
        var heading = Clean(headings.FirstOrDefault()?.TextContent);
        var bare = title is null ? null : WithoutSite(title, site, address);
        if (heading is { Length: > 5 and <= 250 } && !IsSite(heading, site) && (Has(title, heading) && heading.Length * 3 >= bare!.Length || Same(heading, open) || Same(heading, told)))
        {
            return heading;
        }

        var said = open is null || IsSite(open, site) ? null : WithoutSite(open, site, address);
        return (said is not null && (title is null || Has(title, said)) ? said : null)
            ?? (told is not null && (title is null || Has(title, told) || said is null) ? told : null)
            ?? (said is not null && heading is null ? said : null)
            ?? (heading is { Length: > 15 and <= 250 } && headings.Count == 1 && core.Contains(headings[0]) ? heading : null)
            ?? said ?? bare ?? heading;
    }

    /// <summary>Returns the site's name.</summary>
    public static string? SiteOf(IHtmlDocument document, LinkedData data) =>
        Clean(MetaOf(document, "og:site_name")) ?? Clean(data.Names(data.Article, "publisher").FirstOrDefault())
        ?? Clean(MetaOf(document, "application-name", "dc.publisher", "citation_journal_title", "apple-mobile-web-app-title"))
        ?? Clean(document.QuerySelector("[itemprop~=publisher] [itemprop~=name]") is { } name ? name.GetAttribute("content") ?? name.TextContent : null);

    /// <summary>Returns the authors' names, separated by commas.</summary>
    public static string? AuthorsOf(IHtmlDocument document, LinkedData data, IElement core, string? site)
    {
        IEnumerable<string?>[] sources =
        [
            data.Names(data.Article, "author"),
            MetasOf(document, "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "sailthru.author", "citation_author", "article:author_name"),
            Own("[itemprop~=author] [itemprop~=name], [property~='schema:author'] [property~='schema:name']"),
            Own("[itemprop~=author], [rel~=author], [property~=author]"),
            Own(".byline .author, .byline-name, .author-name, .article-author, .p-author, .byline, .author"),
        ];
        foreach (var source in sources)
        {
            var names = source.Select(Name).OfType<string>().Where(n => !IsSite(n, site)).Distinct(StringComparer.OrdinalIgnoreCase).Take(10).ToList();
            if (names.Count > 0)
            {
                return string.Join(", ", names);
            }
        }

        return null;

        IEnumerable<string?> Own(string selector) => document.QuerySelectorAll(selector)
            .Where(e => e.Closest("[class*=comment i], aside, footer, nav, [class*=related i]") is not { } beside || beside.Contains(core))
            .Where(e => e.Closest("article") is not { } article || article.Contains(core) || core.Contains(article))
            .Select(e => e.GetAttribute("content") ?? e.TextContent);
    }

    /// <summary>Returns the text on one line; null if it is empty.</summary>
    public static string? Clean(string? text)
    {
        text = text is null ? null : Entity().IsMatch(text) ? WebUtility.HtmlDecode(text) : text;
        return text is not null && CleanText.Of(text) is { Length: > 0 } clean ? Spaces().Replace(clean, " ").Trim() : null;
    }

    public static string? MetaOf(IHtmlDocument document, params string[] names) => MetasOf(document, names).FirstOrDefault(m => !string.IsNullOrWhiteSpace(m));

    private static IEnumerable<string> MetasOf(IHtmlDocument document, params string[] names) =>
        from name in names
        from meta in document.QuerySelectorAll("meta[content]")
        where Keys.Any(a => string.Equals(meta.GetAttribute(a)?.Trim(), name, StringComparison.OrdinalIgnoreCase))
        select meta.GetAttribute("content")!;

    private static string? Name(string? text)
    {
        var name = Clean(text);
        if (name is null || name.Contains("://", StringComparison.Ordinal) || name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || name[0] == '@')
        {
            return null;
        }

        name = LeadIn().Replace(name, "");
        name = Trailing().Replace(name, "").Trim(' ', ',', '|', '·', '•', '–', '-', ':');
        return name.Length is > 1 and < 100 && name.Any(char.IsLetter) ? name : null;
    }

    /// <summary>Removes the site's name from a title, if that name is known or a bar separates it.</summary>
    private static string WithoutSite(string title, string? site, Uri address)
    {
        for (var round = 0; round < 3; round++)
        {
            var next = Marks.Select(mark => Part(title, mark, site, address)).FirstOrDefault(t => t is not null);
            if (next is null)
            {
                return title;
            }

            title = next;
        }

        return title;
    }

    private static string? Part(string title, string mark, string? site, Uri address)
    {
        var last = title.LastIndexOf(mark, StringComparison.Ordinal);
        if (last <= 0)
        {
            return null;
        }

        var (front, end) = (title[..last].Trim(), title[(last + mark.Length)..].Trim());
        var isBar = mark is " | " or "｜" or " ‹ " or " « " or " :: ";
        if (front.Length > 0 && (IsSite(end, site) || IsHost(end, address) || (isBar && site is null && WordsIn(end) <= 4 && front.Length > end.Length)
            || (isBar && WordsIn(end) <= 3 && WordsIn(front) > 3)))
        {
            return front;
        }

        var first = title.IndexOf(mark, StringComparison.Ordinal);
        var (start, rest) = (title[..first].Trim(), title[(first + mark.Length)..].Trim());
        return rest.Length > start.Length && (IsSite(start, site) || IsHost(start, address)) ? rest : null;
    }

    private static bool IsSite(string text, string? site) => site is not null && Same(text, site);

    /// <summary>Whether the text matches the address's host, such as “Harbour News” for harbournews.example.</summary>
    private static bool IsHost(string text, Uri address)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.Length > 2 && !address.IsFile && address.HostNameType == UriHostNameType.Dns
            && (address.Host.Replace("-", "", StringComparison.Ordinal).Split('.').Contains(letters) || address.Host.Replace("www.", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) == letters);
    }

    private static int WordsIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static bool Has(string? whole, string part) => whole is not null && whole.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string text, string? other) => other is not null && string.Equals(text, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?:by|von|por|par|di|door|av|af|od|автор(?:ка)?(?:и)?|текст|author|written by|story by|text|réd(?:action)?|redakce|autor(?:in|a)?)(?:\s*:\s*|\s+)(?=\p{Lu}|\p{Lo})", RegexOptions.IgnoreCase)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"\s*(?:[|·•]|\s[–-]\s|,?\s*(?:published|updated|last updated|posted|aktualisiert|veröffentlicht)\b|\s+on\s+\w+ \d).*$", RegexOptions.IgnoreCase)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip|#x?[0-9a-fA-F]{2,6});")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
