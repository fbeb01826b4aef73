namespace FactBot.Articles;

/// <summary>Decides whether a full stop belongs to the word before it: to an abbreviation, an initial or an ordinal number.</summary>
internal sealed class SentenceAbbreviations(string text, SentenceLanguage language)
{
    /// <summary>A phrase that leads to its sentence has at most so many words: “In 2021, at 5 a.m.”.</summary>
    private const int LongestIntroduction = 5;

    /// <summary>A phrase of fewer words is no sentence: “The U.S.” of “The U.S. Unemployment Office”.</summary>
    private const int ShortestSentence = 4;

    /// <summary>Whether the full stop ends no sentence, though what follows could begin one.</summary>
    public bool IsInner(int start, int at, int next)
    {
        var from = WordStart(start, at);
        var word = text[from..at];
        if (word.Length == 0)
        {
            return false;
        }

        var following = WordAt(text, next);
        var parts = word.Split('.', '-', '\u2011');
        return char.IsDigit(word[0]) && word.All(char.IsDigit) ? IsOrdinal(start, from, word, following)
            : word.Length == 1 && char.IsLetter(word[0]) ? IsInnerLetter(start, from, word, next, following)
            : parts.Length > 1 && parts.All(p => p.Length is 1 or 2 && char.IsLetterOrDigit(p[0])) && word.Contains('.', StringComparison.Ordinal) ? IsInnerAcronym(start, from, word, next, following)
            : IsInnerWord(start, from, word, next, following);
    }

    /// <summary>The word before a place, without what opens it.</summary>
    public string WordBefore(int at) => text[WordStart(0, at)..at];

