using FactBot.Text.Language;

namespace FactBot.Text.Terms;

/// <summary>Reads dates and times of day.</summary>
internal sealed partial class FigureReader
{
    /// <summary>Reads the date that begins here; returns how many tokens it took, or 0 if there is none.</summary>
    private int ReadDate(int at)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Digits)
        {
            var taken = InDigits(at);
            return taken > 0 ? taken : DayFirst(at);
        }

        if (token.Kind == TokenKind.Word && UnitWords.FindMonth(token.Form, isBesideNumber: true) is { } month)
        {
            return MonthFirst(at, month);
        }

        return 0;
    }

    /// <summary>Reads 2021-03-03, 3.3.2021, 2021年3月3日, and 3/3/2021 if day and month can't be confused.</summary>
    private int InDigits(int at)
    {
        var token = tokens[at];
        if (token.Form.Split('.') is [{ Length: 1 or 2 } d, { Length: 1 or 2 } m, { Length: 2 or 4 } y] && Is(d, m, out var byPoints))
        {
            AddDate(byPoints.Day, byPoints.Month, y.Length == 2 ? $"20{y}" : y, token.Start, token.End);
            return 1;
        }

        if (At(at + 1) is not { Kind: TokenKind.Digits } second || At(at + 2) is not { Kind: TokenKind.Digits } third)
        {
            return 0;
        }

        var (one, two) = (Between(token, second), Between(second, third));
        if (one != two || one is not ("-" or "/" or "." or "年"))
        {
            return 0;
        }

        if (token.Form.Length == 4 && Is(third.Form, second.Form, out var year))
        {
            AddDate(year.Day, year.Month, token.Form, token.Start, third.End);
            return 3;
        }

        // 03/04/2021 may be in March or in April, so it stays three numbers.
        if (third.Form.Length == 4 && one is "/" or "-" && int.TryParse(token.Form, out var first) && int.TryParse(second.Form, out var next))
        {
            var (day, month) = first > 12 ? (first, next) : next > 12 ? (next, first) : first == next ? (first, next) : (0, 0);
            if (day is >= 1 and <= 31 && month is >= 1 and <= 12)
            {
                AddDate(day, month, third.Form, token.Start, third.End);
                return 3;
            }
        }

        return 0;
    }

    /// <summary>Reads 3 March 2021, the 3rd of March, 3 de marzo de 2021, 3. März.</summary>
    private int DayFirst(int at)
    {
        if (!int.TryParse(tokens[at].Form.TrimEnd('.'), out var day) || day is < 1 or > 31)
        {
            return 0;
        }

        var next = at + 1;
        if (At(next) is { } ending && (IsOrdinalEnding(tokens[at], ending) || (ending.Form is "го" && ending.Start - tokens[at].End <= 1)))
        {
            next++;
        }

        next += At(next)?.Form is "of" or "de" or "d" ? 1 : 0;
        if (At(next) is not { Kind: TokenKind.Word } word || UnitWords.FindMonth(word.Form, isBesideNumber: true) is not { } month || !IsJoined(tokens[next - 1], word, " .-/º"))
        {
            return 0;
        }

        var (year, count) = YearAt(next + 1);
        AddDate(day, month, year, tokens[at].Start, tokens[next + count].End);
        return next + 1 + count - at;
    }

    /// <summary>Reads March 3, 2021, March 3rd, March 2021.</summary>
    private int MonthFirst(int at, int month)
    {
        if (At(at + 1) is { Kind: TokenKind.Digits } number && int.TryParse(number.Form, out var day) && day is >= 1 and <= 31 && IsJoined(tokens[at], number, " .-/"))
        {
            var next = at + 2;
            next += At(next) is { } ending && IsOrdinalEnding(number, ending) ? 1 : 0;
            var (year, count) = YearAt(next);
            AddDate(day, month, year, tokens[at].Start, tokens[next - 1 + count].End);
            return next + count - at;
        }

        var (of, taken) = YearAt(at + 1);
        if (of is null)
        {
            return 0;
        }

        AddDate(null, month, of, tokens[at].Start, tokens[at + taken].End);
        return taken + 1;
    }

    /// <summary>Finds the year here and its number of tokens, including “de” before it and “року” after it.</summary>
    private (string? Year, int Count) YearAt(int at)
    {
        var of = At(at)?.Form is "de" or "of" or "del" or "do" ? 1 : 0;
        return At(at + of) is { Kind: TokenKind.Digits, Form.Length: 4 } year && year.Form[0] is '1' or '2' && year.Form.All(char.IsAsciiDigit)
            && IsJoined(tokens[at + of - 1], year, " ,.-/")
            ? (year.Form, of + 1 + (At(at + of + 1)?.Form is "року" or "р" or "года" or "г" or "roku" or "r" ? 1 : 0))
            : default;
    }

    private void AddDate(int? day, int month, string? year, int start, int end)
    {
        var name = UnitWords.Months[month - 1];
        terms.Add(new(Stems.Of(name), name, TermKind.Month, start, end));
        if (day is { } number)
        {
            AddNumber(Numerals.FormOf(number), start, end, TermKind.DateNumber);
        }

        if (year is not null)
        {
            AddNumber(year, start, end, day is null ? TermKind.Number : TermKind.DateNumber);
        }
    }

    /// <summary>Reads 9 pm, 9:30 a.m., 21.00 Uhr and 21h as hours and minutes.</summary>
    private int ReadTime(int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Digits)
        {
            return 0;
        }

        var (hour, minute, next) = (token.Form, "00", at + 1);
        if (At(next) is { Kind: TokenKind.Digits, Form.Length: 2 } minutes && Between(token, minutes) == ":")
        {
            (minute, next) = (minutes.Form, next + 1);
        }
        else if (token.Form.Split('.') is [{ Length: 1 or 2 } h, { Length: 2 } m])
        {
            (hour, minute) = (h, m);
        }

        var half = At(next)?.Form is "a" or "p" && Is(next + 1, "m") ? 2 : At(next)?.Form is "am" or "pm" or "uhr" or "o'clock" ? 1 : 0;
        if ((half == 0 && next == at + 1) || !int.TryParse(hour, out var hours) || hours > 24 || !int.TryParse(minute, out var past) || past > 59)
        {
            return 0;
        }

        var isAfternoon = half > 0 && tokens[next].Form[0] == 'p';
        hours = isAfternoon && hours < 12 ? hours + 12 : half > 0 && tokens[next].Form[0] == 'a' && hours == 12 ? 0 : hours;
        var end = half > 0 ? tokens[next + half - 1].End : tokens[next - 1].End;
        AddNumber($"{hours}", token.Start, end);
        AddNumber(minute, token.Start, end, TermKind.Word);
        return next + half - at;
    }

    /// <summary>Whether only these marks separate the two; “(@fan9) March” and “in May, 3 men” aren't dates.</summary>
    private bool IsJoined(MatchToken one, MatchToken next, string marks) =>
        next.Start - one.End <= 3 && text.AsSpan(one.End..next.Start).IndexOfAnyExcept($"{marks}\u00A0\u202F") < 0;

    private string Between(MatchToken one, MatchToken next) => next.Start - one.End is 1 ? text[one.End..next.Start] : "";

    private static bool Is(string day, string month, out (int Day, int Month) date)
    {
        date = (int.TryParse(day, out var d) ? d : 0, int.TryParse(month, out var m) ? m : 0);
        return date is { Day: >= 1 and <= 31, Month: >= 1 and <= 12 };
    }
}
