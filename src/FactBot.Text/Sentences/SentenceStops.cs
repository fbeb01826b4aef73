using FactBot.Text.Language;

namespace FactBot.Text.Sentences;

/// <summary>Decides whether a stop ends a sentence or belongs to a number, an abbreviation, a name or a quotation.</summary>
internal sealed class SentenceStops(string text, SentenceLanguage language)
{
    /// <summary>How far to look for brackets before and after a stop, in characters.</summary>
    private const int LongestBracket = 300;

    /// <summary>How many marks in a row are read together; in a longer run, none ends a sentence.</summary>
    private const int LongestRun = 100;

    private static readonly HashSet<string> Domains = ["com", "net", "org", "edu", "gov", "info", "io", "biz", "uk", "de", "fr", "ua", "ru", "pl", "js", "pdf", "html", "txt"];

    /// <summary>The fewest letters beside an ellipsis that ends a Chinese or Japanese sentence; stammering has fewer.</summary>
    private const int ShortestTrailing = 4;

    /// <summary>How many characters after a quotation its speaker may be named.</summary>
    private const int LongestAttribution = 30;

    private readonly SentenceAbbreviations abbreviations = new(text, language);

    /// <summary>Whether sentences end in dandas, so that a full stop belongs to an abbreviation.</summary>
    private readonly bool hasDandas = language.Name == "hi" && text.AsSpan().Count('।') > text.AsSpan().Count(". ") / 4;

    /// <summary>Returns where the next sentence begins if the stop ends one; -1 if it doesn't.</summary>
    /// <param name="start">Where the sentence began.</param>
    /// <param name="at">The stop.</param>
    public int After(int start, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < LongestRun && (SentenceMarks.IsEnd(text[end]) || SentenceMarks.IsCloserAt(text, end)))
        {
            end++;
        }

        if (at > 0 && text[at - 1] is '[' or '(' && end > at + 2 && text[end - 1] is ']' or ')' or '”' or '"')
        {
            return -1; // An omission: [...]
        }

