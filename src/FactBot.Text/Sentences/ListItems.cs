using System.Text.RegularExpressions;

namespace FactBot.Text.Sentences;

/// <summary>Finds lists in a text: items that begin lines, and items that follow one another in a line.</summary>
internal static partial class ListItems
{
    /// <summary>Lines of an unmarked list are shorter than this, in characters.</summary>
    private const int ShortLine = 40;

    /// <summary>Finds where items begin in lines that start with the first one: “1) Bread 2) Salt”, “• Bread • Salt”.</summary>
    public static IReadOnlyList<int> In(string text)
    {
        var items = new List<int>();
        foreach (Match line in FirstItem().Matches(text))
        {
            var end = text.IndexOf('\n', line.Index) is >= 0 and var feed ? feed : text.Length;
            var mark = line.Groups["bullet"].Value;
            if (mark.Length > 0)
            {
                AddBullets(text, mark, line.Index + line.Length, end, items);
            }
            else
            {
                AddNumbers(text, line, end, items);
            }
        }

        return items;
    }

    /// <summary>Whether an item begins at this place, which begins a line.</summary>
    public static bool Begins(string text, int at) =>
        at + 1 < text.Length && (text[at] is '•' or '·' or '‣' or '⁃' or '▪' or '●' or '◦' || (text[at] is '-' or '*' or '–' or '#' && text[at + 1] is ' ' or '#')
        || (text[at] is >= 'a' and <= 'h' && text[at + 1] is '.' or ')' && at + 2 < text.Length && text[at + 2] == ' ')
        || (char.IsDigit(text[at]) && text.AsSpan(at, Math.Min(4, text.Length - at)).IndexOfAny('.', ')') is 1 or 2));

    /// <summary>Whether the lines around the line feed are an unmarked list: short, and beginning in lowercase.</summary>
    public static bool IsOfShortLines(string text, int at)
    {
        var before = text.AsSpan(0, at);
        var line = before[(before.LastIndexOf('\n') + 1)..];
        var rest = text.AsSpan(at + 1);
        var next = rest.IndexOf('\n') is >= 0 and var feed ? rest[..feed] : rest;
        return IsShort(line) && IsShort(next);

        static bool IsShort(ReadOnlySpan<char> line) =>
            line.Length is > 0 and < ShortLine && char.IsLower(line[0]) && !SentenceMarks.IsEnd(line[^1]) && line[^1] is not ',' and not ';' and not ' ';
    }

    private static void AddBullets(string text, string mark, int from, int end, List<int> items)
    {
        for (var at = from; (at = text.IndexOf($" {mark}", at, end - at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            items.Add(at + 1);
        }
    }

    private static void AddNumbers(string text, Match first, int end, List<int> items)
    {
        var (mark, delimiter) = (first.Groups["mark"].Value, first.Groups["delimiter"].Value);
        for (var at = first.Index + first.Length; ;)
        {
            mark = int.TryParse(mark, out var number) ? $"{number + 1}" : $"{(char)(mark[0] + 1)}";
            at = text.IndexOf($" {mark}{delimiter} ", at, end - at, StringComparison.Ordinal);
            if (at < 0)
            {
                return;
            }

            items.Add(++at);
        }
    }

    [GeneratedRegex(@"^[ \t]*(?:(?<bullet>[•⁃‣▪●◦])|(?<mark>1|a|A)(?<delimiter>\.\)|\.|\)) )", RegexOptions.Multiline)]
    private static partial Regex FirstItem();
}
