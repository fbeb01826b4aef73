using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FactBot.Text.Language;

namespace FactBot.Text.Html;

/// <summary>
/// Finds the part of a page that its markup calls the article, removes parts that don't belong to it, and drops misleading
/// class names. The part with most of the text is the article, whatever its class or id.
/// </summary>
internal static partial class PageCore
{
    /// <summary>In characters of running text.</summary>
    private const int Least = 160;

    /// <summary>As a share of the core's running text. An element with more than this is part of the article.</summary>
    private const double Much = 0.25;

    /// <summary>Removes what isn't part of the article, drops misleading names, and returns the article's element.</summary>
    public static IElement Free(IHtmlDocument document)
    {
        var body = document.Body!;
        var prose = new Prose(body);
        var core = Find(body, prose);
        foreach (var note in body.QuerySelectorAll(Named).ToList())
        {
            if (note.ParentElement is not null && !note.Contains(core) && IsNoPart(note, core, prose))
            {
                note.Remove();
            }
        }

        RemoveRelated(core);
        PullQuotes.Remove(core);
        FreeNames(body, core, prose);
        return core;
    }

    /// <summary>Returns the article's element: the one that the markup calls so, or else the whole page.</summary>
    public static IElement Find(IHtmlDocument document) => Find(document.Body!, new Prose(document.Body!));

    private const string Named =
        "[role=dialog], [aria-modal=true], dialog, [class*=cookie i], [id*=cookie i], [class*=consent i], [id*=consent i], [class*=gdpr i], [id*=gdpr i], "
        + "[class*=comment i], [id*=comment i], [id*=disqus i], [class*=newsletter i], [id*=newsletter i], [class*=signup i], [class*=sign-up i], [class*=share i], [class*=sharing i], "
        + "[class*=social i], [class*=popup i], [id*=popup i], [class*=modal i], [class*=related i], [id*=related i], [class*=recommend i], [class*=recirc i], "
        + "[class*=promo i], [class*=sponsor i], [class*=outbrain i], [class*=taboola i], [class*=most-read i], [class*=trending i], [class*=read-more i], [class*=readmore i], "
        + "[class*=advert i], [class*=paywall i], [id*=paywall i], [class*=breadcrumb i], [class*=toolbar i], [class*=sidebar i], [class*=reaction i], [class*=replies i], [class*=responses i]";

    private static IElement Find(IElement body, Prose prose)
    {
        var marked = body.QuerySelectorAll("[itemprop~=articleBody]").Where(e => prose.Of(e) >= Least).MaxBy(prose.Of);
        var articles = body.QuerySelectorAll("article, [role=article]").Where(e => prose.Of(e) >= Least && !IsAmongComments(e)).ToList();
        var main = body.QuerySelectorAll("main, [role=main]").Where(e => prose.Of(e) >= Least).MaxBy(prose.Of);
        var first = articles.FirstOrDefault(e => e.QuerySelector("h1") is not null);
        var largest = first is not null && prose.Of(first) * 3 >= articles.Max(prose.Of) ? first : articles.MaxBy(prose.Of);
        if (marked is not null && (largest is null || prose.Of(marked) * 2 >= prose.Of(largest)))
        {
            return marked;
        }

        // Several articles of similar size are the entries of one.
        return largest is not null && (main is null || prose.Of(largest) * 2 >= prose.Of(main) || !main.Contains(largest) || articles.Count < 3) ? largest : main ?? body;
    }

    private static bool IsAmongComments(IElement element) =>
        CommentNames().IsMatch(NamesOf(element)) && element.ParentElement?.QuerySelectorAll(":scope > *").Count(e => CommentNames().IsMatch(NamesOf(e))) > 1;

    private static bool IsNoPart(IElement note, IElement core, Prose prose)
    {
        var names = NamesOf(note);
        var isInside = core.Contains(note);
        if (isInside && (note.Closest("pre, table, blockquote, figure") is { } holder && core.Contains(holder) || note.QuerySelector("pre, table") is not null))
        {
            // Classes of highlighted code, toolbars above listings, cells and captions look like those of notices, too.
            return false;
        }

        var own = prose.Of(note);
        if (IsListOfComments(note, names) && (!isInside || prose.Of(core) - own >= Least))
        {
            return true;
        }

        // A long part with a button or form can still be a notice, up to half of the article's text.
        var isMuch = own >= Least / 2 && own >= prose.Of(core) * (note.QuerySelector("button, input, form") is null ? Much : 2 * Much);
        var isOfMany = note.ClassList.Any(name => prose.OfName(name) >= prose.Of(core) * Much && prose.OfName(name) >= Least);
        var isNotice = note.GetAttribute("role") == "dialog" || note.GetAttribute("aria-modal") == "true" || note.NodeName == "DIALOG";
        if (isInside)
        {
            return !isMuch && !isOfMany && (isNotice || (Notices().IsMatch(names) && !States().IsMatch(names))) && !(note.NodeName is "P" or "H1" or "H2" or "ARTICLE" && own > 60);
        }

        // If the markup identifies the article, the names beside it are trusted; if not, only those of small parts.
        return (isNotice || Notices().IsMatch(names)) && (!isMuch || core.NodeName is not "BODY" || isNotice);
    }

