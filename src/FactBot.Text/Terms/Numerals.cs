using System.Globalization;

namespace FactBot.Text.Terms;

/// <summary>Reads numbers in digits, whatever marks separate their thousands and decimals.</summary>
internal static class Numerals
{
    /// <summary>Reads the number; null if it isn't one, such as 3.3.2021, or if it's too long.</summary>
    /// <param name="digits">The digits as written, with points, commas, apostrophes and spaces.</param>
    /// <param name="decimals">The mark that precedes decimals even if three digits follow: 1.234 million.</param>
    public static decimal? Find(string digits, char? decimals = null)
    {
        if (digits.Length > 24)
        {
            return null;
        }

        var plain = digits.Any(c => c is '\'' || char.IsWhiteSpace(c)) ? string.Concat(digits.Where(c => c is not '\'' && !char.IsWhiteSpace(c))) : digits;
        var (points, commas) = (plain.Count(c => c == '.'), plain.Count(c => c == ','));
        var mark = plain.LastIndexOfAny(['.', ',']);
        if (points + commas == 0)
        {
            return Parse(plain);
        }

        if (points > 0 && commas > 0)
        {
            return (plain[mark] == '.' ? points : commas) > 1 ? null : Decimal(plain, mark);
        }

        var groups = plain.Split('.', ',');
        if (groups.Length > 2)
        {
            return groups[^1].Length == 3 && groups[0].Length <= 3 && groups[1..^1].All(g => g.Length is 2 or 3) ? Parse(string.Concat(groups)) : null;
        }

        var isThousands = groups[1].Length == 3 && groups[0].Length <= 3 && groups[0][0] != '0' && plain[mark] != decimals;
        return isThousands ? Parse(string.Concat(groups)) : Decimal(plain, mark);
    }

    /// <summary>Returns the standard form of a number.</summary>
    public static string FormOf(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Reads a Roman numeral of more than one letter, up to 39; null for other words.</summary>
    public static int? FindRoman(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 7)
        {
            return null;
        }

        var (value, last) = (0, 0);
        for (var i = word.Length - 1; i >= 0; i--)
        {
            var worth = word[i] switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };
            if (worth == 0)
            {
                return null;
            }

            value += worth < last ? -worth : worth;
            last = Math.Max(last, worth);
        }

        return value;
    }

    private static decimal? Decimal(string plain, int mark) =>
        Parse(string.Concat(plain[..mark].Where(char.IsAsciiDigit)) + "." + plain[(mark + 1)..]);

    private static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
