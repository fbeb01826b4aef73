using System.Text;
using System.Text.RegularExpressions;

namespace FactBot.Text.Pdf;

/// <summary>Turns a PDF's lines into text: joins words split at line ends, and sentences split by columns or pages.</summary>
internal static partial class PdfProse
{
    /// <summary>In points: how far up or down the same line may be on another page.</summary>
    private const double SameHeight = 12;

    /// <summary>In characters.</summary>
    private const int LongestHead = 90;

    public static string Of(List<List<PdfLayout.Line>> pages)
    {
        RemoveRunningHeads(pages);
        var words = WordsIn(pages);
        var text = new StringBuilder();
        PdfLayout.Line? last = null;
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var column in pages[page].GroupBy(l => l.Column))
            {
                var lines = column.ToList();
                var (left, right) = (lines.Min(l => l.Left), lines.Max(l => l.Right));
                var leading = Leading(lines);
                for (var i = 0; i < lines.Count; i++)
                {
                    var line = lines[i];
                    if (last is not null)
                    {
                        var isNewColumn = i == 0;
                        Join(text, last, line, isNewColumn ? GoesOn(last, line) : IsOneParagraph(last, line, leading, left, right), isNewColumn, words);
                    }

                    text.Append(line.Text);
                    last = line with { Right = line.Right >= right - (0.12 * (right - left)) || lines.Count == 1 ? double.MaxValue : line.Right };
                }
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>Removes page numbers, and headers and footers that repeat on several pages except for a number.</summary>
    private static void RemoveRunningHeads(List<List<PdfLayout.Line>> pages)
    {
        const int deep = 3;
        var marks = pages.SelectMany((page, number) => Edges(page, deep).Select(l => (Key: KeyOf(l), Page: number, l.Y))).ToLookup(m => m.Key);
        var offsets = new List<int>();
        for (var number = 0; number < pages.Count; number++)
        {
            var page = pages[number];
            var gone = Edges(page, deep).Where(l => PageNumber().IsMatch(l.Text.Trim()) && IsAtEdge(page, l)
                || (pages.Count > 1 && marks[KeyOf(l)].Where(m => Math.Abs(m.Y - l.Y) <= SameHeight).Select(m => m.Page).Distinct().Count() is var count && count > 1 && count * 3 >= pages.Count)).ToHashSet();
            offsets.AddRange(gone.SelectMany(l => EndNumbers(l)).Select(n => n - number).Distinct());
            page.RemoveAll(gone.Contains);
        }

        // Left and right pages may have different words beside the number, which is the page number all the same.
        if (offsets.GroupBy(o => o).OrderByDescending(g => g.Count()).FirstOrDefault() is { } most && most.Count() > 1)
        {
            for (var number = 0; number < pages.Count; number++)
            {
                pages[number].RemoveAll(Edges(pages[number], 1)
                    .Where(l => l.Text.Length <= LongestHead && !EndsSentence(l.Text) && EndNumbers(l).Contains(number + most.Key) && IsApart(pages[number], l)).ToHashSet().Contains);
            }
        }
    }

    private static string KeyOf(PdfLayout.Line line) => Digits().Replace(Roman().Replace(line.Text, "#"), "#");

    /// <summary>Returns the numbers at the beginning and end of a line.</summary>
    private static IEnumerable<int> EndNumbers(PdfLayout.Line line) =>
        EdgeNumber().Matches(line.Text).Select(m => int.TryParse(m.Value, out var number) ? number : -1).Where(n => n >= 0);

    /// <summary>Whether the gap between a line and the text is larger than between lines.</summary>
    private static bool IsApart(List<PdfLayout.Line> page, PdfLayout.Line line) =>
        page.Where(l => l != line).Select(l => Math.Abs(l.Y - line.Y)).DefaultIfEmpty(double.MaxValue).Min() > 1.8 * line.Size;

    private static IEnumerable<PdfLayout.Line> Edges(List<PdfLayout.Line> page, int deep)
    {
        var byHeight = page.OrderByDescending(l => l.Y).ToList();
        return byHeight.Take(deep).Concat(byHeight.TakeLast(deep)).Distinct();
    }

    private static bool IsAtEdge(List<PdfLayout.Line> page, PdfLayout.Line line) => line.Y >= page.Max(l => l.Y) - 1 || line.Y <= page.Min(l => l.Y) + 1;

    private static double Leading(List<PdfLayout.Line> lines)
    {
        var gaps = lines.Zip(lines.Skip(1)).Select(p => p.First.Y - p.Second.Y).Where(g => g > 1).Order().ToList();
        return gaps.Count == 0 ? 0 : gaps[gaps.Count / 4];
    }

    private static bool IsOneParagraph(PdfLayout.Line last, PdfLayout.Line line, double leading, double left, double right)
    {
        var gap = last.Y - line.Y;
        return IsSameSize(last, line) && gap <= Math.Max(leading * 1.35, leading + 2) && gap <= line.Size * 2.6
            && !(line.Left > left + (0.9 * line.Size) && last.Left <= left + 1 && EndsSentence(last.Text) && !IsListed(last.Text))
            && !IsListed(line.Text) && !line.Text.Contains(" | ", StringComparison.Ordinal)
            && (last.Right > right - (0.25 * (right - left)) || !EndsSentence(last.Text));
    }

    /// <summary>Whether a sentence continues in the next column or on the next page.</summary>
    private static bool GoesOn(PdfLayout.Line last, PdfLayout.Line line) =>
        IsSameSize(last, line) && !EndsSentence(last.Text) && !IsListed(line.Text) && !line.Text.Contains(" | ", StringComparison.Ordinal)
        && (Parted().IsMatch(last.Text) || char.IsLower(line.Text.FirstOrDefault()) || (last.Right == double.MaxValue && last.Text.Length >= 15));

    private static bool IsSameSize(PdfLayout.Line last, PdfLayout.Line line) => Math.Abs(last.Size - line.Size) <= 0.12 * Math.Max(last.Size, line.Size);

    private static bool EndsSentence(string text) => SentenceEnd().IsMatch(text);

    private static bool IsListed(string text) => Listed().IsMatch(text);

    private static void Join(StringBuilder text, PdfLayout.Line last, PdfLayout.Line line, bool isOne, bool isNewColumn, Dictionary<string, int> words)
    {
        if (!isOne)
        {
            text.Append(!isNewColumn && (line.Text.Contains(" | ", StringComparison.Ordinal) || IsListed(line.Text)) && IsSameSize(last, line) ? "\n" : "\n\n");
            return;
        }

        var (front, back) = (Parted().Match(last.Text), FirstWord().Match(line.Text));
        if (!front.Success || !back.Success)
        {
            text.Append(IsUnspaced(last.Text, line.Text) ? "" : " ");
        }
        else if (Suspended().IsMatch(line.Text))
        {
            text.Append(' ');
        }
        else if (char.IsLower(back.Value[0]) && !IsCompound(front.Groups["word"].Value, back.Value, words))
        {
            text.Length -= front.Groups["mark"].Length;
        }
    }

    /// <summary>Whether the hyphen belongs to the word: the form with it is the more common one, or likelier on a tie.</summary>
    private static bool IsCompound(string front, string back, Dictionary<string, int> words)
    {
        var (with, without) = (words.GetValueOrDefault($"{front}-{back}".ToLowerInvariant()), words.GetValueOrDefault((front + back).ToLowerInvariant()));
        return with != without ? with > without : Prefix().IsMatch(front) || front.Any(char.IsDigit) || (front.Contains('-', StringComparison.Ordinal) && back.Length > 3 && front.Split('-')[^1].Length > 3);
    }

    private static bool IsUnspaced(string last, string next) => last.Length > 0 && next.Length > 0 && last[^1] >= '\u3000' && next[0] >= '\u3000' && last[^1] is < '\uAC00' or > '\uD7A3';

    /// <summary>Counts the words within lines, in lower case.</summary>
    private static Dictionary<string, int> WordsIn(List<List<PdfLayout.Line>> pages)
    {
        var words = new Dictionary<string, int>();
        foreach (var match in pages.SelectMany(p => p).SelectMany(l => Word().Matches(l.Text)))
        {
            var word = match.Value.ToLowerInvariant();
            words[word] = words.GetValueOrDefault(word) + 1;
        }

        return words;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[ivxl]{1,7}(?=\s)|(?<=\s)[ivxl]{1,7}$")]
    private static partial Regex Roman();

    [GeneratedRegex(@"^\d{1,4}(?=\P{L}*\s)|(?<=\s)\d{1,4}$")]
    private static partial Regex EdgeNumber();

    [GeneratedRegex(@"^[\W_]*(?:(?:page|seite|p\.|pág(?:ina)?\.?|página|стор(?:інка|\.)?|стр(?:аница|\.)?|strona|str\.|pagina|sivu|第|صفحة|पृष्ठ)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von|de|sur|из|з|z|di|van|\|)\s*\d{1,4})?\s*[页頁]?[\W_]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"(?<word>[\p{L}\d][\p{L}\d’'-]*)(?<mark>[-\u2010\u00AD])$")]
    private static partial Regex Parted();

    [GeneratedRegex(@"^[\p{L}\d][\p{L}\d’']*")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^(?:und|oder|bzw\.|and|or|et|ou|y|e|o|i|oraz|lub|та|або|и|или|en|of|och|og)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Suspended();

    [GeneratedRegex("^(?:self|non|ex|co|half|well|all|cross|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|vice|anglo|franco|e|x|t|mid|так|по|будь|хто|що|dix|vingt|trente|quarante|cinquante|soixante|quatre|peut|vice|grand|demi|contre|arc)$", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"[.!?…:;。！？।؟]['""”’»)\]\d⁰¹²³⁴-⁹]*$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(?:[•◦▪‣*–—·●○■-]\s|\(?\d{1,2}[.)]\s+\p{Lu}|\(?[a-z]\)\s)")]
    private static partial Regex Listed();

    [GeneratedRegex(@"\p{L}[\p{L}’'-]*\p{L}")]
    private static partial Regex Word();
}
