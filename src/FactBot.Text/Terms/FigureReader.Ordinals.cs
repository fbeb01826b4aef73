using FactBot.Text.Language;

namespace FactBot.Text.Terms;

/// <summary>Reads ordinal numbers and Roman numerals.</summary>
internal sealed partial class FigureReader
{
    /// <summary>Reads first and 1st, XX and 20; returns how many tokens it took.</summary>
    private int OrdinalAt(int at)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Digits && At(at + 1) is { } suffix && IsOrdinalEnding(token, suffix) && Numerals.Find(token.Form) is { } number)
        {
            AddNumber(Numerals.FormOf(number) + "th", token.Start, suffix.End);
            return 2;
        }

        if (token.Kind != TokenKind.Word)
        {
            return 0;
        }

        if (NumberWords.Find(token.Form, language) is { Kind: NumberKind.Ordinal } ordinal)
        {
            terms.Add(new(Stems.Of(token.Form), Numerals.FormOf(ordinal.Value) + "th", TermKind.Word, token.Start, token.End));
            return 1;
        }

        return 0;
    }

    private int ReadRoman(int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Word || !token.IsUpper || Numerals.FindRoman(text.AsSpan(token.Start, token.End - token.Start)) is not { } value)
        {
            return 0;
        }

        terms.Add(new(
            Stems.Of(token.Form), Numerals.FormOf(value) + (IsCentury(at + 1) || IsCentury(at - 1) ? "th" : ""), token.IsStart ? TermKind.Word : TermKind.Name, token.Start, token.End));
        return 1;
    }

    private bool IsCentury(int at) => At(at)?.Form is "century" or "centuries" or "jahrhundert" or "jahrhunderts" or "siecle" or "siglo" or "seculo" or "wiek" or "wieku"
        or "століття" or "столітті" or "сторіччя" or "ст" or "век" or "века" or "веке";

    private bool IsOrdinalEnding(MatchToken digits, MatchToken suffix) =>
        suffix.Form is "st" or "nd" or "rd" or "th" or "er" or "ere" or "eme" or "e" && digits.Touches(suffix)
        || (suffix.Form is "й" or "я" or "е" or "го" or "ий" or "ша" or "ій" or "му" && suffix.Start - digits.End <= 1 && suffix.Start < text.Length && suffix.Start > digits.End && text[digits.End] == '-');
}