    /// <summary>The word that stands there, without what opens it.</summary>
    public static string WordAt(string text, int at)
    {
        while (at < text.Length && SentenceMarks.IsOpener(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '’' or '\'' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            end++;
        }

        return text[at..end];
    }

    private bool IsInnerWord(int start, int from, string word, int next, string following)
    {
        var last = word[(word.LastIndexOfAny(['-', '/', '–']) + 1)..];
        return language.NeverEnds(word) || language.IsTitle(word) || language.IsTitle(last) ? true
            : language.MayEnd(word) || language.MayEnd(last) ? !IsFreshAfter(start, from, last, next, following)
            : language.IsNumbered(word) || (language.Name == "de" && word.EndsWith("str", StringComparison.Ordinal)) ? IsNumber(following, next)
            : language.IsDay(word) && (IsNumber(following, next) || language.IsNumbered(following));
    }

    /// <summary>A single letter: an initial, a part of a spaced abbreviation such as “z. B.”, or the name of a plan or a class.</summary>
    private bool IsInnerLetter(int start, int from, string word, int next, string following)
    {
        var before = WordAhead(start, from);
        var isSpaced = before.EndsWith('.') && before.Length is 2 or 3;
        if (following.Length == 1 && char.IsLetter(following[0]) && StopFollows(next, following) && !language.BeginsSentence(following))
        {
            return true;
        }

        if (from == start || text.AsSpan(start, from - start).IsWhiteSpace())
        {
            return true;
        }

        if (isSpaced)
        {
            return !IsFreshAfter(start, from, word, next, following);
        }

        if (char.IsUpper(word[0]))
        {
            return !(language.TakesLetter(before) || (before.Length > 0 && (char.IsLower(before[0]) || char.IsDigit(before[0])) && language.BeginsSentence(following)
                && !(language.Name != "en" && language.IsTitle(word)))
                || (word == "I" && language.Name == "en" && before.Length > 0 && char.IsLower(before[0]) && !StopFollows(next, following)));
        }

        // г. and р. are a year after a number, and a town or a river before a name.
        var isCounted = before.Length > 0 && char.IsDigit(before[^1]);
        return (language.NeverEnds(word) && !(isCounted && language.MayEnd(word)))
            || (language.MayEnd(word) && !IsFreshAfter(start, from, word, next, following))
            || (language.IsNumbered(word) && IsNumber(following, next));
    }

    private bool IsInnerAcronym(int start, int from, string word, int next, string following)
    {
        if (language.NeverEnds(word) || (IsTime(word) && language.FollowsTime(following)))
        {
            return true;
        }

        return !IsFreshAfter(start, from, word, next, following);
    }

    /// <summary>Whether a sentence begins after an abbreviation that may end one: told by the next words and by how much came before.</summary>
    private bool IsFreshAfter(int start, int from, string word, int next, string following)
    {
        if (following.Length == 0)
        {
            return true;
        }

        if (language.IsNumbered(following) && StopFollows(next, following) && SentenceStops.SkipSpace(text, next + following.Length + 1) is var number
            && number < text.Length && char.IsDigit(text[number]))
        {
            return false;
        }

        if (language.BeginsSentence(following))
        {
            return true;
        }

        if (language.EndsBeforeCapital(word))
        {
            return !char.IsDigit(following[0]) || StopsBefore(from);
        }

        var ahead = text[start..from].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isIntroduction = ahead.Length <= LongestIntroduction && (ahead.Length == 0 || language.Introduces(ahead[0].TrimStart('“', '"', '«', '(')));
        if (isIntroduction || language.CapitalisesNouns || language.IsInNames(word) || ahead.Length < ShortestSentence - 1)
        {
            return false;
        }

        if (language.IsTitle(following) && StopFollows(next, following))
        {
            return IsTime(word);
        }

        if (char.IsDigit(following[0]))
        {
            return IsTime(word) is false && SecondWord(next, following) is { Length: > 0 } counted && char.IsLower(counted[0]) && !word.Contains('.', StringComparison.Ordinal);
        }

        var second = SecondWord(next, following);
        return !language.Follows(following) && !(language.IsNumbered(following) && StopFollows(next, following))
            && (IsTime(word) || (second.Length > 0 && !char.IsUpper(second[0])) || SentenceMarks.IsCaseless(following[0]));
    }

    /// <summary>German writes ordinals with a stop, as in “am 3. Oktober”; a list numbers its items, as in “1. First”.</summary>
    private bool IsOrdinal(int start, int from, string word, string following)
    {
        if (word.Length > 2)
        {
            return false;
        }

        return text.AsSpan(start, from - start).Trim("•⁃‣▪●◦-– \t\n\u00A0").Length == 0
            || language.StandsAfterOrdinal(following)
            || (language.StandsBeforeOrdinal(WordAhead(start, from)) && !language.BeginsSentence(following));
    }

    private bool IsNumber(string following, int next) =>
        following.Length > 0
            ? char.IsDigit(following[0]) || IsRoman(following) || (following.Length == 1 && char.IsUpper(following[0]) && language.Name != "en")
            : next < text.Length && text[next] is '§' or '#' or '№';

    private static bool IsRoman(string word) => word.Length <= 6 && word.All(c => c is 'I' or 'V' or 'X' or 'L' or 'C' or 'D' or 'M') && word is not "I";

    private static bool IsTime(string word) => word.ToLowerInvariant() is "a.m" or "p.m" or "am" or "pm" || (word.Length > 3 && word.ToLowerInvariant() is var w && (w.EndsWith("a.m", StringComparison.Ordinal) || w.EndsWith("p.m", StringComparison.Ordinal)));

    private bool StopsBefore(int from) => from > 1 && text[from - 2] == '.';

    private bool StopFollows(int next, string following) => next + following.Length is var at && at < text.Length && text[at] == '.';

    private string SecondWord(int next, string following)
    {
        var at = text.IndexOf(following, next, StringComparison.Ordinal) + following.Length;
        return at < text.Length && text[at] == ' ' ? WordAt(text, at + 1) : "";
    }

    /// <summary>The word, with its stop if it has one, before the one that begins there.</summary>
    private string WordAhead(int start, int from)
    {
        var end = from;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || SentenceMarks.IsOpener(text[end - 1])))
        {
            end--;
        }

        return text[WordStart(start, end)..end];
    }

    private int WordStart(int start, int at)
    {
        var from = at;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && (!SentenceMarks.IsOpener(text[from - 1]) || text[from - 1] is '-' or '–' or '\'' or '’'))
        {
            from--;
        }

        return from;
    }
}
