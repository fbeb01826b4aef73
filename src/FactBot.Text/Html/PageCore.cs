using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FactBot.Text.Language;

namespace FactBot.Text.Html;

/// <summary>
/// The part of a page that its mark-up calls the article, what around it is none, and which names of classes are no sign
/// against it: what holds most of the text is the article, whatever word stands in its class or id.
/// </summary>
internal static partial class PageCore
{
    /// <summary>In characters of running text.</summary>
    private const int Least = 160;

    /// <summary>Of the core's running text; what holds more is part of the article.</summary>
    private const double Much = 0.25;

    /// <summary>Takes out what is no part of the article, frees what is of misleading names, and gives the article's element.</summary>
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

    /// <summary>The article's element: what the mark-up calls it, or all of the page.</summary>
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

        // Several of a size are the entries of one.
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
            // Colours of code, the bar above a listing, cells and captions are named like notices, too.
            return false;
        }

        var own = prose.Of(note);
        if (IsListOfComments(note, names) && (!isInside || prose.Of(core) - own >= Least))
        {
            return true;
        }

        // What asks for a click is a notice, however long; but not the half of it all.
        var isMuch = own >= Least / 2 && own >= prose.Of(core) * (note.QuerySelector("button, input, form") is null ? Much : 2 * Much);
        var isOfMany = note.ClassList.Any(name => prose.OfName(name) >= prose.Of(core) * Much && prose.OfName(name) >= Least);
        var isNotice = note.GetAttribute("role") == "dialog" || note.GetAttribute("aria-modal") == "true" || note.NodeName == "DIALOG";
        if (isInside)
        {
            return !isMuch && !isOfMany && (isNotice || (Notices().IsMatch(names) && !States().IsMatch(names))) && !(note.NodeName is "P" or "H1" or "H2" or "ARTICLE" && own > 60);
        }

        // Beside an article that the mark-up names, such a name is believed; where it names none, only of what is small.
        return (isNotice || Notices().IsMatch(names)) && (!isMuch || core.NodeName is not "BODY" || isNotice);
    }

    /// <summary>Entries of one kind under a name that says so.</summary>
    private static bool IsListOfComments(IElement note, string names) =>
        CommentNames().IsMatch(names) && !States().IsMatch(names) && note.QuerySelector("h1") is null
        && note.NodeName is not "ARTICLE" and not "P" and not "BODY" and not "MAIN"
        && (note.Id ?? "").Length + (note.ClassName ?? "").Length > 0
        && note.QuerySelectorAll("*").Count(e => e.ClassName is { } name && CommentNames().IsMatch(name)) > 1;

    /// <summary>A heading such as “Read more”, and the links under it.</summary>
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

    /// <summary>Names are no sign against the core, what stands around it and what holds much of it.</summary>
    private static void FreeNames(IElement body, IElement core, Prose prose)
    {
        var whole = prose.Of(core);
        foreach (var element in body.QuerySelectorAll("[class], [id], [role], [style]").Prepend(body).ToList())
        {
            var isPart = element.Contains(core) || (core.Contains(element)
                && (prose.Of(element) >= Math.Max(whole * Much, Least / 2) || (prose.Of(element) > 40 && element.ClassList.Any(n => prose.OfName(n) >= Math.Max(whole * Much, Least)))));
            // Of the small parts of the article, only names of notices are left to tell against them.
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

    // Names that tell in which state a page or a post is, or what it is about.
    [GeneratedRegex(@"(?:comments|cookies?|newsletter|sidebar|popup|share|social|sponsor|paywall)-(?:open|closed|off|on|not|enabled|disabled|accepted|set|ready|loaded|visible|none|post|story|article|text|body|content)|(?:no|has|tag|category|topic|section|post|story|with|type)-(?:\w+-)*(?:comments?|cookies?|consent|newsletters?|sidebar|popup|share|social|sponsor\w*|paywall|hidden|gdpr)|informed-consent", RegexOptions.IgnoreCase)]
    private static partial Regex States();
}
