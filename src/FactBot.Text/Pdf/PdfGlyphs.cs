using FactBot.Text.Characters;
using UglyToad.PdfPig.Content;

namespace FactBot.Text.Pdf;

/// <summary>A letter of a PDF page, or several drawn as one, with its position after its line is leveled.</summary>
internal sealed record PdfGlyph(string Text, double Left, double Right, double Y, double Size)
{
    public bool IsSpace => string.IsNullOrWhiteSpace(Text);

    /// <summary>
    /// Returns the letters from left to right, like those beside it. A soft hyphen drawn within a line is a hyphen; at the end of
    /// a line, it marks a split word.
    /// </summary>
    public string TextAsDrawn(bool isLast) =>
        Text == "\u00AD" ? isLast ? Text : Right - Left > 0.05 * Size ? "-" : ""
        : Text.Length > 1 && RightToLeft.IsFromRight(Text) ? new string([.. Text.Reverse()])
        : Text;
}

/// <summary>Levels the letters of a page by their direction, however the page is rotated.</summary>
internal static class PdfGlyphs
{
    /// <summary>In degrees. A page scanned askew is off by a few.</summary>
    private const double Askew = 3;

    /// <summary>From this share of the page's letters on, those in another direction are text, not a stamp or note.</summary>
    private const double Much = 0.2;

    /// <summary>Returns the letters in the main direction, then those in each other direction with many letters.</summary>
    public static IEnumerable<List<PdfGlyph>> Of(Page page)
    {
        var letters = page.Letters.Where(l => !string.IsNullOrEmpty(l.Value)).Select(l => (Letter: l, Turn: TurnOf(l))).ToList();
        var least = Math.Max(1, letters.Count * Much);
        while (letters.Count > 0)
        {
            var most = letters.GroupBy(l => (int)Math.Round(l.Turn)).MaxBy(g => g.Count())!;
            var turn = most.Average(l => l.Turn);
            var alike = letters.Where(l => AreAlike(l.Turn, turn)).ToList();
            if (alike.Count < least)
            {
                yield break;
            }

            letters.RemoveAll(l => AreAlike(l.Turn, turn));
            yield return Distinct([.. alike.Select(l => Level(l.Letter, turn))]);
        }
    }

    private static bool AreAlike(double one, double other) => Math.Abs(one - other) % 360 is var apart && Math.Min(apart, 360 - apart) <= Askew;

    /// <summary>In degrees counterclockwise, from -135 to below 225, so that no usual angle is at the edge.</summary>
    private static double TurnOf(Letter letter)
    {
        var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        var turn = Math.Abs(x) + Math.Abs(y) > 0.01 ? Math.Atan2(y, x) * 180 / Math.PI : letter.TextOrientation switch
        {
            TextOrientation.Rotate90 => -90,
            TextOrientation.Rotate180 => 180,
            TextOrientation.Rotate270 => 90,
            _ => 0,
        };
        return turn < -135 ? turn + 360 : turn;
    }

    private static PdfGlyph Level(Letter letter, double turn)
    {
        var (sin, cos) = Math.Abs(turn) < 0.01 ? (0, 1) : Math.SinCos(turn * Math.PI / 180);
        var (a, b) = (letter.StartBaseLine, letter.EndBaseLine);
        var (from, to, y) = ((a.X * cos) + (a.Y * sin), (b.X * cos) + (b.Y * sin), (a.Y * cos) - (a.X * sin));
        var size = letter.PointSize is > 0.5 and < 500 ? letter.PointSize : Math.Max(1, letter.BoundingBox.Height * 1.3);
        return new(PresentationForms.Resolve(letter.Value), Math.Min(from, to), Math.Max(from, to), y, size);
    }

    /// <summary>Drops duplicates of letters drawn twice to look bold.</summary>
    private static List<PdfGlyph> Distinct(List<PdfGlyph> glyphs)
    {
        var seen = new HashSet<(string, int, int)>();
        return [.. glyphs.Where(g => g.IsSpace || (!Near(g).Any(seen.Contains) && seen.Add(Place(g, 0, 0))))];

        static (string, int, int) Place(PdfGlyph g, int x, int y) => (g.Text, (int)Math.Round(g.Left / (g.Size * 0.06)) + x, (int)Math.Round(g.Y / (g.Size * 0.06)) + y);
        static IEnumerable<(string, int, int)> Near(PdfGlyph g) => from x in new[] { 0, -1, 1 } from y in new[] { 0, -1, 1 } select Place(g, x, y);
    }
}
