namespace FactBot.Matching;

/// <summary>Decimals that are spoken, and fractions that are written with a stroke: one point two million, 5 1/2 grams.</summary>
internal sealed partial class FigureReader
{
    /// <summary>What “point two five” adds to the number before it, and of how many tokens it is; 0 tokens where there is none.</summary>
    private (decimal Value, int Count) DecimalsAt(int at)
    {
        if (tokens[at].Form is not ("point" or "komma" or "virgule" or "coma" or "virgula" or "przecinek" or "кома" or "запятая"))
        {
            return default;
        }

        var (digits, count) = ("", 1);
        while (At(at + count) is { Kind: TokenKind.Word } word && digits.Length < 6)
        {
            var value = IsOne(at + count) ? 1
                : word.Form is "oh" or "nought" or "zero" or "null" or "cero" or "нуль" or "ноль" ? 0
                : NumberWords.Find(word.Form, language) is { Kind: NumberKind.Cardinal, Value: < 100 } cardinal && cardinal.Value == decimal.Truncate(cardinal.Value) ? cardinal.Value : -1;
            if (value < 0 || (value >= 10 && digits.Length > 0))
            {
                break;
            }

            // “Twenty five” behind the point is 25.
            digits = digits.Length == 2 && count == 2 && digits[1] == '0' && value is > 0 and < 10 ? $"{digits[0]}{value}" : $"{digits}{value}";
            count++;
        }

        return digits.Length == 0 ? default : (decimal.Parse($"0.{digits}", System.Globalization.CultureInfo.InvariantCulture), count);
    }

    /// <summary>The fraction that two numbers with a stroke are beside a whole one; null where they are something else, such as a date.</summary>
    private decimal? StrokeAt(int at)
    {
        if (At(at) is not { Kind: TokenKind.Digits } over || At(at + 1) is not { Kind: TokenKind.Digits } under || At(at - 1) is not { Kind: TokenKind.Digits } whole
            || under.Start != over.End + 1 || text[over.End] is not ('/' or '⁄') || over.Start != whole.End + 1 || text[whole.End] is not (' ' or '\u00A0' or '\u202F' or '-')
            || (under.End < text.Length && text[under.End] is '/' or '⁄'))
        {
            return null;
        }

        return Numerals.Find(over.Form) is { } top && Numerals.Find(under.Form) is 2 or 3 or 4 or 5 or 6 or 8 or 10 or 16 && Numerals.Find(under.Form) is { } bottom && top < bottom && Numerals.Find(whole.Form) < 1000
            ? bottom == 3 ? top * NumberWords.Third : top / bottom
            : null;
    }
}
