using System.Globalization;

namespace FactBot.Text.Terms;

/// <summary>Reads numbers as Chinese and Japanese write them among letters: 一万二千, 3.5億, 百分之十二.</summary>
internal static class HanNumber
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Splits a run of letters at its numbers.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">The start of the run.</param>
    /// <param name="end">The end of the run.</param>
    /// <param name="word">Receives each piece of letters.</param>
    /// <param name="number">Receives each number, in digits.</param>
    public static void Part(string text, int start, int end, Action<int, int> word, Action<int, int, string> number)
    {
        var from = start;
        for (var at = start; at < end; at++)
        {
            var to = at;
            while (to < end && IsPart(text[to]))
            {
                to++;
            }

            // A single character is part of many words: 一些, 十分.
            if (to - at >= 2 && Read(text.AsSpan(at, to - at)) is { } value)
            {
                if (at > from)
                {
                    word(from, at);
                }

                number(at, to, value.ToString("0.####", CultureInfo.InvariantCulture));
                (from, at) = (to, to - 1);
            }
            else if (to > at)
            {
                at = to - 1;
            }
        }

        if (end > from)
        {
            word(from, end);
        }
    }

    /// <summary>Multiplies the number that ends here by the 万 or 億 after it, and moves the end past it; else null.</summary>
    public static string? Multiply(string text, int start, ref int end)
    {
        if (end >= text.Length || MultiplierOf(text[end]) is null || Numerals.Find(text[start..end]) is not { } value)
        {
            return null;
        }

        var last = 1m;
        for (; end < text.Length && MultiplierOf(text[end]) is { } times && value < 1e15m; end++)
        {
            (value, last) = (value * times, last * times);
        }

        // A smaller part follows directly: 1億2000万.
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            var (to, scale) = (end, 1m);
            while (to < text.Length && char.IsAsciiDigit(text[to]) && to - end < 5)
            {
                to++;
            }

            var part = Numerals.Find(text[end..to]);
            for (; to < text.Length && MultiplierOf(text[to]) is { } times && scale < last; to++)
            {
                scale *= times;
            }

            if (part is not { } number || scale == 1 || number * scale >= last)
            {
                break;
            }

            (value, last, end) = (value + (number * scale), scale, to);
        }

        return Numerals.FormOf(value);
    }

    /// <summary>Returns the value of 万, 億 and the like; null for other characters.</summary>
    public static decimal? MultiplierOf(char c) => c switch
    {
        '万' or '萬' => 10_000,
        '亿' or '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        '千' => 1000,
        '百' => 100,
        '十' => 10,
        _ => null,
    };

    private static bool IsPart(char c) => DigitOf(c) >= 0 || MultiplierOf(c) is not null;

    private static int DigitOf(char c) => c switch { '零' => 0, '两' or '兩' => 2, _ => Digits.IndexOf(c, StringComparison.Ordinal) };

    private static decimal? Read(ReadOnlySpan<char> run)
    {
        decimal total = 0, section = 0, digit = 0;
        var hasMultiplier = false;
        foreach (var c in run)
        {
            if (MultiplierOf(c) is { } times)
            {
                hasMultiplier = true;
                if (times >= 10_000)
                {
                    total += (section + digit == 0 ? 1 : section + digit) * times;
                    section = 0;
                }
                else
                {
                    section += (digit == 0 ? 1 : digit) * times;
                }

                digit = 0;
            }
            else
            {
                digit = hasMultiplier ? DigitOf(c) : (digit * 10) + DigitOf(c);
            }
        }

        return hasMultiplier || run.Length >= 4 ? total + section + digit : null;
    }
}
