using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FactBot.Text.Html;

/// <summary>Finds an article's dates of publication and change in JSON-LD, meta, microdata, RDFa and time elements.</summary>
internal static partial class PageDates
{
    private static readonly HashSet<string> Published = new(StringComparer.OrdinalIgnoreCase)
    {
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datePublished", "parsely-pub-date", "dcterms.issued", "dc.date.issued",
        "citation_publication_date", "citation_online_date", "sailthru.date", "cXenseParse:recs:publishtime", "rnews:datePublished", "OriginalPublicationDate", "publish_date",
        "published_time", "publish-date", "publishdate", "pubdate", "published_at", "dcterms.created", "bt:pubDate", "vr:published_time",
    };

    private static readonly HashSet<string> Vague = new(StringComparer.OrdinalIgnoreCase) { "date", "dc.date", "dcterms.date", "DC.date.created", "created", "date_published", "release_date" };

    private static readonly HashSet<string> Modified = new(StringComparer.OrdinalIgnoreCase)
    {
        "article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time", "dateModified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "modified_time", "revised",
    };

    /// <summary>Returns the earliest publication date given for the article, with its time if any source has one.</summary>
    public static DateTimeOffset? PublishedOf(IHtmlDocument document, LinkedData data, IElement core, DateOrder order)
    {
        order.Know(PageDate.Parse(LinkedData.Text(data.Article, "dateModified"), isDayFirst: null));
        order.Know(PageDate.Parse(LinkedData.Text(data.Article, "datePublished"), isDayFirst: null));
        var said = new List<string?> { LinkedData.Text(data.Article, "datePublished") };
        said.AddRange(MetasOf(document, Published));
        said.AddRange(MarkedOf(document, core, "datePublished"));
        said.AddRange(document.QuerySelectorAll("time[pubdate]").Where(e => IsOwn(e, core)).Select(Value));
        return Earliest(said, order)
            ?? Earliest(order.Unclear is null ? [LinkedData.Text(data.Article, "dateCreated"), LinkedData.Text(data.Page, "datePublished"), .. MetasOf(document, Vague)] : [], order)
            ?? Earliest(order.Unclear is null ? TimesIn(document, core) : [], order);
    }

    /// <summary>Returns the latest modification date given.</summary>
    public static DateTimeOffset? ModifiedOf(IHtmlDocument document, LinkedData data, IElement core, DateOrder order)
    {
        string?[] said = [LinkedData.Text(data.Article, "dateModified"), .. MetasOf(document, Modified), .. MarkedOf(document, core, "dateModified")];
        var dates = said.Select(order.Parse).OfType<PageDate>().Where(IsReal).ToList();
        return dates.Count == 0 ? null : dates.Max(d => d.At);
    }

    private static DateTimeOffset? Earliest(IEnumerable<string?> said, DateOrder order)
    {
        var dates = said.Select(order.Parse).OfType<PageDate>().Where(IsReal).OrderBy(d => d.At).ToList();
        return dates.Count == 0 ? null
            // A day without a time isn't earlier than a time on that day.
            : dates[0].HasTime ? dates[0].At
            : dates.FirstOrDefault(d => d.HasTime && d.At.Date == dates[0].At.Date) is { HasTime: true } sameDay ? sameDay.At : dates[0].At;
    }

    /// <summary>Excludes the placeholders that programs write for unknown dates.</summary>
    private static bool IsReal(PageDate date) => date.At.Year > 1600 && date.At.UtcDateTime.Date != DateTime.UnixEpoch;

    private static IEnumerable<string?> MetasOf(IHtmlDocument document, HashSet<string> names) => document.QuerySelectorAll("meta[content]")
        .Where(m => names.Contains(m.GetAttribute("property") ?? m.GetAttribute("name") ?? m.GetAttribute("http-equiv") ?? m.GetAttribute("itemprop") ?? ""))
        .Select(m => m.GetAttribute("content"));

    private static IEnumerable<string?> MarkedOf(IHtmlDocument document, IElement core, string name) =>
        document.QuerySelectorAll($"[itemprop~={name}], [property~={name}], [property~='schema:{name}'], [property~='rnews:{name}']").Where(e => e.NodeName != "META" || document.Body!.Contains(e)).Where(e => IsOwn(e, core)).Select(Value);

    private static string? Value(IElement element) => element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title") ?? element.TextContent;

    /// <summary>Returns the time elements at the head of the article, for pages that give no other date.</summary>
    private static List<string?> TimesIn(IHtmlDocument document, IElement core)
    {
        var named = document.QuerySelectorAll("time.published, time.entry-date, .published[title], .entry-date, .post-date, .article-date, .pubdate, .publish-date, .date-published, .posted-on time").Where(e => IsOwn(e, core)).Select(Value).Take(1).ToList();
        if (named.Count > 0)
        {
            return named;
        }

        var times = document.QuerySelectorAll("time").Where(e => (e.HasAttribute("datetime") || HasDate(e.TextContent)) && IsOwn(e, core) && !IsOfChange(e)).ToList();
        var head = times.FirstOrDefault(e => core.Contains(e) || e.Closest("header") is not null);
        return head is not null || times.Count == 1 ? [Value(head ?? times[0])] : [];
    }

    /// <summary>Whether an element's names mark it as the time of a change.</summary>
    private static bool IsOfChange(IElement time) => OfChange().IsMatch($"{time.GetAttribute("itemprop")} {time.GetAttribute("property")} {time.ClassName} {time.Id} {time.ParentElement?.ClassName}");

    [GeneratedRegex("modified|updated|lastmod|revised|aktualisiert|actualizad|atualizad", RegexOptions.IgnoreCase)]
    private static partial Regex OfChange();

    private static bool HasDate(string text) => PageDate.Parse(text, isDayFirst: true) is not null;

    /// <summary>Whether an element belongs to this article and not to one beside or below it.</summary>
    private static bool IsOwn(IElement element, IElement core)
    {
        if (element.Closest("aside, nav, footer, [class*=comment i], [class*=related i], [class*=teaser i], [class*=card i]") is { } beside && !beside.Contains(core))
        {
            return false;
        }

        return element.Closest("article") is not { } article || article.Contains(core) || core.Contains(article) && !(article != core && core.NodeName != "ARTICLE" && core.QuerySelectorAll("article").Length > 1);
    }
}
