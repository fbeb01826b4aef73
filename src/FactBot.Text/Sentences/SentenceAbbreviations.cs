using FactBot.Text.Language;

namespace FactBot.Text.Sentences;

/// <summary>Decides whether a full stop belongs to the word before it: an abbreviation, initial or ordinal number.</summary>
internal sealed class SentenceAbbreviations(string text, SentenceLanguage language)
{
    /// <summary>The most words in a phrase that introduces a sentence: “In 2021, at 5 a.m.”.</summary>
    private const int LongestIntroduction = 5;

    /// <summary>A phrase with fewer words isn't a sentence: “The U.S.” in “The U.S. Unemployment Office”.</summary>
    private const int ShortestSentence = 4;

    /// <summary>The most letters that are read as one abbreviation.</summary>
    private const int MostLetters = 12;

    /// <summary>How much of a sentence is read to find its first words, in characters.</summary>
    private const int Introduction = 500;

    /// <summary>Whether the full stop doesn't end a sentence, although what follows could begin one.</summary>
    public bool IsInner(int start, int at, int next)
    {
        var from = WordStart(start, at);
        var word = text[from..at];
        if (word.Length == 0)
        {
            return false;
        }

        if (language.Elides && word.LastIndexOfAny(['\'', '’']) is >= 0 and var elided && elided + 1 < word.Length)
        {
            from += elided + 1;
            word = word[(elided + 1)..];
        }

        var following = WordAt(text, next);
        var parts = word.Split(['.', '-', '\u2011'], StringSplitOptions.RemoveEmptyEntries);
        return char.IsDigit(word[0]) && word.All(char.IsDigit) ? IsOrdinal(start, from, word, following)
            : word.Length == 1 && char.IsLetter(word[0]) ? IsInnerLetter(start, from, word, next, following)
            : parts.Length > 1 && parts.All(p => p.Length is 1 or 2 && char.IsLetterOrDigit(p[0])) && word.Contains('.', StringComparison.Ordinal) ? IsInnerAcronym(start, from, word, next, following)
            : IsInnerWord(start, from, word, next, following);
    }

    /// <summary>Returns the word before a place, without opening marks.</summary>
    public string WordBefore(int at) => text[WordStart(0, at)..at];

