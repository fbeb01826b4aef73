using FactBot.Text.Language;

namespace FactBot.Text.Terms;

/// <summary>Reads numbers in digits and in words, with their multipliers and units.</summary>
internal sealed partial class FigureReader
{
    /// <summary>Reads the number that begins here, with its unit; returns how many tokens it took, 0 if there is none.</summary>
    private int ReadNumber(int at)
    {
        if (!CanBeginNumber(tokens[at]))
        {
            return 0;
        }

        var (start, currency) = (at, (string?)null);
        var isMinus = false;
        if (tokens[at].Kind == TokenKind.Sign && tokens[at].Form == "-" || tokens[at].Form is "minus" or "мінус" or "минус" or "moins" or "menos")
        {
            (isMinus, at) = (true, at + 1);
        }

        if (CurrencyAt(at) is { Count: > 0 } before)
        {
            (currency, at) = (before.Unit, at + before.Count);
        }

        if (At(at) is not { } first)
        {
            return 0;
        }

        if (first.Kind == TokenKind.Digits && OrdinalAt(at) is > 0 and var ordinal && at == start)
        {
            return ordinal;
        }

        var (value, count, isVague) = NumberAt(at);
        if (value is null)
        {
            return ReadRoman(start) is > 0 and var roman ? roman : OrdinalAt(start);
        }

        if (isMinus)
        {
            terms.Add(new("minus", "minus", TermKind.Word, tokens[start].Start, tokens[start].End));
        }

        at += count;
        var end = tokens[at - 1].End;
        // “Half the voters” means 50 percent of them, while “half a million” is a number.
        var isShare = isVague && value < 1;
        if (isVague)
        {
            // Searched by its own word; only its meaning is that of “50 percent”.
            var form = Numerals.FormOf(isShare ? value.Value * 100 : value.Value);
            terms.Add(new(Stems.Of(tokens[at - 1].Form), isShare ? $"{form} {UnitWords.Percent}" : form, TermKind.Word, first.Start, end));
        }
        else
        {
            AddNumber(Numerals.FormOf(value.Value), first.Start, end);
            if (tokens[at - 1].Kind == TokenKind.Word && value >= 1000)
            {
                // “Millions” and “5 million” are similar in size, which the digits don't show.
                terms.Add(new(Stems.Of(tokens[at - 1].Form), "", TermKind.SearchOnly, first.Start, end));
            }
        }

        var (unit, units) = isShare ? default : UnitAt(at, isAfterNumber: true) is { Unit: not null } plain ? plain : UnitAfterOf(at);
        if (currency is not null)
        {
            AddUnit(currency, first.Start, end, isSign: true);
            return at - start + (unit == currency ? units : 0);
        }

        if (unit is not null)
        {
            AddUnit(unit, first.Start, tokens[at + units - 1].End, tokens[at].Kind == TokenKind.Sign);
            return at - start + units;
        }

        return at - start;
    }

    private bool CanBeginNumber(MatchToken token) => token.Kind != TokenKind.Word || NumberWords.CanBegin(token.Form)
        || (language == "de" && token.Form.Length > 6 && GermanNumber.Find(token.Form) is not null)
        || (token.IsUpper && token.End - token.Start is > 1 and < 8 && char.IsUpper(text[token.Start + 1]) && text[token.Start] is 'I' or 'V' or 'X');

    private (string? Unit, int Count) CurrencyAt(int at)
    {
        var skipped = At(at) is { Form: "us" or "u" or "a" or "c" or "can" } code && At(at + 1) is { Kind: TokenKind.Sign, Form: "$" } dollar && code.Touches(dollar) ? 1 : 0;
        return At(at + skipped) is { Kind: TokenKind.Sign } sign && UnitWords.IsCurrency(sign.Form[0]) ? (UnitWords.OfSign(sign.Form[0]), skipped + 1)
            : At(at) is { Form: "usd" or "eur" or "gbp" or "uah" or "rub" or "pln" or "jpy" or "chf" or "inr" or "cny" } word && At(at + 1)?.Kind == TokenKind.Digits ? (UnitWords.Find(word.Form), 1)
            : default;
    }

