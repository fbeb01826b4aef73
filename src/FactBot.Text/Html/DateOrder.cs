using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace FactBot.Text.Html;

/// <summary>
/// Decides what 03/04/2026 means on a page: by a day in its address or another date, by other dates written in the same
/// style, by its language, and by its country. If none of these settles it, the date is reported as unclear.
/// </summary>
internal sealed partial class DateOrder
{
    /// <summary>How many characters of the page's text are searched for dates in its style.</summary>
    private const int Looked = 50_000;

    private readonly HashSet<DateOnly> known = [];
    private readonly (int Year, int Month)? inAddress;
    private readonly bool? style;

    public DateOrder(IHtmlDocument document, Uri address, string? language)
    {
        var path = address.AbsolutePath;
        if (DayInPath().Match(path) is { Success: true } day && Make(day) is { } date)
        {
            known.Add(date);
        }

        inAddress = MonthInPath().Match(path) is { Success: true } month ? (Number(month, "year"), Number(month, "month")) : null;
        foreach (var said in document.QuerySelectorAll("time[datetime], meta[content]").Select(e => e.GetAttribute("datetime") ?? e.GetAttribute("content")))
        {
            if (PageDate.Parse(said, isDayFirst: null) is { } sure && !NumbersOnly().IsMatch(said!))
            {
                known.Add(DateOnly.FromDateTime(sure.At.Date));
            }
        }

        style = StyleOf(document) ?? PageDate.IsDayFirst(language) ?? StyleOfCountry(address.Host);
    }

    /// <summary>The first date in the text that could be two days and remains unclear; null if there is none.</summary>
    public string? Unclear { get; private set; }

    /// <summary>Records a day that is known from the page, such as one in its linked data.</summary>
    public void Know(PageDate? date)
    {
        if (date is { } sure)
        {
            known.Add(DateOnly.FromDateTime(sure.At.Date));
        }
    }

    /// <summary>Parses a date; null if it isn't one, or if it remains unclear.</summary>
    public PageDate? Parse(string? text)
    {
        if (PageDate.FindEither(text) is not var (one, other))
        {
            return PageDate.Parse(text, isDayFirst: null);
        }

        bool? isDayFirst = (IsKnown(one), IsKnown(other)) is var (first, second) && first != second ? first
            : (IsInAddress(one), IsInAddress(other)) is var (here, there) && here != there ? here
            : style;
        if (isDayFirst is null)
        {
            Unclear ??= text!.Trim();
        }

        return isDayFirst switch { true => one, false => other, null => null };
    }

    private bool IsKnown(PageDate date) => known.Contains(DateOnly.FromDateTime(date.At.Date));

    private bool IsInAddress(PageDate date) => inAddress == (date.At.Year, date.At.Month);

    /// <summary>Looks at dates in this style that can be read in only one way; null if they disagree or there are none.</summary>
    private static bool? StyleOf(IHtmlDocument document)
    {
        var text = document.Body?.TextContent ?? "";
        var said = string.Join('\n', document.QuerySelectorAll("meta[content], time[datetime], [itemprop][content]").Select(e => e.GetAttribute("datetime") ?? e.GetAttribute("content")));
        var (dayFirst, monthFirst) = (0, 0);
        foreach (var m in Slashed().Matches($"{said}\n{text[..Math.Min(text.Length, Looked)]}").Cast<Match>())
        {
            var (one, other) = (Number(m, "one"), Number(m, "other"));
            dayFirst += one is > 12 and <= 31 && other is >= 1 and <= 12 ? 1 : 0;
            monthFirst += other is > 12 and <= 31 && one is >= 1 and <= 12 ? 1 : 0;
        }

        return dayFirst > 0 == monthFirst > 0 ? null : dayFirst > 0;
    }

    /// <summary>Looks at the host's country domain; null for generic domains and for countries that use both orders.</summary>
    private static bool? StyleOfCountry(string host) => host.Split('.')[^1].ToLowerInvariant() switch
    {
        "us" or "gov" or "mil" or "edu" or "ph" => false,
        "uk" or "ie" or "au" or "nz" or "in" or "za" or "ng" or "ke" or "gh" or "pk" or "bd" or "lk" or "sg" or "my" or "mt"
            or "de" or "at" or "ch" or "fr" or "be" or "es" or "pt" or "it" or "nl" or "pl" or "ua" or "ru" or "by" or "cz" or "sk" or "ro" or "bg" or "gr" or "tr" or "dk" or "no" or "fi"
            or "br" or "mx" or "ar" or "cl" or "pe" or "ve" or "uy" or "ec" or "bo" or "py" or "cr" or "eg" or "ma" or "il" or "ae" or "id" or "vn" or "th" => true,
        _ => null,
    };

    private static DateOnly? Make(Match m) =>
        DateOnly.TryParseExact($"{Number(m, "year"):D4}-{Number(m, "month"):D2}-{Number(m, "day"):D2}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static int Number(Match m, string group) => int.TryParse(m.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d{2})([/_-]?)(?<month>\d{2})\1(?<day>\d{2})(?!\d)")]
    private static partial Regex DayInPath();

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d{2})[/_-](?<month>0?[1-9]|1[0-2])(?=[/_-]|$)")]
    private static partial Regex MonthInPath();

    [GeneratedRegex(@"(?<![\d/-])(?<one>\d{1,2})(?<mark>[/-])(?<other>\d{1,2})\k<mark>(?:19|20)\d{2}(?![\d/-])")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^\s*\d{1,2}[/-]\d{1,2}[/-]\d{4}")]
    private static partial Regex NumbersOnly();
}