    /// <summary>Whether several entries inside an element with a comment-like name have such names, too.</summary>
    private static bool IsListOfComments(IElement note, string names) =>
        CommentNames().IsMatch(names) && !States().IsMatch(names) && note.QuerySelector("h1") is null
        && note.NodeName is not "ARTICLE" and not "P" and not "BODY" and not "MAIN"
        && (note.Id ?? "").Length + (note.ClassName ?? "").Length > 0
        && note.QuerySelectorAll("*").Count(e => e.ClassName is { } name && CommentNames().IsMatch(name)) > 1;

    /// <summary>Removes headings such as “Read more”, and the links under them.</summary>
    private static void RemoveRelated(IElement core)
    {
        foreach (var heading in core.QuerySelectorAll("h2, h3, h4, h5, h6, p, strong, div, span, header").Where(e => e.TextContent.Length < 60 && RelatedHeading.Is(e.TextContent)).ToList())
        {
            var top = heading;
            while (top.ParentElement is { } parent && parent != core && parent.TextContent.Trim().Length == heading.TextContent.Trim().Length)
            {
                top = parent;
            }

            if (top.NextElementSibling is { } list && IsOfLinks(list))
            {
                list.Remove();
                top.Remove();
            }
        }
    }

    private static bool IsOfLinks(IElement element)
    {
        var linked = element.NodeName == "A" ? element.TextContent.Trim().Length : element.QuerySelectorAll("a").Sum(a => a.TextContent.Trim().Length);
        return linked > 0 && linked * 10 >= element.TextContent.Trim().Length * 7;
    }

    /// <summary>Removes names that would count against the core, elements around it, or those with much of its text.</summary>
    private static void FreeNames(IElement body, IElement core, Prose prose)
    {
        var whole = prose.Of(core);
        foreach (var element in body.QuerySelectorAll("[class], [id], [role], [style]").Prepend(body).ToList())
        {
            var isPart = element.Contains(core) || (core.Contains(element)
                && (prose.Of(element) >= Math.Max(whole * Much, Least / 2) || (prose.Of(element) > 40 && element.ClassList.Any(n => prose.OfName(n) >= Math.Max(whole * Much, Least)))));
            // Small parts of the article keep their names only if these are names of notices.
            if (isPart || (core.Contains(element) && (element.Closest("pre") is not null || element.QuerySelector("pre, table") is not null || !Notices().IsMatch(NamesOf(element)))))
            {
                foreach (var name in new[] { "class", "id", "role", "style", "aria-modal" })
                {
                    element.RemoveAttribute(name);
                }
            }
        }
    }

    private static string NamesOf(IElement element) => $"{element.Id} {element.ClassName}";

    [GeneratedRegex(@"(?:^|[\s_-])(?:comments?|commentlist|disqus(?:_thread)?|replies|responses|kommentare?|commentaires?|comentarios?|reacties)(?:$|[\s_-])|commentsection|commentlist", RegexOptions.IgnoreCase)]
    private static partial Regex CommentNames();

    [GeneratedRegex("cookie|consent|gdpr|(?:^|[\\s_-])(?:cmp|onetrust|newsletters?|sign-?up|share|sharing|sharebar|social|popup|modal|related|recommend(?:ed|ations?)|recirc(?:ulation)?|promo|sponsor(?:ed)?|outbrain|taboola|most-?read|trending|read-?more|advert(?:isement)?|ads?|breadcrumbs?|toolbar|sidebar|reactions?|comments?|disqus|replies|responses)(?:$|[\\s_-]|s\\b)|newsletter|disqus|comments|share-?(?:bar|buttons|tools)|social-?(?:bar|share|links)", RegexOptions.IgnoreCase)]
    private static partial Regex Notices();

    // Names that describe the state or the subject of a page or post.
    [GeneratedRegex(@"(?:comments|cookies?|newsletter|sidebar|popup|share|social|sponsor|paywall)-(?:open|closed|off|on|not|enabled|disabled|accepted|set|ready|loaded|visible|none|post|story|article|text|body|content)|(?:no|has|tag|category|topic|section|post|story|with|type)-(?:\w+-)*(?:comments?|cookies?|consent|newsletters?|sidebar|popup|share|social|sponsor\w*|paywall|hidden|gdpr)|informed-consent", RegexOptions.IgnoreCase)]
    private static partial Regex States();
}
