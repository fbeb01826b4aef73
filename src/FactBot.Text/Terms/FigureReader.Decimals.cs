namespace FactBot.Text.Terms;

/// <summary>Reads decimals in words and fractions with a slash: one point two million, 5 1/2 grams.</summary>
internal sealed partial class FigureReader
{
    /// <summary>Returns what “point two five” adds to the number before it, and its number of tokens, or 0 tokens.</summary>
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

            // “Twenty five” after the point is 25.
            digits = digits.Length == 2 && count == 2 && digits[1] == '0' && value is > 0 and < 10 ? $"{digits[0]}{value}" : $"{digits}{value}";
            count++;
        }

        return digits.Length == 0 ? default : (decimal.Parse($"0.{digits}", System.Globalization.CultureInfo.InvariantCulture), count);
    }

    /// <summary>Returns the fraction after a whole number, as in 5 1/2; null for anything else, such as a date.</summary>
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

    /// <summary>Finds half of a multiplier or unit: medio millón, eine halbe Million, half a percent; else null.</summary>
    private (decimal Value, int Count)? HalfOfAt(int at)
    {
        if (At(at)?.Form is "halbe" or "halben" or "halber" or "demi" or "medio" or "media" or "meio" or "meia" or "pol" or "пів" && MultiplierAt(at + 1) is { } times)
        {
            return (times / 2, 2);
        }

        var part = At(at)?.Form switch { "half" => 0.5m, "quarter" => 0.25m, _ => 0 };
        var after = at + (Is(at + 1, "of") ? 2 : 1);
        return part > 0 && At(after)?.Form is "a" or "an" or "one" && MultiplierAt(after + 1) is null && UnitAt(after + 1, isAfterNumber: true).Unit is not null ? (part, after + 1 - at) : null;
    }

    /// <summary>Returns what “and a quarter” or “and three quarters” adds, in three tokens; 0 without such a phrase.</summary>
    private decimal QuarterAfter(int at) =>
        !Is(at, "and") ? 0 : At(at + 1)?.Form is "a" or "one" && Is(at + 2, "quarter") ? 0.25m : Is(at + 1, "three") && Is(at + 2, "quarters") ? 0.75m : 0;

    /// <summary>Whether a decimal starts with its point: .5 percent.</summary>
    private bool IsPointed(MatchToken digits) =>
        digits.Start > 0 && text[digits.Start - 1] == '.' && digits.Form.All(char.IsAsciiDigit)
        && (digits.Start == 1 || char.IsWhiteSpace(text[digits.Start - 2]) || text[digits.Start - 2] is '(' or '$' or '€' or '£' or '-' or '−' or '+');

    /// <summary>Finds the unit after “of”, as in Romance languages: 2 millones de euros, un million d’euros.</summary>
    private (string? Unit, int Count) UnitAfterOf(int at) => at > 0 && MultiplierAt(at - 1) is null ? default
        : Is(at, "de") && UnitAt(at + 1, isAfterNumber: true) is { Unit: { } unit, Count: var count } ? (unit, count + 1)
        : At(at)?.Form is ['d', ..] form && form.Length > 4 && UnitWords.FindAfterNumber(form[1..]) is { } joined ? (joined, 1)
        : default;

    /// <summary>Whether three digits continue a thousand in words: 2 тисячі 500.</summary>
    private bool IsRestInDigits(int at) =>
        tokens[at].Form is { Length: 3 } digits && digits.All(char.IsAsciiDigit) && MultiplierAt(at - 1) == 1000 && tokens[at].Start - tokens[at - 1].End == 1;
}
