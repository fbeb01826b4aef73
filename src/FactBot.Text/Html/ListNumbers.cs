using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FactBot.Text.Html;

/// <summary>
/// Writes the numbers of a list's items where they matter: where the page sets them itself, or its text refers to an item
/// by number.
/// </summary>
/// <remarks>https://html.spec.whatwg.org/multipage/grouping-content.html#ordinal-value</remarks>
internal static partial class ListNumbers
{
    private const int MaxEntries = 500;

    public static void Write(IElement root)
    {
        var lists = root.QuerySelectorAll("ol").Where(l => l.Closest("nav") is null && !Unmarked().IsMatch($"{l.ClassName} {l.GetAttribute("style")}")).ToList();
        if (lists.Count == 0)
        {
            return;
        }

        var named = Named().Matches(root.TextContent).Select(m => int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture)).ToHashSet();
        foreach (var list in lists)
        {
            var entries = list.Children.Where(e => e.NodeName == "LI").ToList();
            if (entries.Count is > 0 and <= MaxEntries && (IsSet(list, entries) || (entries.Count > 1 && named.Any(n => n <= entries.Count && n > 0))))
            {
                Write(list, entries);
            }
        }
    }

    private static bool IsSet(IElement list, List<IElement> entries) =>
        list.HasAttribute("reversed") || (NumberOf(list, "start") ?? 1) != 1 || StyleOf(list) != '1' || entries.Exists(e => NumberOf(e, "value") is not null);

    private static void Write(IElement list, List<IElement> entries)
    {
        var (style, step) = (StyleOf(list), list.HasAttribute("reversed") ? -1 : 1);
        var number = NumberOf(list, "start") ?? (step < 0 ? entries.Count : 1);
        foreach (var entry in entries)
        {
            number = NumberOf(entry, "value") ?? number;
            var mark = $"{MarkOf(number, style)}. ";
            if (!entry.TextContent.TrimStart().StartsWith(mark, StringComparison.Ordinal))
            {
                HeadOf(entry).Prepend(list.Owner!.CreateTextNode(mark));
            }

            number += step;
        }
    }

    /// <summary>Finds the element in which the item's text begins, so that the number is on the same line.</summary>
    private static IElement HeadOf(IElement entry)
    {
        var head = entry;
        while (head.ChildNodes.FirstOrDefault(n => n is IElement || !string.IsNullOrWhiteSpace(n.TextContent)) is IElement { NodeName: "P" or "DIV" or "SECTION" or "H2" or "H3" or "H4" or "H5" } first)
        {
            head = first;
        }

        return head;
    }

    private static char StyleOf(IElement list) => list.GetAttribute("type")?.Trim() switch
    {
        ['a' or 'A' or 'i' or 'I'] type => type[0],
        _ => Style().Match(list.GetAttribute("style") ?? "").Groups["name"].Value.ToLowerInvariant() switch
        {
            "lower-alpha" or "lower-latin" => 'a',
            "upper-alpha" or "upper-latin" => 'A',
            "lower-roman" => 'i',
            "upper-roman" => 'I',
            _ => '1',
        },
    };

    private static string MarkOf(int number, char style) => (style, number) switch
    {
        ('a' or 'A', > 0 and <= 702) => (number > 26 ? $"{(char)(style + ((number - 1) / 26) - 1)}" : "") + (char)(style + ((number - 1) % 26)),
        ('I', > 0 and < 4000) => Roman(number),
        ('i', > 0 and < 4000) => Roman(number).ToLowerInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int number)
    {
        (int Worth, string Letters)[] parts =
            [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = "";
        foreach (var (worth, letters) in parts)
        {
            for (; number >= worth; number -= worth)
            {
                roman += letters;
            }
        }

        return roman;
    }

    private static int? NumberOf(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1_000_000 ? number : null;

    [GeneratedRegex(@"list-style(?:-type)?:\s*none|(?:^|[\s_-])(?:unstyled|list-none|breadcrumbs?|commentlist|comments?|pagination)(?:$|[\s_-])", RegexOptions.IgnoreCase)]
    private static partial Regex Unmarked();

    [GeneratedRegex(@"list-style(?:-type)?:\s*(?<name>(?:lower|upper)-(?:alpha|latin|roman))", RegexOptions.IgnoreCase)]
    private static partial Regex Style();

    [GeneratedRegex(@"(?<!\p{L})(?:points?|items?|steps?|rules?|questions?|demands?|reasons?|myths?|claims?|Punkte?s?|Schritte?s?|Frage|Forderung|étape|question|puntos?|pasos?|preguntas?|pontos?|passos?|perguntas?|пункт\p{L}{0,3}|кро[кц]\p{L}{0,3}|шаг\p{L}{0,3}|питання|вопрос\p{L}{0,2}|punk(?:t|cie|cie|tu)|krok\p{L}{0,3}|النقطة|बिंदु)\s(?:no\.\s?|nr\.\s?|n[º°]\s?|№\s?|#)?(?<number>\d{1,2})(?![\d.,]*\d|\p{L}|\s?%)", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
