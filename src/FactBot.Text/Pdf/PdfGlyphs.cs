using FactBot.Text.Characters;
using UglyToad.PdfPig.Content;

namespace FactBot.Text.Pdf;

/// <summary>A letter of a PDF's page, or several that are drawn as one, where it stands once its line is level.</summary>
internal sealed record PdfGlyph(string Text, double Left, double Right, double Y, double Size)
{
    public bool IsSpace => string.IsNullOrWhiteSpace(Text);

    /// <summary>
    /// Its letters from left to right, as those beside it are. A soft hyphen that is drawn within a line is a hyphen; at its end
    /// it parts a word.
    /// </summary>
    public string TextAsDrawn(bool isLast) =>
        Text == "\u00AD" ? isLast ? Text : Right - Left > 0.05 * Size ? "-" : ""
        : Text.Length > 1 && RightToLeft.IsFromRight(Text) ? new string([.. Text.Reverse()])
        : Text;
}

/// <summary>Levels the letters of a page by the way in which they run, whichever way the page is turned.</summary>
internal static class PdfGlyphs
{
    /// <summary>In degrees; a page that was scanned askew is off by a few.</summary>
    private const double Askew = 3;

    /// <summary>What runs another way than most is text, and no stamp or note on the margin, from this part of the page's letters on.</summary>
    private const double Much = 0.2;

    /// <summary>The letters that run one way, and those that run another where they are many.</summary>
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

    /// <summary>In degrees against the clock, from -90 to below 270 so that none of the usual ones is at the edge.</summary>
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

    /// <summary>Without letters that are drawn twice to look bold.</summary>
    private static List<PdfGlyph> Distinct(List<PdfGlyph> glyphs)
    {
        var seen = new HashSet<(string, int, int)>();
        return [.. glyphs.Where(g => g.IsSpace || (!Near(g).Any(seen.Contains) && seen.Add(Place(g, 0, 0))))];

        static (string, int, int) Place(PdfGlyph g, int x, int y) => (g.Text, (int)Math.Round(g.Left / (g.Size * 0.06)) + x, (int)Math.Round(g.Y / (g.Size * 0.06)) + y);
        static IEnumerable<(string, int, int)> Near(PdfGlyph g) => from x in new[] { 0, -1, 1 } from y in new[] { 0, -1, 1 } select Place(g, x, y);
    }
}
