using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FactBot.Text.Characters;

namespace FactBot.Text.Html;

/// <summary>
/// Writes as text what a page expresses by other means within a line: superscripts and subscripts, deletions, readings beside
/// characters, quotation marks, formulas, and pictures of letters. This comes before the search for the article, which keeps
/// only text.
/// </summary>
internal static partial class InlineMeaning
{
    private static readonly string[] Goals = ["data-target", "data-count", "data-to", "data-value", "data-end", "data-number", "data-count-to"];

    public static void Write(IElement root)
    {
        foreach (var element in root.QuerySelectorAll("ins.adsbygoogle, .mw-editsection, .noprint.Inline-Template, rp, .katex-html, .MathJax_Preview").ToList())
        {
            element.Remove();
        }

        WriteFormulas(root);
        WriteStruck(root);
        WriteNotes(root);
        WriteFractions(root);
        foreach (var element in root.QuerySelectorAll("sup, sub, ruby, q, bdo[dir], [style*=bidi-override i], img, .counter, [data-count], [data-target], [class*=script], span[style*=vertical], [class*=exponent], [class*=cents i], [class*=fraction i], [class*=decimal i]").ToList())
        {
            if (element.Owner is not null && element.ParentElement is not null && Written(element) is { } text)
            {
                Replace(element, text);
            }
        }
    }

    private static string? Written(IElement element) => element.NodeName.ToUpperInvariant() switch
    {
        "SUP" => RaisedText.Superscript(LineText.Before(element), element.TextContent, LineText.After(element)),
        "SUB" => RaisedText.Subscript(LineText.Before(element), element.TextContent),
        "RUBY" => Ruby(element),
        "Q" => Quoted(element),
        "BDO" => Turned(element.TextContent, string.Equals(element.GetAttribute("dir"), "rtl", StringComparison.OrdinalIgnoreCase)),
        "IMG" => Picture(element),
        "SPAN" or "SMALL" or "I" or "FONT" when IsRaised().IsMatch(StyleOf(element)) => RaisedText.Superscript(LineText.Before(element), element.TextContent, LineText.After(element)),
        "SPAN" or "SMALL" or "I" or "FONT" when IsLowered().IsMatch(StyleOf(element)) => RaisedText.Subscript(LineText.Before(element), element.TextContent),
        _ when Overridden().Match(element.GetAttribute("style") ?? "") is { Success: true } => Turned(element.TextContent, RunsFromRight().IsMatch(element.GetAttribute("style")!)),
        _ => Cents(element) ?? Counter(element),
    };

    /// <summary>Puts letters shown against the direction of their script into reading order.</summary>
    private static string? Turned(string text, bool isFromRight) => RightToLeft.IsFromRight(text) == isFromRight ? null
        : isFromRight ? string.Concat(Enumerable.Reverse([.. StringInfo.GetTextElementEnumerator(text).AsEnumerable()]))
        : RightToLeft.Ordered(text);