        var stops = end;
        end = AfterReferences(end);
        // A French quotation closes after a space: « Non. »
        if (end + 1 < text.Length && text[end] is ' ' or '\u00A0' or '\u202F' && text[end + 1] == '»' && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2])))
        {
            end += 2;
        }

        return text[at] == '|' ? AfterBar(at, end)
            : SentenceMarks.IsWide(text[at]) ? AfterWide(start, at, end)
            : end < text.Length && !char.IsWhiteSpace(text[end]) ? AfterGluedStop(start, at, end)
            : AfterNarrow(start, at, stops, SkipSpace(text, end));
    }

    internal static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a sentence can begin here: no lowercase, except in names like iPhone, and no continuing mark.</summary>
    internal static bool StartsSentence(string text, int at)
    {
        while (at < text.Length && SentenceMarks.IsOpener(text[at]))
        {
            at = SkipSpace(text, at + 1);
        }

        // A sentence can begin with an ellipsis: ...He was right.
        var ellipsis = at < text.Length && text[at] == '…' ? 1 : at + 3 < text.Length && text.AsSpan(at, 3).SequenceEqual("...") ? 3 : 0;
        at += ellipsis > 0 && at + ellipsis < text.Length && char.IsUpper(text[at + ellipsis]) ? ellipsis : 0;
        return at < text.Length && !SentenceMarks.IsEnd(text[at]) && text[at] is not ',' and not ';' and not ':' and not '，' and not '、' and not '،'
            && (!char.IsLower(text[at]) || (at + 1 < text.Length && char.IsUpper(text[at + 1])));
    }

    private int AfterNarrow(int start, int at, int stops, int next)
    {
        if (next == text.Length)
        {
            return next;
        }

        if (!StartsSentence(text, next) || IsWithinBracket(start, stops) || IsCitation(stops, next))
        {
            return -1;
        }

        var isAlone = text[at] == '.' && !(at + 1 < text.Length && text[at + 1] == '.') && !(at > 0 && text[at - 1] is '.' or ' ');
        var isTrailing = language.Name == "en" && !isAlone && text[at] is '.' or '…' && (stops == at + 1 || text[at - 1] is '.' or ' ') && SentenceAbbreviations.WordAt(text, next) is "I" or "I'm" or "I’m";
        return isTrailing || (isAlone && hasDandas && at > 0 && text[at - 1] is >= '\u0900' and <= '\u097F') || (isAlone && abbreviations.IsInner(start, at, next)) || (text[at] is '!' or '?' or '؟' && GoesOn(at, next)) ? -1 : next;
    }

    /// <summary>Whether a citation follows, before the full stop that ends both: “… stairways” (Smith 55).</summary>
    private bool IsCitation(int stops, int next) =>
        SentenceMarks.IsCloser(text[stops - 1]) && text[next] == '(' && text.IndexOf(')', next, Math.Min(60, text.Length - next)) is > 0 and var close
        && close + 1 < text.Length && text[close + 1] == '.';

    /// <summary>Whether the mark ends only a quotation or belongs to a name: “Why?” Smith asked; Yahoo! Finance.</summary>
    private bool GoesOn(int at, int next)
    {
        if (language.IsExclaimedName(abbreviations.WordBefore(at)) && !language.BeginsSentence(SentenceAbbreviations.WordAt(text, next)))
        {
            return true;
        }

        if (at + 1 >= text.Length || !SentenceMarks.IsCloser(text[at + 1]) || text[at + 1] is ')' or ']')
        {
            return false;
        }

        if (SentenceMarks.IsCaseless(text[next]))
        {
            return IsAttribution(next);
        }

        var words = text.AsSpan(next, Math.Min(60, text.Length - next)).ToString().Split(' ').Take(4).ToList();
        var verb = words.FindIndex(w => language.Says(w.TrimEnd('.', ',', ':')));
        return verb is > 0 and <= 3 && words.Take(verb).All(w => w.Length > 0 && char.IsUpper(w[0]));
    }

    /// <summary>Whether a quotation's speaker follows, if lowercase letters can't show it: «لماذا؟» سألت.</summary>
    private bool IsAttribution(int next)
    {
        var rest = text.AsSpan(next, Math.Min(LongestAttribution, text.Length - next));
        for (var end = 0; end < rest.Length; end++)
        {
            // In Chinese, a point belongs to initials.
            if ((SentenceMarks.IsEnd(rest[end]) && !(rest[end] == '.' && (language.Name == "zh" || hasDandas))) || rest[end] is ',' or '،' or '，' or '、' or '\n' || SentenceMarks.IsOpener(rest[end]))
            {
                rest = rest[..end];
            }
            else if (rest[end] is ':' or '：')
            {
                return false; // It names the speaker of what follows.
            }
        }

        return language.Name == "zh" ? rest.Length <= LongestAttribution / 2 && rest.IndexOfAny('没', '沒', '不') < 0 && language.SaysWithin(rest.ToString()) : rest.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words && (words.Take(3).Any(language.Says) || (words.Length is > 0 and <= 6 && language.Says(words[^1])));
    }

    /// <summary>Handles a stop without a space: “rose in 2023.The government”, but not “example.Com” or “J.Smith”.</summary>
    private int AfterGluedStop(int start, int at, int end)
    {
        if (language.Name is "zh" or "ja" && text[at] == '…')
        {
            return IsTrailingOff(start, at, end) ? end : -1;
        }

        var isClosed = end == at + 2 && text[at + 1] is '”' or '»';
        if (at == 0 || (end != at + 1 && !isClosed) || text[at] == '…' || end + 1 >= text.Length)
        {
            return -1;
        }

        var from = at;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]) && at - from < 100)
        {
            from--;
        }

        var until = end;
        while (until < text.Length && !char.IsWhiteSpace(text[until]) && until - end < 100)
        {
            until++;
        }

        var (before, after) = (text[from..at].TrimStart('“', '"', '(', '«', '„'), text[end..until]);
        var isNewWord = SentenceMarks.IsCaseless(text[end]) || (char.IsUpper(text[end]) && (char.IsLower(text[end + 1]) || (text[end + 1] == ' ' && text[end] is 'A' or 'I')));
        var isLong = !SentenceMarks.IsCaseless(text[end]) || text[end] is >= '\u2E80' || (before.Length > 2 && after.Length > 2);
        var isWord = char.IsDigit(text[at - 1]) || char.IsLower(text[at - 1]) || SentenceMarks.IsCaseless(text[at - 1]) || text[at - 1] is '%' or ')' or '”' or '»' or ']';
        return isNewWord && isLong && isWord && before.Length > 1 && !before.Contains('@', StringComparison.Ordinal) && !after.Contains('@', StringComparison.Ordinal)
            && !$"{before}{after}".Contains('/', StringComparison.Ordinal) && !before.StartsWith("www", StringComparison.OrdinalIgnoreCase)
            && (text[at] != '.' || !(language.IsTitle(before) || language.NeverEnds(before) || language.IsNumbered(before) || IsDotted(before)))
            && !Domains.Contains(SentenceAbbreviations.WordAt(text, end).ToLowerInvariant())
            ? end
            : -1;
    }

    /// <summary>Whether “……” ends a sentence: it does between two clauses, but not in a repeated word: 我……我不知道.</summary>
    private bool IsTrailingOff(int start, int at, int end)
    {
        var before = at - start >= 2 * ShortestTrailing ? ShortestTrailing / 2 : ShortestTrailing;
        return Letters(at - 1, -1) >= before && (SentenceMarks.IsOpener(text[end]) || Letters(end, 1) >= ShortestTrailing);

        int Letters(int from, int step)
        {
            var count = 0;
            for (; from >= start && from < text.Length && (char.IsLetterOrDigit(text[from]) || text[from] == '…'); from += step)
            {
                count += text[from] == '…' ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>Whether it's an abbreviation with inner stops, such as “p.m” or “z.B”.</summary>
    private static bool IsDotted(string word) => word.Contains('.', StringComparison.Ordinal) && word.Split('.').All(p => p.Length is 1 or 2 && !p.All(char.IsDigit));

    /// <summary>Handles stops of unspaced scripts: none ends a sentence in a bracket, a title or a woven-in quotation.</summary>
    private int AfterWide(int start, int at, int end)
    {
        var next = SkipSpace(text, end);
        if (IsWithinBracket(start, end) || (text[end - 1] is '》' or '〉' && next == end && next < text.Length && !SentenceMarks.IsOpener(text[next])))
        {
            return -1;
        }

        var isQuoted = end > at + 1 && SentenceMarks.IsCloser(text[end - 1]);
        return next < text.Length && (text[next] is '，' or '、' or ',' or '；' || (isQuoted && text[next] is 'と' or 'っ' or 'は' or 'が' or 'を' or 'に' or 'の' or 'も' or 'で' or 'へ' or 'や'))
            || (isQuoted && next < text.Length && IsAttribution(next))
            ? -1
            : next;
    }

    /// <summary>A bar replaces the danda on keyboards without one: after a Hindi letter and before a space.</summary>
    private int AfterBar(int at, int end) =>
        at > 0 && language.Name == "hi" && (char.IsLetter(text[at - 1]) || SentenceMarks.IsCaseless(text[at - 1]) || text[at - 1] == ' ') && (end == text.Length || char.IsWhiteSpace(text[end]))
            ? SkipSpace(text, end)
            : -1;

    /// <summary>Skips footnote marks after a stop: “in 2023.[3][4]”, “in 2023.²”.</summary>
    private int AfterReferences(int end)
    {
        while (end < text.Length)
        {
            if (text[end] == '[' && text.IndexOf(']', end, Math.Min(30, text.Length - end)) is > 0 and var close
                && text.AsSpan(end + 1, close - end - 1) is { Length: > 0 } mark && (char.IsDigit(mark[0]) || mark.Length <= 2 || mark.EndsWith(" needed", StringComparison.Ordinal)))
            {
                end = close + 1;
            }
            else if (text[end] is '¹' or '²' or '³' or (>= '⁰' and <= '⁹') or '†' or '‡')
            {
                end++;
            }
            else
            {
                return end;
            }
        }

        return end;
    }

    /// <summary>Whether a bracket opened within the sentence is still open here and is closed later.</summary>
    private bool IsWithinBracket(int start, int end)
    {
        var open = new Stack<char>();
        for (var i = Math.Max(start, end - LongestBracket); i < end; i++)
        {
            // A bracket around whole sentences doesn't join them: (He left. She stayed.)
            if (ClosingOf(text[i]) is { } close && !(i == start && close is ')' or ']'))
            {
                open.Push(close);
            }
            else if (open.Count > 0 && text[i] == open.Peek())
            {
                open.Pop();
            }
        }

        return open.Count > 0 && text.AsSpan(end, Math.Min(LongestBracket, text.Length - end)) is var rest
            && rest.IndexOf(open.Peek()) is >= 0 and var at && rest[..at].IndexOf('\n') < 0;
    }

    private static char? ClosingOf(char c) => c switch
    {
        '(' => ')',
        '[' => ']',
        '（' => '）',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        '【' => '】',
        _ => null,
    };
}
