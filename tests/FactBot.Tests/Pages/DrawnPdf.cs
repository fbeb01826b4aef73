using System.Globalization;
using System.Text;

namespace FactBot.Tests.Pages;

/// <summary>Makes PDFs whose letters stand for any of Unicode's, at any place and turn, on pages that are turned too.</summary>
internal static class DrawnPdf
{
    /// <param name="Text">As it is drawn from left to right; letters between braces are one glyph.</param>
    /// <param name="Turn">In degrees, against the clock.</param>
    public sealed record Line(double X, double Y, string Text, double Size = 11, double Turn = 0);

    public sealed record Page(IReadOnlyList<Line> Lines, int Rotate = 0);

    public static byte[] Of(params Page[] pages)
    {
        var codes = new Dictionary<string, int>();
        var contents = pages.Select(p => string.Concat(p.Lines.Select(l => Drawn(l, codes)))).ToList();
        codes[" "] = 32;
        var map = string.Concat(codes.Select(c => $"<{c.Value:X2}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(c.Key))}>\n"));
        var cmap = $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n{codes.Count} beginbfchar\n{map}endbfchar endcmap end end";
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{5 + (2 * i)} 0 R"))}] >>",
            $"<< /Type /Font /Subtype /TrueType /BaseFont /Drawn /FirstChar 0 /LastChar 255 /Widths [{string.Join(' ', Enumerable.Repeat(550, 256))}] /FontDescriptor << /Type /FontDescriptor /FontName /Drawn /Flags 4 /FontBBox [0 -200 600 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /MissingWidth 550 >> /ToUnicode 4 0 R >>",
            Stream(cmap),
        };
        foreach (var (page, content) in pages.Zip(contents))
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {page.Rotate} /Resources << /Font << /F 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add(Stream(content));
        }

        return Write(objects);
    }

    private static string Drawn(Line line, Dictionary<string, int> codes)
    {
        var (sin, cos) = Math.SinCos(line.Turn * Math.PI / 180);
        var shown = string.Concat(Glyphs(line.Text).Select(g => $"{(g == " " ? 32 : codes.TryGetValue(g, out var code) ? code : codes[g] = 33 + codes.Count + (codes.Count >= 90 ? 40 : 0)):X2}"));
        return string.Create(CultureInfo.InvariantCulture, $"BT /F {line.Size} Tf {cos:F5} {sin:F5} {-sin:F5} {cos:F5} {line.X} {line.Y} Tm <{shown}> Tj ET\n");
    }

    private static IEnumerable<string> Glyphs(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '{' ? text.IndexOf('}', i) : i;
            yield return text[i] == '{' ? text[(i + 1)..end] : text[i].ToString();
            i = end;
        }
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Write(List<string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(p => pdf.Append(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n"));
        return Encoding.Latin1.GetBytes(pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").ToString());
    }
}
