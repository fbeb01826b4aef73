using System.Text;
using FactBot.Text.Characters;
using UglyToad.PdfPig.Content;

namespace FactBot.Text.Pdf;

/// <summary>Puts the lines of a PDF page in reading order: column by column, with lines across them in between.</summary>
internal static class PdfLayout
{
    /// <summary>Pages with more pieces than this are drawings and are read line by line.</summary>
    private const int MaxPieces = 2_000;

    private const int MaxDepth = 4;

    /// <summary>A column has at least this many lines, and on average at least this many words per line.</summary>
    private const int FewestLines = 3;
    private const double FewestWords = 2.5;

    /// <summary>A line, or a separate part of one, in points from the lower left of the page.</summary>
    /// <param name="Column">The column of the page, numbered in reading order.</param>
    internal sealed record Line(string Text, double Left, double Right, double Y, double Size, int Column);

    public static List<Line> LinesOf(Page page)
    {
        var lines = new List<Line>();
        var column = 0;
        foreach (var pieces in PdfPieces.Of(page))
        {
            Order(InReadingDirection(pieces), lines, ref column, pieces.Count > MaxPieces ? MaxDepth : 0);
        }

        return lines;
    }

    /// <summary>Mirrors a page that runs from right to left, so that its columns, cells and indents are in order.</summary>
    private static List<PdfPieces.Piece> InReadingDirection(List<PdfPieces.Piece> pieces) => RightToLeft.IsFromRight(string.Concat(pieces.Select(p => p.Text)))
        ? pieces.ConvertAll(p => p with { Left = -p.Right, Right = -p.Left })
        : pieces;

    private static void Order(List<PdfPieces.Piece> pieces, List<Line> lines, ref int column, int depth)
    {
        if (depth >= MaxDepth || FindGutter(pieces) is not { } gutter)
        {
            column++;
            Write(pieces, lines, column);
            return;
        }

        // A piece that spans the gutter separates the columns above it from those below.
        var zone = new List<PdfPieces.Piece>();
        var across = new List<PdfPieces.Piece>();
        foreach (var piece in pieces.OrderByDescending(p => p.Y))
        {
            var isAcross = piece.Left < gutter && piece.Right > gutter;
            if (isAcross && zone.Count > 0)
            {
                Part(zone, gutter, lines, ref column, depth);
                zone.Clear();
            }
            else if (!isAcross && across.Count > 0)
            {
                Write(across, lines, ++column);
                across.Clear();
            }

            (isAcross ? across : zone).Add(piece);
        }

        Part(zone, gutter, lines, ref column, depth);
        Write(across, lines, ++column);
    }

    private static void Part(List<PdfPieces.Piece> zone, double gutter, List<Line> lines, ref int column, int depth)
    {
        foreach (var side in new[] { zone.Where(p => p.Right <= gutter).ToList(), zone.Where(p => p.Right > gutter).ToList() })
        {
            if (side.Count > 0)
            {
                Order(side, lines, ref column, depth + 1);
            }
        }
    }

    /// <summary>Finds the gutter between two columns of running text; null if there is none.</summary>
    private static double? FindGutter(List<PdfPieces.Piece> pieces)
    {
        if (pieces.Count < 2 * FewestLines)
        {
            return null;
        }

        var (best, worth) = ((double?)null, 0.0);
        var byLeft = pieces.Select(p => p.Left).Order().ToArray();
        var byRight = pieces.Select(p => p.Right).Order().ToArray();
        foreach (var right in byRight.Select(r => Math.Round(r)).Distinct())
        {
            var at = right + 1;
            var (before, after) = (CountUpTo(byRight, at), pieces.Count - CountUpTo(byLeft, at));
            var across = pieces.Count - before - after;
            var value = Math.Min(before, after) - (1.5 * across);
            if (value > worth && Math.Min(before, after) >= FewestLines && AreColumns(pieces, at))
            {
                (best, worth) = (at, value);
            }
        }

        return best;
    }

    private static int CountUpTo(double[] sorted, double value)
    {
        var place = Array.BinarySearch(sorted, value);
        return place >= 0 ? place + 1 : ~place;
    }

    /// <summary>Whether both sides hold running text, next to each other, with a gap between them.</summary>
    private static bool AreColumns(List<PdfPieces.Piece> pieces, double at)
    {
        var (one, other) = (pieces.Where(p => p.Right <= at).ToList(), pieces.Where(p => p.Left >= at).ToList());
        var gap = other.Min(p => p.Left) - one.Max(p => p.Right);
        var size = one[0].Size;
        var (top, bottom) = (Math.Min(one.Max(p => p.Y), other.Max(p => p.Y)), Math.Max(one.Min(p => p.Y), other.Min(p => p.Y)));
        var shorter = Math.Min(one.Max(p => p.Y) - one.Min(p => p.Y), other.Max(p => p.Y) - other.Min(p => p.Y));
        return gap >= 0.7 * size && top - bottom >= 0.4 * shorter && IsProse(one) && IsProse(other);
    }

    private static bool IsProse(List<PdfPieces.Piece> side) =>
        side.Average(p => p.Text.Count(char.IsWhiteSpace) + 1 + p.Text.Count(c => c >= '\u3000') / 2.0) >= FewestWords
        && side.Count(p => p.Text.Count(char.IsDigit) * 2 > p.Text.Length) * 3 < side.Count;

    /// <summary>Writes lines from top to bottom. The pieces of a line are words set wide apart, or a table row's cells.</summary>
    private static void Write(List<PdfPieces.Piece> pieces, List<Line> lines, int column)
    {
        foreach (var row in pieces.GroupBy(p => p.Row).OrderByDescending(g => g.Max(p => p.Y)))
        {
            var text = new StringBuilder();
            PdfPieces.Piece? last = null;
            foreach (var piece in row.OrderBy(p => p.Left))
            {
                text.Append(last is null ? "" : piece.Left - last.Right > 2.2 * piece.Size ? " | " : " ").Append(piece.Text);
                last = piece;
            }

            lines.Add(new(text.ToString(), row.Min(p => p.Left), row.Max(p => p.Right), row.Max(p => p.Y), row.Max(p => p.Size), column));
        }
    }
}
