using AngleSharp.Dom;

namespace FactBot.Text.Html;

/// <summary>Rewrites tables and description lists so that each row or entry makes sense by itself.</summary>
internal static class Tables
{
    private const int MaxRows = 500;
    private const int MaxColumns = 30;

    /// <summary>In characters. A cell with more text is part of a page layout.</summary>
    private const int MaxCell = 300;

    public static void Write(IElement root)
    {
        foreach (var table in root.QuerySelectorAll("table").ToList())
        {
            if (table.QuerySelector("table") is null && Grid.Find(table) is { } grid)
            {
                grid.Write();
            }
        }

        foreach (var first in root.QuerySelectorAll("dl dt").Where(t => t.PreviousElementSibling?.NodeName != "DT").ToList())
        {
            WriteTerms(first);
        }
    }

    /// <summary>Puts a group's terms before each of its descriptions.</summary>
    private static void WriteTerms(IElement first)
    {
        var group = Following(first, "DT");
        var meanings = Following(group[^1].NextElementSibling, "DD");
        var words = string.Join(", ", group.Select(t => t.TextContent.Trim()).Where(t => t.Length > 0));
        if (meanings.Count == 0 || words.Length is 0 or > 80)
        {
            return;
        }

        group.ForEach(t => t.Remove());
        foreach (var meaning in meanings)
        {
            meaning.Prepend(meaning.Owner!.CreateTextNode(".:?!：？".Contains(words[^1], StringComparison.Ordinal) ? $"{words} " : $"{words}: "));
        }
    }

    private static List<IElement> Following(IElement? first, string name)
    {
        var found = new List<IElement>();
        for (var at = first; at?.NodeName == name; at = at.NextElementSibling)
        {
            found.Add(at);
        }

        return found;
    }

    /// <summary>The cells by position. A cell that spans several rows or columns occurs in each of them.</summary>
    private sealed record Grid(List<IElement> Rows, IElement?[,] Cells, int Columns)
    {
        public static Grid? Find(IElement table)
        {
            var rows = table.QuerySelectorAll("tr").ToList();
            if (rows.Count is < 2 or > MaxRows)
            {
                return null;
            }

            var (cells, columns) = (new IElement?[rows.Count, MaxColumns], 0);
            for (var row = 0; row < rows.Count; row++)
            {
                var column = 0;
                foreach (var cell in rows[row].Children.Where(c => c.NodeName is "TD" or "TH"))
                {
                    while (column < MaxColumns && cells[row, column] is not null)
                    {
                        column++;
                    }

                    var (wide, high) = (SpanOf(cell, "colspan"), SpanOf(cell, "rowspan"));
                    if (column + wide > MaxColumns || cell.TextContent.Length > MaxCell)
                    {
                        return null;
                    }

                    for (var r = row; r < Math.Min(row + high, rows.Count); r++)
                    {
                        for (var c = column; c < column + wide; c++)
                        {
                            cells[r, c] = cell;
                        }
                    }

                    column += wide;
                    columns = Math.Max(columns, column);
                }
            }

            return new(rows, cells, columns);
        }

        /// <summary>Repeats cells in each row they span; from three columns on, puts column names before values.</summary>
        public void Write()
        {
            var heads = Enumerable.Range(0, Rows.Count).TakeWhile(IsHead).Count();
            var written = new Dictionary<(int Row, int Column), string>();
            for (var row = heads; row < Rows.Count; row++)
            {
                for (var column = 0; column < Columns; column++)
                {
                    if (Cells[row, column] is not { } cell || (column > 0 && Cells[row, column - 1] == cell))
                    {
                        continue;
                    }

                    var text = cell.TextContent.Trim();
                    var isName = column == 0 || heads == 0 || Columns < 3 || text.Length == 0 || cell == Cells[row, Columns - 1] && cell == Cells[row, 0];
                    var name = isName ? "" : HeadOf(column, heads);
                    written[(row, column)] = name.Length == 0 || text.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? "" : $"{name}: ";
                }
            }

            foreach (var cell in Columns < 2 ? [] : Cells.Cast<IElement?>().OfType<IElement>().Distinct().ToList())
            {
                WriteInOneLine(cell);
            }

            for (var row = heads; row < Rows.Count; row++)
            {
                var place = 0;
                for (var column = 0; column < Columns; column++)
                {
                    if (!written.TryGetValue((row, column), out var name))
                    {
                        continue;
                    }

                    var cell = Cells[row, column]!;
                    if (cell.ParentElement != Rows[row])
                    {
                        // The cell spans down from a row above.
                        cell = (IElement)cell.Clone();
                        cell.RemoveAttribute("rowspan");
                        Rows[row].InsertBefore(cell, Rows[row].Children.ElementAtOrDefault(place));
                    }
                    else if (name.Length > 0)
                    {
                        cell.Prepend(cell.Owner!.CreateTextNode(name));
                    }

                    place++;
                }
            }
        }

        /// <summary>Joins the lines of a cell, so that its row is on one line.</summary>
        private static void WriteInOneLine(IElement cell)
        {
            var blocks = cell.QuerySelectorAll("br, p, div, li, ul, ol, section, h2, h3, h4, h5, h6").Select(b => (Element: b, IsNext: b.NodeName == "LI" && b.PreviousElementSibling is not null)).ToList();
            if (blocks.Count == 0 || cell.QuerySelector("pre, img, table") is not null)
            {
                return;
            }

            foreach (var (block, isNext) in blocks)
            {
                block.Before(cell.Owner!.CreateTextNode(isNext ? "; " : " "));
                block.After(cell.Owner!.CreateTextNode(" "));
                block.Replace([.. block.ChildNodes]);
            }

            foreach (var text in cell.Descendants<IText>().Where(t => t.Data.StartsWith("; ", StringComparison.Ordinal)).ToList())
            {
                if (text.PreviousSibling is IText before)
                {
                    before.Data = before.Data.TrimEnd();
                }
            }
        }

        private static int SpanOf(IElement cell, string name) => int.TryParse(cell.GetAttribute(name), out var span) && span is > 0 and <= MaxRows ? span : 1;

        private bool IsHead(int row) => Rows[row].ParentElement?.NodeName == "THEAD"
            || (Rows[row].Children.Length > 0 && Rows[row].Children.All(c => c.NodeName == "TH") && Rows[row].Children.Length > 1);

        private string HeadOf(int column, int heads) => string.Join(' ', Enumerable.Range(0, heads)
            .Select(row => Cells[row, column]?.TextContent.Trim() ?? "").Where(t => t.Length > 0).Distinct());
    }
}
