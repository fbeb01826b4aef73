using System.Text;
using System.Text.RegularExpressions;
using FactBot.Text.Characters;

namespace FactBot.Text.Terms;

/// <summary>The kind of a token, before numbers, dates and units are combined.</summary>
internal enum TokenKind
{
    Word,

    Digits,

    /// <summary>A meaningful sign: %, a currency, a minus, a fraction such as ½.</summary>
    Sign,
}

/// <summary>A word, a number in digits or a sign in a text.</summary>
/// <param name="Kind">Which of these it is.</param>
/// <param name="Start">Its start in the text.</param>
/// <param name="End">Its end in the text.</param>
/// <param name="Form">A word in lowercase, without accents on Latin letters; digits as written.</param>
/// <param name="IsStart">Whether it begins a sentence.</param>
/// <param name="IsUpper">Whether it begins with a capital letter.</param>
internal readonly record struct MatchToken(TokenKind Kind, int Start, int End, string Form, bool IsStart, bool IsUpper)
{
    /// <summary>Whether the next token follows directly.</summary>
    public bool Touches(MatchToken next) => End == next.Start;
}

/// <summary>Splits a text into <see cref="MatchToken"/>s.</summary>
internal static partial class MatchScanner
{
    private const string Signs = "%٪$€£¥₴₽₹½⅓⅔¼¾<>≤≥≠±~≈";

    /// <summary>Returns the tokens of a text that <see cref="Lookalikes"/> has folded.</summary>
    public static List<MatchToken> Scan(string text)
    {
        var tokens = new List<MatchToken>(text.Length / 5);
        var (isStart, at) = (true, 0);
        while (at < text.Length)
        {
            var c = text[at];
            var end = at;
            if (char.IsAsciiDigit(c))
            {
                end = EndOfDigits(text, at);
                tokens.Add(HanNumber.Multiply(text, at, ref end) is { } times
                    ? new(TokenKind.Digits, at, end, times, isStart, false)
                    : new(TokenKind.Digits, at, end, text[at..end], isStart, false));
            }
            else if (IsWordLetter(c))
            {
                end = EndOfWord(text, at);
                AddWord(tokens, text, at, end, isStart);
            }
            else
            {
                end = at + 1;
                if (Signs.Contains(c, StringComparison.Ordinal) || (c == '-' && IsMinus(text, at)) || (c == '+' && at > 0 && char.IsLetterOrDigit(text[at - 1])))
                {
                    tokens.Add(new(TokenKind.Sign, at, end, c.ToString(), isStart, false));
                }

                at = end;
                continue;
            }

            isStart = end < text.Length && text[end] is '.' or '!' or '?' or ':' or '"' or '“' or '\n';
            at = end;
        }

        return tokens;
    }

    /// <summary>Whether the letter's script has no spaces between words: Thai, Lao, Khmer, Burmese, Chinese, Japanese.</summary>
    public static bool IsUnspaced(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    /// <summary>Converts a word to lowercase, and removes accents on Latin letters, apostrophes and possessives.</summary>
    public static string Fold(string word)
    {
        var lower = word.ToLowerInvariant();
        lower = lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower.Replace("'", "", StringComparison.Ordinal);
        if (Ascii.IsValid(lower))
        {
            return lower.Length > 3 && lower.AsSpan().ContainsAnyInRange('0', '9') ? WithoutLeet(lower) : lower;
        }

        var folded = new StringBuilder();
        foreach (var c in lower)
        {
            if (!CleanText.IsMark(char.GetUnicodeCategory(c)) || (folded.Length > 0 && folded[^1] > '\u036F'))
            {
                folded.Append(c switch { 'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'ø' => "o", 'ł' => "l", 'đ' => "d", 'ı' => "i", _ => null } ?? Letters.WithoutMarks(c).ToString());
            }
        }

        return folded.ToString();
    }

    /// <summary>Replaces digits that stand for letters in a word: v0te, m4yor.</summary>
    private static string WithoutLeet(string word)
    {
        var letters = word.Count(char.IsAsciiLetterLower);
        if (!char.IsAsciiLetterLower(word[0]) || !char.IsAsciiLetterLower(word[^1]) || letters * 5 < word.Length * 3)
        {
            return word;
        }

        return string.Concat(word.Select(c => c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', _ => c }));
    }

    private static bool IsWordLetter(char c) => char.IsLetterOrDigit(c) || CleanText.IsMark(char.GetUnicodeCategory(c)) || (char.IsNumber(c) && !Signs.Contains(c, StringComparison.Ordinal));

    private static bool IsMinus(string text, int at) =>
        at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || Signs.Contains(text[at + 1], StringComparison.Ordinal)) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '$' or '€');

    /// <summary>Finds the end of a number, including the marks and spaces between its thousands.</summary>
    private static int EndOfDigits(string text, int at)
    {
        var end = RunOfDigits(text, at);
        var first = end - at;
        while (end + 1 < text.Length && text[end] is '.' or ',' or '\'' && char.IsAsciiDigit(text[end + 1])
            && (text[end] != '\'' || RunOfDigits(text, end + 1) - end - 1 == 3))
        {
            end = RunOfDigits(text, end + 1);
        }

        if (first > 3 || text.AsSpan(at, end - at).IndexOfAny('.', ',') >= 0)
        {
            return end;
        }

        while (end + 3 < text.Length && char.GetUnicodeCategory(text[end]) is System.Globalization.UnicodeCategory.SpaceSeparator && RunOfDigits(text, end + 1) - end - 1 == 3)
        {
            end = RunOfDigits(text, end + 1);
        }

        // A decimal part after the spaces: 12 500,75.
        return end + 1 < text.Length && end - at > first && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]) ? RunOfDigits(text, end + 1) : end;
    }

    private static int RunOfDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int EndOfWord(string text, int at)
    {
        // In scripts without spaces, a number separates words.
        while (at < text.Length && !(char.IsAsciiDigit(text[at]) && IsUnspaced(text[at - 1])) && (IsWordLetter(text[at]) || (text[at] == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static void AddWord(List<MatchToken> tokens, string text, int start, int end, bool isStart)
    {
        if (start > 0 && text[start - 1] is '#' or '@')
        {
            var from = start;
            foreach (var length in Parts().Split(text[start..end]).Where(p => p.Length > 0).Select(p => p.Length).ToList())
            {
                Add(from, from + length);
                from += length;
            }

            return;
        }

        if (!text.AsSpan(start, end - start).ContainsAnyInRange('\u0E00', '\u9FFF') || !text[start..end].Any(IsUnspaced))
        {
            Add(start, end);
            return;
        }

        HanNumber.Part(text, start, end, Add, (from, to, value) => tokens.Add(new(TokenKind.Digits, from, to, value, isStart, false)));

        void Add(int from, int to)
        {
            if (to - from == 1 || !text[from..to].Any(IsUnspaced))
            {
                AddOne(from, to);
                return;
            }

            // In scripts without spaces, each pair of neighbouring letters counts as a word.
            for (var i = from; i + 1 < to; i++)
            {
                AddOne(i, i + 2);
            }
        }

        void AddOne(int from, int to)
        {
            if (Fold(text[from..to]) is { Length: > 0 } form)
            {
                tokens.Add(new(form.All(char.IsAsciiDigit) ? TokenKind.Digits : TokenKind.Word, from, to, form, isStart, char.IsUpper(text[from])));
            }
        }
    }

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})")]
    private static partial Regex Parts();
}
