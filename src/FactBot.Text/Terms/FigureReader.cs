using FactBot.Text.Language;

namespace FactBot.Text.Terms;

/// <summary>
/// Combines several words or signs into one meaning: numbers with their multipliers, dates, times and units. The terms are the
/// same however they're written.
/// </summary>
internal sealed partial class FigureReader(string text, List<MatchToken> tokens)
{
    private readonly string language = ShortTextLanguage.Of(tokens.Where(t => t.Kind == TokenKind.Word).Select(t => t.Form));
    private readonly List<Term> terms = new(tokens.Count);

    /// <summary>The language of the text; see <see cref="ShortTextLanguage"/>.</summary>
    public string Language => language;

    /// <summary>Reads the whole text; returns its terms in order.</summary>
    public List<Term> Read()
    {
        for (var at = 0; at < tokens.Count;)
        {
            var taken = ReadDate(at);
            taken = taken > 0 ? taken : ReadTime(at);
            taken = taken > 0 ? taken : ReadNumber(at);
            taken = taken > 0 ? taken : ReadUnit(at);
            if (taken == 0)
            {
                AddWord(tokens[at]);
                taken = 1;
            }

            at += taken;
        }

        return terms;
    }

    private MatchToken? At(int at) => at >= 0 && at < tokens.Count ? tokens[at] : null;

    private bool Is(int at, string form) => at >= 0 && at < tokens.Count && tokens[at].Form == form;

    private void AddWord(MatchToken token)
    {
        if (token.Kind == TokenKind.Sign)
        {
            terms.Add(token.Form == "-"
                ? new("minus", "minus", TermKind.Word, token.Start, token.End)
                : new(token.Form, token.Form, TermKind.UnitSign, token.Start, token.End));
            return;
        }

        if (token.Kind == TokenKind.Digits)
        {
            AddNumber(token.Form.Trim('.', ','), token.Start, token.End);
            return;
        }

        var isName = !token.IsStart && token.IsUpper;
        terms.Add(new(Stems.Of(token.Form), NegatedWords.FindWhole(token.Form) ?? token.Form, isName ? TermKind.Name : TermKind.Word, token.Start, token.End));
    }

    private void AddNumber(string form, int start, int end, TermKind kind = TermKind.Number) => terms.Add(new(form, form, kind, start, end));

    /// <summary>A sign isn't searched for, since it occurs in too many texts.</summary>
    private void AddUnit(string unit, int start, int end, bool isSign) =>
        terms.Add(new(Stems.Of(unit), unit, isSign ? TermKind.UnitSign : TermKind.Unit, start, end));

    /// <summary>Reads “per cent” and the like without a number before it.</summary>
    private int ReadUnit(int at)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Sign && UnitWords.OfSign(token.Form[0]) is { } sign)
        {
            AddUnit(sign, token.Start, token.End, isSign: true);
            return 1;
        }

        if (UnitAt(at, isAfterNumber: false) is var (unit, count) && unit is UnitWords.Percent or UnitWords.PercentPoint)
        {
            AddUnit(unit, token.Start, tokens[at + count - 1].End, isSign: false);
            return count;
        }

        return 0;
    }

    /// <summary>Finds the unit that begins here, and its number of tokens.</summary>
    private (string? Unit, int Count) UnitAt(int at, bool isAfterNumber)
    {
        if (At(at) is not { } token)
        {
            return default;
        }

        if (token.Kind == TokenKind.Sign)
        {
            return UnitWords.OfSign(token.Form[0]) is { } sign ? (sign, 1) : default;
        }

        if (token.Form is "per" or "pour" or "por" && At(at + 1)?.Form is "cent" or "ciento" or "cento")
        {
            return (UnitWords.Percent, 2);
        }

        if ((token.Form is "percentage" or "percent" && At(at + 1)?.Form is "point" or "points")
            || (token.Form is "відсоткових" or "процентных" or "punktow" or "punkty" or "puntos" or "pontos" or "points" && At(at + 1)?.Form is "пунктів" or "пункти" or "пунктов" or "пункта" or "procentowych" or "procentowe" or "porcentuales" or "percentuais"))
        {
            return (UnitWords.PercentPoint, 2);
        }

        if (isAfterNumber && token.Form is "us" or "u" && At(at + 1)?.Form is "dollar" or "dollars")
        {
            return ("dollar", 2);
        }

        // 5G is a network, not a weight.
        var unit = !isAfterNumber || token is { IsUpper: true, Form.Length: 1 } ? UnitWords.Find(token.Form) : UnitWords.FindAfterNumber(token.Form);
        return unit is null ? default : (unit, 1);
    }
}