    private static IEnumerable<string> AsEnumerable(this TextElementEnumerator elements)
    {
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    /// <summary>Reads cents that only their size sets apart from the price: 12<small>99</small>.</summary>
    private static string? Cents(IElement element) =>
        element.ChildElementCount == 0 && element.TextContent.Trim() is { Length: 2 } cents && cents.All(char.IsAsciiDigit) && CentsName().IsMatch(element.ClassName ?? "")
        && (Price().IsMatch(LineText.Before(element)) || (EndsInNumber().IsMatch(LineText.Before(element)) && Currency().IsMatch(LineText.Following(element))))
            ? $".{cents}"
            : null;

    private static string StyleOf(IElement element) => $" {element.ClassName} {element.GetAttribute("style")} ";

    private static void WriteFormulas(IElement root)
    {
        foreach (var math in root.QuerySelectorAll("math").ToList())
        {
            if (math.ParentElement is not null)
            {
                var text = Formula.Of(math);
                var runsOn = text.Length > 0 && char.IsDigit(text[0]) && LineText.Before(math) is [.., var last] && char.IsDigit(last);
                Replace(math, runsOn ? $" {text}" : text);
            }
        }
    }

    /// <summary>Removes struck-out text. If it's a third of the page or more, striking out means something else.</summary>
    private static void WriteStruck(IElement root)
    {
        var whole = root.TextContent.Length;
        foreach (var struck in root.QuerySelectorAll("del, s, strike, [style*=line-through], .line-through, .strikethrough, .strike, .text-decoration-line-through, .text-strike").ToList())
        {
            if (struck.ParentElement is not null && struck.TextContent.Length * 3 < whole)
            {
                struck.Remove();
            }
        }
    }

    /// <summary>Removes footnote marks, and moves notes that interrupt a sentence below their paragraph.</summary>
    private static void WriteNotes(IElement root)
    {
        foreach (var mark in root.QuerySelectorAll("a[href*='#'], [role=doc-noteref], [class*=note], [class*=reference], [class*=fn], [class*=citation], [id*=fnref], [data-type=footnote], [role=doc-footnote]").ToList())
        {
            var text = mark.TextContent.Trim();
            if (mark.ParentElement is null || text.Length is 0 or > 400)
            {
                continue;
            }

            if (text.Length <= 6 && NoteText().IsMatch(text) && (IsInSup(mark) || IsNoteLink(mark)) && LineText.Before(mark).Length > 0)
            {
                var whole = mark.ParentElement is { NodeName: "SUP" } sup && sup.TextContent.Trim() == text ? sup : mark;
                whole.Remove();
            }
            else if (mark.ParentElement.NodeName is "P" or "SPAN" && (SideNote().IsMatch(mark.ClassName ?? "") || mark.GetAttribute("data-type") == "footnote" || mark.GetAttribute("role") == "doc-footnote") && mark.Closest("p") is { } paragraph)
            {
                mark.Remove();
                paragraph.After(NewParagraph(paragraph, mark));
            }
        }
    }

    private static IElement NewParagraph(IElement paragraph, IElement note)
    {
        var own = paragraph.Owner!.CreateElement("p");
        own.Append([.. note.ChildNodes]);
        return own;
    }

    private static bool IsInSup(IElement mark) => mark.NodeName == "SUP" || mark.ParentElement?.NodeName == "SUP" || mark.QuerySelector("sup") is not null;

    private static bool IsNoteLink(IElement mark) =>
        mark.GetAttribute("role") == "doc-noteref" || NoteName().IsMatch($"{mark.ClassName} {mark.Id}")
        || (mark.GetAttribute("href") is { } href && NoteTarget().IsMatch(href));

    /// <summary>Writes fractions made of a superscript, a slash and a subscript.</summary>
    private static void WriteFractions(IElement root)
    {
        foreach (var over in root.QuerySelectorAll("sup").ToList())
        {
            if (over.NextSibling is IText stroke && Stroke().IsMatch(stroke.Data) && over.TextContent.Trim() is { Length: > 0 and < 5 } top && top.All(char.IsDigit)
                && (stroke.Data.Trim().Length > 1 ? null : stroke.NextSibling as IElement) is { NodeName: "SUB" or "SUP" } under && under.TextContent.Trim() is { Length: > 0 and < 5 } bottom && bottom.All(char.IsDigit))
            {
                stroke.Remove();
                under.Remove();
                Replace(over, RaisedText.WrittenFraction(LineText.Before(over), top, bottom));
            }
        }
    }

    /// <summary>Returns the characters without their pronunciation; other annotations follow in brackets.</summary>
    private static string Ruby(IElement ruby)
    {
        var readings = ruby.QuerySelectorAll("rt, rtc").ToList();
        var reading = string.Concat(readings.Select(r => r.TextContent)).Trim();
        readings.ForEach(r => r.Remove());
        var written = ruby.TextContent.Trim();
        return reading.Length == 0 || written.Any(c => c >= '\u2E80') || reading.Any(c => c is (>= '\u3040' and <= '\u312F')) ? written : $"{written} ({reading})";
    }

    private static string Quoted(IElement quote)
    {
        var text = quote.TextContent.Trim();
        return text.Length == 0 || "\"“”„«»‹›「『'‘’".Contains(text[0], StringComparison.Ordinal) ? text
            : quote.ParentElement?.Closest("q") is not null ? $"‘{text}’"
            : $"“{Nested(quote).Trim()}”";
    }

    private static string Nested(IElement quote) => string.Concat(quote.ChildNodes.Select(n => n is IElement { NodeName: "Q" } inner ? $"‘{inner.TextContent.Trim()}’" : n.TextContent));

    /// <summary>Returns the alternative text of an inline picture of a letter, number or sign.</summary>
    private static string? Picture(IElement picture)
    {
        var alt = (picture.GetAttribute("alt") ?? "").Trim();
        var isFormula = IsFormula().IsMatch(picture.ClassName ?? "");
        return alt.Length == 0 || LineText.IsAlone(picture) ? null
            : isFormula && alt.Length <= 200 ? alt
            : alt.Length <= 16 && (alt.All(c => !char.IsAsciiLetter(c) && !char.IsWhiteSpace(c)) || (LineText.TouchesWord(picture) && alt.Length <= 3)) ? alt
            : null;
    }

    /// <summary>Returns the final number of a counter that a script animates.</summary>
    private static string? Counter(IElement element)
    {
        var text = element.TextContent.Trim();
        var goal = Goals.Select(name => element.GetAttribute(name)?.Trim()).FirstOrDefault(v => v is not null && Number().IsMatch(v));
        return goal is not null && (text.Length == 0 || text.Trim('%', '+', ' ', '€', '$') == "0") && element.ChildElementCount == 0
            ? text.Contains('0', StringComparison.Ordinal) ? text.Replace("0", goal, StringComparison.Ordinal) : goal
            : null;
    }

    private static void Replace(IElement element, string text)
    {
        if (text.Length == 0)
        {
            element.Remove();
        }
        else
        {
            element.ReplaceWith(element.Owner!.CreateTextNode(text));
        }
    }

    [GeneratedRegex(@"vertical-align:\s*(super|text-top|top)|[\s_-](sup|superscript|exponent)\s", RegexOptions.IgnoreCase)]
    private static partial Regex IsRaised();

    [GeneratedRegex(@"vertical-align:\s*(sub|text-bottom)|[\s_-](sub|subscript)\s", RegexOptions.IgnoreCase)]
    private static partial Regex IsLowered();

    [GeneratedRegex(@"^\s*[/⁄∕]\s*$")]
    private static partial Regex Stroke();

    [GeneratedRegex(@"^[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶]{1,3}|\w? ?\d{1,2})[\])]?$")]
    private static partial Regex NoteText();

    [GeneratedRegex(@"(?:^|[\s_-])(?:foot-?notes?|end-?notes?|note-?refs?|fn-?ref|fn|footref|cite-?ref|sidenote-number|reference)(?:$|[\s_\d-])", RegexOptions.IgnoreCase)]
    private static partial Regex NoteName();

    [GeneratedRegex("#_?(?:cite|fn|ftn|foot|note|ref|end-?note|edn|sdfoot|easy-foot)", RegexOptions.IgnoreCase)]
    private static partial Regex NoteTarget();

    [GeneratedRegex(@"(?:^|\s)(?:sidenote|marginnote|margin-note|side-note|footnote-(?:content|text|body|tooltip)|inline-footnote|tooltip-?text|tooltip-content)(?:$|\s)", RegexOptions.IgnoreCase)]
    private static partial Regex SideNote();

    [GeneratedRegex(@"\b(tex|latex|math|equation|formula|mwe-math)", RegexOptions.IgnoreCase)]
    private static partial Regex IsFormula();

    [GeneratedRegex(@"^\d[\d.,\s]{0,20}$")]
    private static partial Regex Number();

    [GeneratedRegex(@"unicode-bidi:\s*(?:isolate-|bidi-)override", RegexOptions.IgnoreCase)]
    private static partial Regex Overridden();

    [GeneratedRegex(@"direction:\s*rtl", RegexOptions.IgnoreCase)]
    private static partial Regex RunsFromRight();

    [GeneratedRegex(@"(?:^|[\s_-])(?:cents?|fraction|decimals?)(?:$|[\s_-])", RegexOptions.IgnoreCase)]
    private static partial Regex CentsName();

    [GeneratedRegex(@"[€$£¥₹₴₽]\s?\d{1,3}(?:[,.’\u00A0\u202F ]?\d{3})*$")]
    private static partial Regex Price();

    [GeneratedRegex(@"\d$")]
    private static partial Regex EndsInNumber();

    [GeneratedRegex(@"^\s?(?:[€$£¥₹₴₽]|(?:EUR|USD|GBP|zł|грн|руб)\b)")]
    private static partial Regex Currency();
}