    /// <summary>Finds the number here, its number of tokens, and whether it's only a share or the pronoun “one”.</summary>
    private (decimal? Value, int Count, bool IsVague) NumberAt(int from)
    {
        var at = from;
        decimal total = 0, current = 0, lastTimes = decimal.MaxValue;
        var (seen, hasArticle) = (false, false);
        if (tokens[at].Form is "a" or "an" || IsOne(at))
        {
            (hasArticle, at) = (true, at + 1);
        }

        if (HalfOfAt(at) is { } some)
        {
            return (some.Value, at + some.Count - from, false);
        }

        if (PartAt(at) is { } part)
        {
            var after = at + (Is(at, "half") && At(at + 1)?.Form is "a" or "an" ? 2 : 1);
            after += Is(after, "of") && At(after + 1)?.Form is "a" or "an" ? 2 : Is(after, "de") ? 1 : 0;
            return MultiplierAt(after) is { } times ? (part * times, after + 1 - from, false)
                : tokens[at].Kind == TokenKind.Sign || Is(at, "half") || hasArticle || at == from ? (part, at + 1 - from, true)
                : (null, 0, false);
        }

        while (At(at) is { } token)
        {
            if (seen && StrokeAt(at) is { } stroke)
            {
                (current, at) = (current + stroke, at + 1);
            }
            else if ((seen || hasArticle) && total == 0 && current == decimal.Truncate(current) && DecimalsAt(at) is { Count: > 0 } decimals)
            {
                (current, at, seen) = ((seen ? current : 1) + decimals.Value, at + decimals.Count - 1, true);
            }
            else if (token.Kind == TokenKind.Digits && total > 0 && current == 0 && IsRestInDigits(at))
            {
                current = Numerals.Find(token.Form) ?? 0;
            }
            else if (token.Kind == TokenKind.Digits)
            {
                if (seen || Numerals.Find(IsPointed(token) ? $"0.{token.Form}" : token.Form, IsPointed(token) ? '.' : MultiplierAt(at + 1) is null ? null : language == "en" ? '.' : ',') is not { } number)
                {
                    break;
                }

                (current, seen) = (number, true);
            }
            else if (seen && token.Kind == TokenKind.Sign && PartAt(at) is { } fraction)
            {
                current += fraction;
            }
            else if (seen && current > 0 && QuarterAfter(at) is > 0 and var quarter)
            {
                (current, at) = (current + quarter, at + 2);
            }
            else if ((seen || hasArticle) && HalfAfter(at) is > 0 and var half)
            {
                // Half of the last unit counted: un million et demi, one and a half.
                (total, current) = current == 0 && total > 0 ? (total + (lastTimes / 2), 0) : (total, (seen ? current : 1) + 0.5m);
                (at, seen) = (at + half - 1, true);
            }
            else if (MultiplierAt(at) is { } times && (seen || hasArticle || IsBareMultiplier(token)))
            {
                var isBelow = times == 100 && current is > 0 and < 100;
                if (isBelow || times == 12)
                {
                    current = (current == 0 ? 1 : current) * times;
                }
                else if (times < lastTimes)
                {
                    total += (current == 0 ? 1 : current) * times;
                    (current, lastTimes) = (0, times);
                }
                else
                {
                    total = (total + current) * times;
                    current = 0;
                }

                seen = true;
            }
            else if (token.Kind == TokenKind.Word && NumberWords.Find(token.Form, language) is { Kind: NumberKind.Cardinal } word && Adds(current, word.Value, seen))
            {
                current = current == 4 && word.Value == 20 && seen ? 80 : current + word.Value;
                seen = true;
            }
            else if (seen && IsOne(at) && current % 10 == 0 && current % 100 >= 20)
            {
                current++;
            }
            else if (!seen || !IsJoint(at, current, total))
            {
                break;
            }

            at++;
        }

        if (seen && PartsAt(at) is { } of && Is(at + 1, "of") && At(at + 2)?.Form is "a" or "an" or "one" && MultiplierAt(at + 3) is { } whole)
        {
            return ((total + current) * of * whole, at + 4 - from, false);
        }

        return seen && PartsAt(at) is { } parts ? ((total + current) * parts, at + 1 - from, true)
            : seen ? (total + current, at - from, false)
            : hasArticle && tokens[from].Form is "one" or "один" or "одна" or "jeden" ? (1, 1, true)
            : (null, 0, false);
    }

