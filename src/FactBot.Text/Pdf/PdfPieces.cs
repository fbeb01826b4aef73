using System.Text;
using FactBot.Text.Characters;
using UglyToad.PdfPig.Content;

namespace FactBot.Text.Pdf;

/// <summary>Joins the letters of a PDF page into pieces of lines: runs without a gap as wide as between columns.</summary>
internal static class PdfPieces
{
    /// <summary>As a share of a letter's size.</summary>
    private const double Space = 0.17;
    private const double Apart = 1.0;

    /// <summary>Letters below this share of the page's usual size are superscripts, subscripts or text of notes.</summary>
    private const double Small = 0.8;

    /// <summary>Letters above this multiple of the usual size belong to a heading or are a paragraph's initial.</summary>
    private const double Large = 1.6;

    /// <summary>A page with more letters isn't one of an article; its superscripts and subscripts aren't looked for.</summary>
    private const int MaxLetters = 30_000;

    /// <param name="Row">The number of the line, shared by all its pieces.</param>
    internal sealed record Piece(string Text, double Left, double Right, double Y, double Size, int Row);

    /// <summary>Returns the pieces in the main direction, then those in others, such as a table set sideways.</summary>
    public static IEnumerable<List<Piece>> Of(Page page) => PdfGlyphs.Of(page).Select(Of);

    private static List<Piece> Of(List<PdfGlyph> glyphs)
    {
        var usual = glyphs.Where(g => !g.IsSpace).Select(g => g.Size).Order().ElementAtOrDefault(glyphs.Count(g => !g.IsSpace) / 2);
        var rows = Rows(glyphs.Where(g => g.Size >= usual * Small && g.Size < usual * Large));
        var initials = Rows(glyphs.Where(g => g.Size >= usual * Large));
        var left = new List<PdfGlyph>();
        foreach (var small in glyphs.Where(g => g.Size < usual * Small))
        {
            if (glyphs.Count <= MaxLetters && FindRow(rows, small) is { } row)
            {
                row.Add(small);
            }
            else
            {
                left.Add(small);
            }
        }

        rows.AddRange(Rows(left));
        var pieces = rows.SelectMany((row, number) => Split(row, usual, number)).ToList();
        foreach (var large in initials.SelectMany((row, number) => Split(row, usual, rows.Count + number)))
        {
            if (!IsInitialOf(large, pieces, usual))
            {
                pieces.Add(large);
            }
        }

        return pieces;
    }

    /// <summary>Puts a drop cap, which spans several lines, before the first of them; false if it isn't one.</summary>
    private static bool IsInitialOf(Piece large, List<Piece> pieces, double usual)
    {
        if (large.Text.Length > 2 || !char.IsLetter(large.Text[^1]))
        {
            return false;
        }

        var first = pieces.FindAll(p => p.Left >= large.Right - (0.3 * usual) && p.Left - large.Right < 1.5 * usual && p.Y >= large.Y - (0.3 * usual) && p.Y < large.Y + large.Size).MaxBy(p => p.Y);
        if (first is null)
        {
            return false;
        }

        var place = pieces.IndexOf(first);
        pieces[place] = first with { Text = large.Text + first.Text, Left = large.Left };
        return true;
    }

    private static List<List<PdfGlyph>> Rows(IEnumerable<PdfGlyph> glyphs)
    {
        var rows = new List<List<PdfGlyph>>();
        foreach (var glyph in glyphs.OrderByDescending(g => g.Y))
        {
            if (rows.Count > 0 && rows[^1][0].Y - glyph.Y <= 0.35 * Math.Max(glyph.Size, rows[^1][0].Size))
            {
                rows[^1].Add(glyph);
            }
            else
            {
                rows.Add([glyph]);
            }
        }

        return rows;
    }

    /// <summary>Finds the line with letters right beside a small one.</summary>
    private static List<PdfGlyph>? FindRow(List<List<PdfGlyph>> rows, PdfGlyph small) => rows.FirstOrDefault(row =>
        small.Y > row[0].Y - (0.4 * row[0].Size) && small.Y < row[0].Y + (0.75 * row[0].Size)
        && row.Any(g => g.Size > small.Size && Math.Min(Math.Abs(g.Right - small.Left), Math.Abs(small.Right - g.Left)) < 0.5 * g.Size));

    private static IEnumerable<Piece> Split(List<PdfGlyph> row, double usual, int number)
    {
        var run = new List<PdfGlyph>();
        foreach (var glyph in row.OrderBy(g => g.Left))
        {
            var last = run.LastOrDefault(g => !g.IsSpace);
            if (last is not null && !glyph.IsSpace && glyph.Left - last.Right > Apart * Math.Max(glyph.Size, last.Size))
            {
                yield return Written(run, usual, number);
                run = [];
            }

            run.Add(glyph);
        }

        if (run.Any(g => !g.IsSpace))
        {
            yield return Written(run, usual, number);
        }
    }

    private static Piece Written(List<PdfGlyph> run, double usual, int number)
    {
        var seen = run.Where(g => !g.IsSpace).ToList();
        var size = seen.Max(g => g.Size);
        var y = seen.Where(g => g.Size >= size * Small).Min(g => g.Y);
        var text = new StringBuilder();
        for (var i = 0; i < run.Count; i++)
        {
            var glyph = run[i];
            if (glyph.IsSpace)
            {
                continue;
            }

            var last = i == 0 ? null : run.Take(i).Skip(Math.Max(0, i - 8)).LastOrDefault(g => !g.IsSpace);
            if (last is not null && (glyph.Left - last.Right > Space * Math.Max(size, 1) || IsSpaced(run, i)))
            {
                text.Append(' ');
            }

            if (glyph.Size < size * Small && Math.Abs(glyph.Y - y) > 0.12 * size)
            {
                var raised = Raised(run, i, size);
                var own = string.Concat(run.Skip(i).Take(raised).Select(g => g.Text));
                var before = text.ToString(Math.Max(0, text.Length - 40), Math.Min(40, text.Length));
                text.Append(glyph.Y > y ? RaisedText.Superscript(before, own, string.Concat(run.Skip(i + raised).Take(3).Select(g => g.Text))) : RaisedText.Subscript(before, own));
                i += raised - 1;
            }
            else
            {
                text.Append(glyph.TextAsDrawn(isLast: glyph == seen[^1]));
            }
        }

        return new(RightToLeft.Ordered(text.ToString().Trim()), seen[0].Left, seen.Max(g => g.Right), y, size, number);
    }

    /// <summary>Whether a drawn space comes before the letter and is wide enough to be one.</summary>
    private static bool IsSpaced(List<PdfGlyph> run, int i) => i > 0 && run[i - 1].IsSpace && run[i].Left - run[i - 1].Left > 0.1 * run[i].Size;

    private static int Raised(List<PdfGlyph> run, int from, double size)
    {
        var count = 1;
        while (from + count < run.Count && !run[from + count].IsSpace && run[from + count].Size < size * Small
            && Math.Abs(run[from + count].Y - run[from].Y) < 0.1 * size && run[from + count].Left - run[from + count - 1].Right < 0.3 * size)
        {
            count++;
        }

        return count;
    }
}
