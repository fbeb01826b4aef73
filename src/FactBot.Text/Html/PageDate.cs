using System.Globalization;
using System.Text.RegularExpressions;

namespace FactBot.Text.Html;

/// <summary>A point in time, as a page gives it.</summary>
/// <param name="At">Midnight if the page gives only a day; UTC if it gives no time zone.</param>
/// <param name="HasTime">Whether the page gives a time of day.</param>
internal readonly partial record struct PageDate(DateTimeOffset At, bool HasTime)
{
    private static readonly string[][] Months =
    [
        ["jan", "ene", "sty", "led", "січ", "янв", "gen", "oca", "ιαν", "يناير"], ["feb", "fév", "fev", "lut", "úno", "лют", "фев", "şub", "φεβ", "فبراير"],
        ["mar", "mär", "mrz", "maa", "бер", "мар", "bře", "μαρ", "مارس"], ["apr", "abr", "avr", "kwi", "dub", "квіт", "апр", "nis", "απρ", "أبريل"],
        ["may", "mai", "maj", "mag", "kvě", "трав", "мая", "май", "mei", "μαΐ", "μαι", "مايو"], ["jun", "juin", "giu", "cze", "čvn", "červn", "červen", "черв", "ιουν", "июн", "haz", "يونيو"],
        ["jul", "juil", "lug", "lip", "čvc", "ιουλ", "лип", "июл", "tem", "يوليو"], ["aug", "ago", "aoû", "aou", "sie", "srp", "серп", "авг", "ağu", "αυγ", "أغسطس"],
        ["sep", "set", "wrz", "zář", "верес", "сен", "eyl", "σεπ", "سبتمبر"], ["oct", "okt", "out", "ott", "paź", "říj", "жовт", "окт", "eki", "οκτ", "أكتوبر"],
        ["nov", "lis", "листоп", "ноя", "kas", "νοε", "نوفمبر"], ["dec", "dez", "dic", "déc", "gru", "pro", "груд", "дек", "des", "ara", "δεκ", "ديسمبر"],
    ];

    /// <summary>
    /// Parses a date; null if it isn't one, or if day and month are ambiguous and the language doesn't settle it.
    /// </summary>
    /// <param name="text">The date as the page writes it.</param>
    /// <param name="language">The page's language with its region, such as <c>en-GB</c>.</param>
    public static PageDate? Parse(string? text, string? language) => Parse(text, IsDayFirst(language));

    /// <summary>Returns both readings of a date with ambiguous day and month; null if it isn't ambiguous.</summary>
    public static (PageDate DayFirst, PageDate MonthFirst)? FindEither(string? text) =>
        Parse(text, isDayFirst: null) is null && Parse(text, isDayFirst: true) is { } one && Parse(text, isDayFirst: false) is { } other ? (one, other) : null;

    /// <summary>Parses a date in the page's order; null if it isn't one, or if it's ambiguous and the order unknown.</summary>
    public static PageDate? Parse(string? text, bool? isDayFirst)
    {
        text = text?.Trim().Trim('"');
        if (text is not { Length: > 5 and < 80 })
        {
            return null;
        }

        return FromIso(text) ?? FromSeconds(text) ?? FromWords(text) ?? FromNumbers(text, isDayFirst);
    }

    private static PageDate? FromIso(string text)
    {
        var m = Iso().Match(text);
        return !m.Success ? null : Made(m, Number(m, "year"), Number(m, "month"), Number(m, "day"));
    }

    private static PageDate? FromSeconds(string text) => text.All(char.IsAsciiDigit) && long.TryParse(text, out var count) && text.Length is 10 or 13
        ? new PageDate(DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 13 ? count : count * 1000), true)
        : null;

    private static PageDate? FromWords(string text)
    {
        if (Asian().Match(text) is { Success: true } asian)
        {
            return Made(asian, Number(asian, "year"), Number(asian, "month"), Number(asian, "day"));
        }

        return new[] { DayFirst(), MonthFirst(), YearLast() }.Select(r => r.Match(text)).Where(m => m.Success)
            .Select(m => MonthOf(m.Groups["name"].Value.ToLowerInvariant()) is > 0 and var month ? Made(m, Number(m, "year"), month, Number(m, "day")) : null)
            .FirstOrDefault(d => d is not null);
    }

    private static int MonthOf(string name) => name.StartsWith("juil", StringComparison.Ordinal) || name.StartsWith("červenc", StringComparison.Ordinal) ? 7
        : name.StartsWith("листоп", StringComparison.Ordinal) ? 11
        : name.StartsWith("marz", StringComparison.Ordinal) ? 3
        : 1 + Array.FindIndex(Months, names => names.Any(n => name.StartsWith(n, StringComparison.Ordinal)));

    /// <summary>Parses a numeric date. Only dates with the day first have dots as separators.</summary>
    private static PageDate? FromNumbers(string text, bool? known)
    {
        var m = Numbers().Match(text);
        if (!m.Success)
        {
            return null;
        }

        var (one, other) = (Number(m, "one"), Number(m, "other"));
        bool? isDayFirst = one == other || one > 12 ? true : other > 12 ? false : m.Groups["mark"].Value == "." ? true : known;
        return isDayFirst switch
        {
            true => Made(m, Number(m, "year"), other, one),
            false => Made(m, Number(m, "year"), one, other),
            null => null,
        };
    }

    /// <summary>Whether the language writes the day before the month; null if that differs between countries.</summary>
    public static bool? IsDayFirst(string? language)
    {
        var parts = (language ?? "").ToLowerInvariant().Split('-', '_');
        return parts[0] switch
        {
            "en" => parts.Length < 2 ? null : parts[^1] switch
            {
                "us" or "ph" => false,
                "gb" or "uk" or "au" or "nz" or "ie" or "in" or "za" or "ng" or "ke" => true,
                _ => null,
            },
            "de" or "fr" or "es" or "pt" or "it" or "nl" or "pl" or "uk" or "ru" or "cs" or "sk" or "ro" or "tr" or "el" or "da" or "nb" or "no" or "fi" or "bg" or "sr" or "hr" or "ar" or "he" or "hi" or "vi" or "id" or "th" => true,
            _ => null,
        };
    }

    private static PageDate? Made(Match m, int year, int month, int day)
    {
        if (year is < 1500 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var rest = Clock().Match(m.Groups["rest"].Value);
        if (!rest.Success)
        {
            return new(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), false);
        }

        var (hour, minute, second) = (Number(rest, "hour"), Number(rest, "minute"), Number(rest, "second"));
        hour = rest.Groups["half"].Value.ToLowerInvariant() switch
        {
            ['p', ..] when hour < 12 => hour + 12,
            ['a', ..] when hour == 12 => 0,
            _ => hour,
        };
        return hour > 23 || minute > 59 || second > 59 ? null
            : new(new DateTimeOffset(year, month, day, hour, minute, second, ZoneOf(rest.Groups["zone"].Value)), true);
    }

    private static TimeSpan ZoneOf(string zone) => zone.ToUpperInvariant() switch
    {
        "HST" => TimeSpan.FromHours(-10),
        "AKST" => TimeSpan.FromHours(-9),
        "PST" or "AKDT" => TimeSpan.FromHours(-8),
        "MST" or "PDT" => TimeSpan.FromHours(-7),
        "CST" or "MDT" => TimeSpan.FromHours(-6),
        "EST" or "CDT" => TimeSpan.FromHours(-5),
        "EDT" or "AST" => TimeSpan.FromHours(-4),
        "ADT" or "BRT" or "ART" => TimeSpan.FromHours(-3),
        "NST" => new(-3, -30, 0),
        "NDT" => new(-2, -30, 0),
        "CET" or "MET" or "MEZ" or "BST" or "WEST" or "WAT" => TimeSpan.FromHours(1),
        "CEST" or "MEST" or "MESZ" or "EET" or "SAST" or "CAT" => TimeSpan.FromHours(2),
        "EEST" or "MSK" or "TRT" or "EAT" => TimeSpan.FromHours(3),
        "PKT" => TimeSpan.FromHours(5),
        "IST" => new(5, 30, 0),
        "ICT" or "WIB" => TimeSpan.FromHours(7),
        "SGT" or "HKT" or "AWST" => TimeSpan.FromHours(8),
        "JST" or "KST" => TimeSpan.FromHours(9),
        "ACST" => new(9, 30, 0),
        "AEST" => TimeSpan.FromHours(10),
        "AEDT" => TimeSpan.FromHours(11),
        "NZST" => TimeSpan.FromHours(12),
        "NZDT" => TimeSpan.FromHours(13),
        ['+' or '-' or '−', ..] digits when string.Concat(digits.Where(char.IsAsciiDigit)) is { Length: 2 or 4 } d
            && int.Parse(d[..2], CultureInfo.InvariantCulture) is <= 14 and var hours =>
            (digits[0] == '+' ? 1 : -1) * new TimeSpan(hours, d.Length == 4 ? int.Parse(d[2..], CultureInfo.InvariantCulture) % 60 : 0, 0),
        _ => TimeSpan.Zero,
    };

    private static int Number(Match m, string group) => int.TryParse(m.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^(?<year>\d{4})(?:[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})|(?<month>\d{2})(?<day>\d{2}))(?<rest>$|[T\s,].*$)", RegexOptions.Singleline)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})|(?<minute>\d{2})(?=\d{2}|Z|$|[+-]))(?::?(?<second>\d{2}))?(?:[.,]\d+)?\s*(?<half>[ap]\.?m\b)?\s*(?:(?:GMT|UTC)(?=[+-]))?(?<zone>Z|[+−-]\d{2}:?(?:\d{2})?|[A-Z]{3,4}\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<year>\d{4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일](?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Asian();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s-]*(?:de\s+|of\s+)?(?<name>\p{L}{3,15})\.?,?[\s-]*(?:de\s+|del\s+)?(?<year>\d{4})(?!\d)(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<name>\p{L}{3,15})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex MonthFirst();

    // The format of C programs: Sun Jul 15 00:15:00 +0200 2012.
    [GeneratedRegex(@"(?<name>\p{L}{3,15})\.?\s+(?<day>\d{1,2})\s+(?<rest>\d{1,2}:\d{2}(?::\d{2})?(?:\s+(?:[A-Z]{2,5}|(?:GMT|UTC)?[+-]\d{2}:?\d{2}))?)\s+(?<year>\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"(?<!\d)(?<one>\d{1,2})(?<mark>[./-])(?<other>\d{1,2})\k<mark>(?<year>\d{4})(?!\d)(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Numbers();
}
