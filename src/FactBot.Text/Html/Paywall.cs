using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FactBot.Text.Html;

/// <summary>Whether a page shows only the beginning of its article, judging by its markup and by missing text.</summary>
internal sealed partial record Paywall(bool IsLocked, bool IsFree, bool HasWall, bool HasLockedText, int WordsInAll)
{
    /// <summary>In characters. A page with a paywall and less text than this shows only the beginning.</summary>
    private const int ShortestWhole = 1500;

    private static readonly string[] Tiers = ["article:content_tier", "content_tier", "article:access"];

    /// <summary>Examines the page before anything is removed from it.</summary>
    public static Paywall Of(IHtmlDocument document, LinkedData data)
    {
        var prose = new Prose(document.Body!);
        var isLocked = data.SaysNotFree || Tiers.Any(name => PageNames.MetaOf(document, name)?.Trim().ToLowerInvariant() is "locked" or "metered-locked" or "subscriber");
        var hasWall = document.QuerySelectorAll("[class*=paywall i], [id*=paywall i], [class*=subscriber-only i], [class*=regwall i], [class*=piano-offer i], [id*=piano i], [class*=subscription-wall i], [class*=premium-wall i], [class*=barrier i], [class*=gate i], [class*=meter i]")
            .Any(e => IsWall(e, prose));
        var lockedText = data.LockedParts.Sum(selector => Matching(document, selector).Sum(prose.Of));
        return new(isLocked, data.SaysFree, hasWall, lockedText > 400, int.TryParse(LinkedData.Text(data.Article, "wordCount"), out var words) ? words : 0);
    }

    /// <summary>Whether the extracted text is only the beginning.</summary>
    /// <param name="whole">The text of the article's element, which may end with words that the extracted text lacks.</param>
    public bool Hides(string text, string whole)
    {
        var isShort = text.Length < ShortestWhole;
        if (IsLocked)
        {
            var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            return !HasLockedText && (WordsInAll == 0 || words < WordsInAll * 0.8);
        }

        return isShort && !IsFree && (HasWall || (LastWords().IsMatch(whole) && IsCutOff().IsMatch(whole)));
    }

    /// <summary>Whether it is a short request to subscribe: not empty, not around the article, and not above it.</summary>
    private static bool IsWall(IElement element, Prose prose)
    {
        var text = element.TextContent.Trim();
        return text.Length is > 0 and < 900 && prose.Of(element) * 4 < Math.Max(prose.Of(element.Owner!.Body!), 200) && Asks().IsMatch(text)
            && element.GetAttribute("style")?.Contains("none", StringComparison.OrdinalIgnoreCase) is not true && !element.HasAttribute("hidden")
            && !HasProseAfter(element, prose);
    }

    private static bool HasProseAfter(IElement element, Prose prose)
    {
        var (sum, at) = (0, element);
        while (at is not null && at.NodeName is not "BODY" and not "ARTICLE" and not "MAIN")
        {
            for (var next = at.NextElementSibling; next is not null; next = next.NextElementSibling)
            {
                sum += next.NodeName is "FOOTER" or "ASIDE" ? 0 : prose.Of(next);
            }

            at = at.ParentElement;
        }

        return sum > 300;
    }

    private static IEnumerable<IElement> Matching(IHtmlDocument document, string selector)
    {
        try
        {
            return document.QuerySelectorAll(selector);
        }
        catch (DomException)
        {
            return [];
        }
    }

    [GeneratedRegex("subscri|sign (?:in|up)|log ?in|register|premium|member|abonn|abo\\b|anmelden|registrier|connect|suscr|inscr|assin|abbonat|accedi|підпис|передпла|подпис|войти|увійти|prenum|zaloguj|předplat|購読|会員|登録|ログイン|订阅|登录|会员|訂閱|登入|구독|로그인|اشترك|مشترك", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"(?:subscribe|sign in|log in|register|abonnier\w*|abonnez|suscríb\w+|assine|abbonati|підпис\w+|подпиш\w+|zaloguj|prenumer\w+)[^\n]{0,120}\z", RegexOptions.IgnoreCase)]
    private static partial Regex LastWords();

    [GeneratedRegex(@"(?:…|\.\.\.)\s*\n+[^\n]{0,200}\z")]
    private static partial Regex IsCutOff();
}