    private bool IsOne(int at) => At(at)?.Form is "one" or "ein" or "eine" or "einer" or "einen" or "eins" or "un" or "une" or "una" or "uno" or "um" or "uma"
        or "один" or "одна" or "одну" or "одно" or "одне" or "jeden" or "jedna";

    /// <summary>Returns what multiplies a number: a word, or letters right after it, as in 20k, $5bn and 2.5m.</summary>
    private decimal? MultiplierAt(int at)
    {
        if (At(at) is not { Kind: TokenKind.Word } token)
        {
            return null;
        }

        if (At(at - 1) is { Kind: TokenKind.Digits or TokenKind.Sign } number)
        {
            var isTouching = number.Touches(token);
            switch (token.Form)
            {
                case "k" when isTouching:
                    return 1_000;
                case "m" when isTouching && !IsLength(at):
                case "mn" or "mil" when token.Form == "mn" || (isTouching && language == "en"):
                    return 1_000_000;
                case "bn":
                case "b" when isTouching:
                    return 1_000_000_000;
                case "tn" or "trn":
                    return 1_000_000_000_000;
            }
        }

        var form = token.Form;
        return (NumberWords.Find(form, language) ?? (form.Length > 4 && form[^1] == 's' && at > 0 && (tokens[at - 1].Kind == TokenKind.Digits || NumberWords.Find(tokens[at - 1].Form, language) is not null) ? NumberWords.Find(form[..^1], language) : null))
            is { Kind: NumberKind.Multiplier } word ? word.Value : null;
    }

    /// <summary>“2.5m high” is a length, but “2.5m people” is a number.</summary>
    private bool IsLength(int at) => At(at + 1)?.Form is "high" or "tall" or "long" or "wide" or "deep" or "above" or "below" or "away" or "apart" or "hoch" or "lang" or "breit" or "tief";

    /// <summary>Whether the word is a number on its own: Slavic and Romance languages omit “one”.</summary>
    private bool IsBareMultiplier(MatchToken token) => language switch
    {
        "uk" or "ru" or "pl" => token.Form.Length > 3,
        "fr" or "es" or "pt" => token.Form is "cent" or "mille" or "mil",
        "de" => token.Form is "hundert" or "tausend",
        _ => false,
    };

    private static bool Adds(decimal current, decimal value, bool seen) => !seen || current == 0
        || (current % 100 == 0 && value < 100) || (value < 10 && current % 10 == 0 && current % 100 >= 20)
        || (current % 100 is 60 or 80 && value is >= 10 and < 20) || (current == 4 && value == 20);

    /// <summary>Whether it's an “and” within a number: a hundred and six, treinta y cinco.</summary>
    private bool IsJoint(int at, decimal current, decimal total) =>
        tokens[at].Form is "and" or "und" or "et" or "y" or "e" or "i" && At(at + 1) is { Kind: TokenKind.Word } next
        && (IsOne(at + 1) ? 1 : NumberWords.Find(next.Form, language) is { Kind: NumberKind.Cardinal } word ? word.Value : 100) is < 100 and var value
        && (tokens[at].Form is "and" or "und" ? current % 100 == 0 && current + total >= 100 : Adds(current, value, seen: true) && current + total > 0 && (value > 1 || current % 100 >= 20));
}
