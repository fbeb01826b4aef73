using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FactBot.Text.Html;

/// <summary>Removes what a page's readers can't see, but keeps what is hidden only until a script has run.</summary>
internal static partial class HiddenParts
{
    /// <summary>In characters. This much running text is the article itself, which a script will show.</summary>
    private const int Much = 160;

    /// <summary>Marks visible pieces that a text for screen readers may repeat as a whole.</summary>
    private const string Seen = "data-seen";

    private const string Unseen =
        "[hidden], [aria-hidden=true i], dialog:not([open]), [style*=display i], [style*=visibility i], [style*=clip i], [style*=position i], "
        + "[class*=sr i], [class*=hidden i], .d-none, .display-none, [class*=screen i], [class*=offscreen i], [class*=invisible i], [class*=a11y i], [class*=assistive i], [class*=accessib i]";

    public static void Remove(IHtmlDocument document)
    {
        var prose = new Prose(document.Body!);
        var whole = prose.Of(document.Body!);
        foreach (var found in document.Body!.QuerySelectorAll("[hidden='until-found' i]").ToList())
        {
            found.RemoveAttribute("hidden"); // The browser reveals it when someone searches for its words.
        }

        var unseen = document.Body!.QuerySelectorAll(Unseen).ToList();
        foreach (var element in unseen)
        {
            if (element.ParentElement is null || !IsUnseen(element, out var isForListeners) || IsFormulaFor(element))
            {
                continue;
            }

            if (IsMarkInNumber(element))
            {
                // Readers tell pounds from pence by their size; the text needs the separator.
                element.ReplaceWith(element.Owner!.CreateTextNode(element.TextContent.Trim()));
                continue;
            }

            if (prose.Of(element) is var own && own >= Much && own * 3 >= whole)
            {
                // It has a third of the page's text or more, so a script will show it, however it is hidden.
                Show(element);
            }
            else if (!isForListeners)
            {
                if (SaysWhatListenersHear(element))
                {
                    Show(element);
                    element.SetAttribute(Seen, "");
                }
                else
                {
                    element.Remove();
                }
            }
            else if (!IsInsteadOfSeen(element))
            {
                element.Remove();
            }
        }
    }

    private static void Show(IElement element)
    {
        foreach (var name in new[] { "hidden", "style", "aria-hidden" })
        {
            element.RemoveAttribute(name);
        }
    }

    private static bool IsUnseen(IElement element, out bool isForListeners)
    {
        isForListeners = element.ClassList.Any(name => ForListeners().IsMatch(name)) || OutOfSight().IsMatch(element.GetAttribute("style") ?? "");
        return isForListeners
            || element.HasAttribute("hidden")
            || string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase)
            || element.NodeName == "DIALOG"
            || NotShown().IsMatch(element.GetAttribute("style") ?? "")
            || (element.ClassList.Any(name => name is "hidden" or "d-none" or "is-hidden" or "u-hidden" or "display-none") && !element.ClassList.Any(name => OnSomeScreens().IsMatch(name)));
    }

    /// <summary>Whether it is a formula written for screen readers and drawn for others. The written form is kept.</summary>
    private static bool IsFormulaFor(IElement element) => element.LocalName == "mjx-assistive-mml" || element.ClassList.Contains("katex-mathml") || element.QuerySelector("math") is not null;

    /// <summary>
    /// Whether a text for screen readers repeats as a whole what is visible in pieces beside it, such as a price or a drop cap.
    /// If so, it stays, and the pieces are removed.
    /// </summary>
    private static bool IsInsteadOfSeen(IElement element)
    {
        if (element.ParentElement!.Children.Where(e => e != element && (e.HasAttribute(Seen) || e.GetAttribute("aria-hidden") == "true")).ToList() is not { Count: > 0 } seen)
        {
            return false;
        }

        var (heard, shown) = (Bare(element.TextContent), Bare(string.Concat(seen.Select(e => e.TextContent))));
        if (heard.Length == 0 || heard != shown)
        {
            return false;
        }

        seen.ForEach(e => e.Remove());
        return true;
    }

    /// <summary>The reverse: whether a text for screen readers is beside it, or its single letter starts the next word.</summary>
    private static bool SaysWhatListenersHear(IElement element) =>
        element.GetAttribute("aria-hidden") == "true" && !NotShown().IsMatch(element.GetAttribute("style") ?? "") && !element.HasAttribute("hidden")
        && (element.ParentElement!.Children.Any(e => e != element && e.ClassList.Any(name => ForListeners().IsMatch(name)))
            || (element.TextContent.Trim() is { Length: 1 } letter && char.IsLetter(letter[0]) && LineText.After(element) is [var next, ..] && char.IsLetter(next)));

    private static bool IsMarkInNumber(IElement element) =>
        element.TextContent.Trim() is ['.' or ',' or '\'' or '’' or '٫' or '٬']
        && LineText.Before(element) is [.., var before] && char.IsDigit(before) && LineText.Following(element) is [var after, ..] && char.IsDigit(after);

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex("^(?:sr-?only|(?:is-|u-|cdk-|hide-)?visually-?hidden(?:__.*|_[a-z0-9]+)?|u-hiddenvisually|screen-?reader(?:-?(?:text|only|s))?|show-for-sr|for-screen-?readers?|assistive-?text|a11y-?(?:hidden|only|text)|accessib(?:le|ly|ility)-?(?:hidden|text|only)|hidden-accessible|(?:a-)?offscreen|off-screen|element-invisible|visually_hidden|sr_only|sronly)(?:__.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex ForListeners();

    [GeneratedRegex(@"clip:\s*rect\(\s*[01]|clip-path:\s*inset\(\s*(?:50|100)%|(?:left|top|right):\s*-\d{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex OutOfSight();

    // For example, md:block and d-lg-flex.
    [GeneratedRegex("^(?:\\w+:|d-\\w+-)(?:block|inline|flex|grid|table|contents|none)|^d-(?:sm|md|lg|xl|xxl|print)-", RegexOptions.IgnoreCase)]
    private static partial Regex OnSomeScreens();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", RegexOptions.IgnoreCase)]
    private static partial Regex NotShown();
}
