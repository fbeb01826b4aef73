namespace FactBot.Articles;

/// <summary>
/// Splits a text into its sentences, in English, Ukrainian, German, French and Spanish and whatever is written like them:
/// around abbreviations, initials, decimals, ordinals, quotations, headings and lists.
/// </summary>
public static class Sentences
{
    private const string Ends = ".!?…。！？";
    private const string Closers = "\"'”’»“)]}*_";
    private const string Openers = "\"'“”„‘‚«»([¿¡*_–—-";

    /// <summary>A line that is shorter than this, in characters, and ends without a full stop is a heading of its own.</summary>
    private const int LongestHeading = 60;

    private const int LongestHeadline = 150;

    /// <summary>The sentences in their order; put together from Start to Next they are the text.</summary>
    public static IReadOnlyList<Sentence> In(string text)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var next = text[at] == '\n' ? AfterBreak(text, start, at)
                : Ends.Contains(text[at], StringComparison.Ordinal) ? AfterStop(text, start, at)
                : -1;
            if (next > start && !IsBlank(text.AsSpan(start, next - start)))
            {
                Add(sentences, text, start, next);
                start = next;
            }

            at = Math.Max(at + 1, next);
        }

        if (start < text.Length)
        {
            Add(sentences, text, start, text.Length);
        }

        return sentences;
    }

    private static void Add(List<Sentence> sentences, string text, int start, int next)
    {
        var end = next;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        sentences.Add(new Sentence(start, end, next));
    }

    private static bool IsBlank(ReadOnlySpan<char> text) => text.IsWhiteSpace();

    /// <summary>Where the next sentence begins if a line feed parts two of them; -1 where the line only goes on.</summary>
    private static int AfterBreak(string text, int start, int at)
    {
        var next = SkipSpace(text, at);
        return next == text.Length
            || text.AsSpan(at, next - at).Count('\n') > 1
            || IsListItem(text, next)
            || BeginsLine(text, start) && (at - start < LongestHeading || IsHeadline(text, start, at)) && StartsSentence(text, next)
            || at > start && Ends.Contains(text[at - 1], StringComparison.Ordinal)
            ? next
            : -1;
    }

    /// <summary>Whether nothing stands before it in its line; what began within a line is no heading, however short.</summary>
    private static bool BeginsLine(string text, int at) =>
        text.AsSpan(0, at).LastIndexOf('\n') is var feed && text.AsSpan(feed + 1, at - feed - 1).IsWhiteSpace();

    /// <summary>Whether nearly all words of a line have capital letters, as in English headlines.</summary>
    private static bool IsHeadline(string text, int start, int end)
    {
        if (end - start > LongestHeadline)
        {
            return false;
        }

        var words = text[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 4 && words.Count(w => char.IsUpper(w[0])) >= 0.7 * words.Length;
    }

    /// <summary>Where the next sentence begins if a stop ends one; -1 where it belongs to a number, an abbreviation or a name.</summary>
    private static int AfterStop(string text, int start, int at)
    {
        var end = at + 1;
        while (end < text.Length && (Ends.Contains(text[end], StringComparison.Ordinal) || Closers.Contains(text[end], StringComparison.Ordinal)))
        {
            end++;
        }

        // A French quotation closes after a space: « Non. »
        if (end + 1 < text.Length && text[end] is ' ' or '\u00A0' or '\u202F' && text[end + 1] == '»')
        {
            end += 2;
        }

        if (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            return -1;
        }

        var next = SkipSpace(text, end);
        return next == text.Length || (StartsSentence(text, next) && !(text[at] == '.' && IsInnerStop(text, start, at, next))) ? next : -1;
    }

    private static bool IsInnerStop(string text, int start, int at, int next)
    {
        if (at + 1 < text.Length && text[at + 1] == '.')
        {
            return false;
        }

        var from = at;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && !Openers.Contains(text[from - 1], StringComparison.Ordinal))
        {
            from--;
        }

        var word = text[from..at];
        if (word.Length == 0)
        {
            return false;
        }

        var isInitial = word.Length == 1 && char.IsUpper(word[0]);
        var isAcronym = word.Length > 1 && word.Contains('.', StringComparison.Ordinal) && word.Split('.').All(p => p.Length is 1 or 2);
        if (isInitial || isAcronym)
        {
            return isAcronym ? !Abbreviations.BeginsSentence(WordAt(text, next)) : true;
        }

        // German spaces its abbreviations, as in “z. B.” and “u. a.”
        if (word.Length == 1 && WordAt(text, next) is { Length: 1 } other && next + other.Length < text.Length && text[next + other.Length] == '.')
        {
            return true;
        }

        return char.IsDigit(word[0])
            ? IsOrdinal(text, start, from, word, next)
            : Abbreviations.Has(word) && !(Abbreviations.MayEnd(word) && Abbreviations.BeginsSentence(WordAt(text, next)));
    }

    /// <summary>German writes ordinals with a stop, as in “am 3. Oktober”; a list numbers its items, as in “1. First”.</summary>
    private static bool IsOrdinal(string text, int start, int from, string word, int next) =>
        word.Length <= 2 && word.All(char.IsDigit)
        && (IsBlank(text.AsSpan(start, from - start)) || Abbreviations.IsGermanAfterOrdinal(WordAt(text, next))
            || Abbreviations.IsGermanBeforeOrdinal(text[start..from].TrimEnd().Split(' ')[^1]));

    private static bool StartsSentence(string text, int at)
    {
        while (at < text.Length && Openers.Contains(text[at], StringComparison.Ordinal))
        {
            at = SkipSpace(text, at + 1);
        }

        return at < text.Length && !char.IsLower(text[at]) && !Ends.Contains(text[at], StringComparison.Ordinal) && text[at] is not ',' and not ';' and not ':';
    }

    private static bool IsListItem(string text, int at) =>
        at + 1 < text.Length && (text[at] is '•' or '·' or '‣' || (text[at] is '-' or '*' or '–' or '#' && text[at + 1] is ' ' or '#')
        || (char.IsDigit(text[at]) && text.AsSpan(at, Math.Min(4, text.Length - at)).IndexOfAny('.', ')') is 1 or 2));

    private static string WordAt(string text, int at)
    {
        while (at < text.Length && Openers.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '’' or '\''))
        {
            end++;
        }

        return text[at..end];
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