    /// <summary>Returns the word at a place, without opening marks.</summary>
    public static string WordAt(string text, int at)
    {
        while (at < text.Length && SentenceMarks.IsOpener(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || SentenceMarks.IsCaseless(text[end]) || (text[end] is '’' or '\'' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            end++;
        }

        return text[at..end];
    }

    private bool IsInnerWord(int start, int from, string word, int next, string following)
    {
        var last = word[(word.LastIndexOfAny(['-', '/', '–']) + 1)..];
        if (word.Contains(".-", StringComparison.Ordinal))
        {
            return !language.BeginsSentence(following); // Dipl.-Kfm., Reg.-Bez.
        }

        var before = WordAhead(start, from);
        if (word.Length <= 4 && before.Length == 0 && following.Length == 1 && char.IsUpper(following[0]) && StopFollows(next, following))
        {
            return true; // A title that isn't in the lists, before initials: Pos. J. Orzeł.
        }

        if (language.IsWordToo(word) && language.BeginsSentence(following))
        {
            return false;
        }

        return IsLetterName(word, before, next, following) || (language.IsNumbered(word) && IsNumber(following, next) && !IsCounted(start, from, before)) ? true
            : language.NeverEnds(word) || language.IsTitle(word) || language.IsTitle(last) ? true
            : language.MayEnd(word) || language.MayEnd(last) ? !IsFreshAfter(start, from, last, next, following)
            : language.IsNumbered(word) || (language.Name == "de" && word.EndsWith("str", StringComparison.Ordinal)) ? IsNumber(following, next)
            : (language.IsSmallTitle(word) && following.Length > 0 && char.IsUpper(following[0]) && !language.BeginsSentence(following)) || language.IsDay(word) && (IsNumber(following, next) || language.IsNumbered(following));
    }

    /// <summary>Decides on a single letter: an initial, part of an abbreviation such as “z. B.”, or a plan's name.</summary>
    private bool IsInnerLetter(int start, int from, string word, int next, string following)
    {
        var before = WordAhead(start, from);
        if (language.IsNumbered(word) && IsNumber(following, next) && !IsCounted(start, from, before))
        {
            return true;
        }

        var first = SpacedStart(start, from);
        if (following.Length == 1 && char.IsLetter(following[0]) && StopFollows(next, following))
        {
            return true;
        }

        if (from == start || text.AsSpan(start, from - start).IsWhiteSpace())
        {
            return true;
        }

        if (first < from)
        {
            var joined = string.Concat(text[first..(from + 1)].Where(c => !char.IsWhiteSpace(c)));
            return language.NeverEnds(joined) || (AreInitials(joined) && !language.MayEnd(joined) ? !language.BeginsSentence(following) : !IsFreshAfter(start, first, joined, next, following));
        }

        if (char.IsUpper(word[0]))
        {
            return !(language.TakesLetter(before) || language.IsPronoun(following) || (before.Length > 0 && (char.IsLower(before[0]) || char.IsDigit(before[0])) && language.BeginsSentence(following)
                && !(language.Name != "en" && language.IsTitle(word)))
                || (word == "I" && language.Name == "en" && before.Length > 0 && char.IsLower(before[0]) && !StopFollows(next, following)));
        }

        // г. and р. mean a year after a number, and a town or river before a name.
        var isCounted = before.Length > 0 && (char.IsDigit(before[^1]) || IsRoman(before, "I"));
        return (language.NeverEnds(word) && !(isCounted && language.MayEnd(word)))
            || (language.MayEnd(word) && !IsFreshAfter(start, from, word, next, following))
            || (language.IsNumbered(word) && IsNumber(following, next));
    }

    private bool IsInnerAcronym(int start, int from, string word, int next, string following)
    {
        if (language.NeverEnds(word) || (IsTime(word) && language.FollowsTime(AcronymAt(next) ?? following)))
        {
            return true;
        }

        return !IsFreshAfter(start, from, word, next, following);
    }

    /// <summary>Whether a sentence begins after an abbreviation that may end one, judging by the text on both sides.</summary>
    private bool IsFreshAfter(int start, int from, string word, int next, string following)
    {
        if (next < text.Length && text[next] is '—' or '–')
        {
            return false; // в XIX в. — 12
        }

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

        if (language.GoesOn(following))
        {
            return false;
        }

        if (language.EndsBeforeCapital(word))
        {
            return !char.IsDigit(following[0]) || StopsBefore(from);
        }

        var ahead = text[start..Math.Min(from, start + Introduction)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isIntroduction = ahead.Length <= LongestIntroduction && (ahead.Length == 0 || language.Introduces(ahead[0].TrimStart('“', '"', '«', '(')));
        if (!isIntroduction && ahead.Length >= ShortestSentence && language.Addresses(following) && StopFollows(next, following))
        {
            return true;
        }

        if (isIntroduction || language.CapitalisesNouns || language.IsInNames(word) || ahead.Length < ShortestSentence - 1)
        {
            return false;
        }

        if (char.IsUpper(following[0]) && language.IsSlavic && IsCounted(start, from, WordAhead(start, from)))
        {
            return true; // w 1750 r. Remont
        }

        if (language.IsTitle(following) && StopFollows(next, following))
        {
            return IsTime(word);
        }

        if (char.IsDigit(following[0]))
        {
            if (SecondWord(next, following) is { Length: > 0 } unit && (language.MayEnd(unit) || language.IsUnit(unit)) && EndsInStop(next, unit))
            {
                return false; // 6 ft. 4 in., 18 ч. 30 мин.
            }

            return IsTime(word) is false && SecondWord(next, following) is { Length: > 0 } counted && char.IsLower(counted[0]) && !word.Contains('.', StringComparison.Ordinal);
        }

        var second = SecondWord(next, following);
        return !language.Follows(following) && !(language.IsNumbered(following) && StopFollows(next, following))
            && (IsTime(word) || (second.Length > 0 && !char.IsUpper(second[0])) || SentenceMarks.IsCaseless(following[0]));
    }

    /// <summary>German writes ordinals with a stop, as in “am 3. Oktober”; lists number their items, as in “1. First”.</summary>
    private bool IsOrdinal(int start, int from, string word, string following)
    {
        if (word.Length > 2)
        {
            return false;
        }

        return text.AsSpan(start, from - start).Trim("•⁃‣▪●◦-– \t\n\u00A0").Length == 0
            || language.StandsAfterOrdinal(following)
            || (word == "1" && WordAhead(start, from) is [.., ':' or '：'])
            || (language.StandsBeforeOrdinal(WordAhead(start, from)) && !language.BeginsSentence(following));
    }

    private bool IsNumber(string following, int next) =>
        following.Length > 0
            ? char.IsDigit(following[0]) || IsRoman(following) || (following.Length == 1 && char.IsUpper(following[0]) && language.Name != "en" && !language.BeginsSentence(following))
            : next < text.Length && text[next] is '§' or '#' or '№';

    /// <summary>Whether the word is a Roman numeral, in Latin letters or in Cyrillic ones that look the same.</summary>
    private static bool IsRoman(string word, string butNot = "") =>
        word.Length is > 0 and <= 6 && word.All(c => c is 'I' or 'V' or 'X' or 'L' or 'C' or 'D' or 'M' or 'І' or 'Х') && (word is not "I" || butNot == "I");

    /// <summary>Whether a number precedes the word, as in “XIX ст.”, but not another word's number: “п. 2 ст. 5”.</summary>
    private bool IsCounted(int start, int from, string before)
    {
        if (before.Length == 0 || !(char.IsDigit(before[^1]) || IsRoman(before, "I")))
        {
            return false;
        }

        var number = text.LastIndexOf(before, from - 1, StringComparison.Ordinal);
        return !(number > start && WordAhead(start, number) is { Length: > 1 } ahead && ahead[^1] == '.' && language.IsNumbered(ahead[..^1]));
    }

    /// <summary>Whether the word is a letter's name used as one of several initials: एस. एन. राव.</summary>
    private bool IsLetterName(string word, string before, int next, string following) =>
        language.NamesLetter(word)
        && ((language.NamesLetter(following) && StopFollows(next, following)) || (before.Length > 1 && before[^1] == '.' && (language.NamesLetter(before[..^1]) || language.NeverEnds(before[..^1]))));

    /// <summary>Finds the start of a series of letters with stops that ends in this letter: т. д., p. m., q. e. p. d.</summary>
    private int SpacedStart(int start, int from)
    {
        for (var letters = 0; letters < MostLetters && WordAhead(start, from) is [var letter, '.'] && char.IsLetter(letter) && text.LastIndexOf($"{letter}.", from - 1, StringComparison.Ordinal) is var at && at >= start; letters++)
        {
            from = at;
        }

        return from;
    }

    /// <summary>Returns the letters of the acronym with stops at this place: EST for “E.S.T.”.</summary>
    private string? AcronymAt(int at)
    {
        var letters = "";
        for (; letters.Length < MostLetters && at + 1 < text.Length && char.IsUpper(text[at]) && text[at + 1] == '.'; at += 2)
        {
            letters += text[at];
        }

        return letters.Length > 1 ? letters : null;
    }

    private static bool AreInitials(string letters) => letters.Where(char.IsLetter).All(char.IsUpper);

    private bool EndsInStop(int next, string word) =>
        text.IndexOf(word, next, StringComparison.Ordinal) + word.Length is var end && end < text.Length && text[end] == '.';

    private static bool IsTime(string word) => word.ToLowerInvariant() is "a.m" or "p.m" or "am" or "pm" || (word.Length > 3 && word.ToLowerInvariant() is var w && (w.EndsWith("a.m", StringComparison.Ordinal) || w.EndsWith("p.m", StringComparison.Ordinal)));

    private bool StopsBefore(int from) => from > 1 && text[from - 2] == '.';

    private bool StopFollows(int next, string following) => next + following.Length is var at && at < text.Length && text[at] == '.';

    private string SecondWord(int next, string following)
    {
        var at = text.IndexOf(following, next, StringComparison.Ordinal) + following.Length;
        return at < text.Length && text[at] == ' ' ? WordAt(text, at + 1) : "";
    }

    /// <summary>Returns the word before the one that begins here, with its stop if it has one.</summary>
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
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && (!SentenceMarks.IsOpener(text[from - 1]) || text[from - 1] is '-' or '–' or '\'' or '’')
            && !(from < at && char.IsAscii(text[from]) && (text[from - 1] is '：' or '，' or '、' || SentenceMarks.IsIdeograph(text[from - 1]))))
        {
            from--;
        }

        return from;
    }
}
