using System.Globalization;
using System.IO.Compression;
using System.Text;
using FactBot.Chat;
using FactBot.Pages;
using FactBot.Text.Pages;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace FactBot.Tests.Pages;

public class PdfTests
{
    [Fact]
    public async Task The_words_of_a_pdf_are_read_page_after_page()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var lines in new[] { "The bridge over the harbour cost the city|12 million crowns.", "It was opened in 1931." })
        {
            var page = builder.AddPage(PageSize.A4);
            foreach (var (line, place) in lines.Split('|').Select((l, i) => (l, i)))
            {
                page.AddText(line, 12, new PdfPoint(50, 700 - (14 * place)), font);
            }
        }

        var read = await new PageReader(PageLimits.None).ReadAsync("bridge.txt", builder.Build(), CancellationToken.None);
        Assert.Equal("The bridge over the harbour cost the city 12 million crowns.\n\nIt was opened in 1931.", read.Text);
    }

    [Fact]
    public async Task A_pdf_with_ten_thousand_pages_is_refused() => await RefusedAsync(PdfWith(
        "<< /Type /Catalog /Pages 2 0 R >>",
        $"<< /Type /Pages /Count 10000 /Kids [{string.Concat(Enumerable.Repeat("3 0 R ", 10_000))}] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"));

    [Theory]
    [InlineData("/FlateDecode", 1)]
    [InlineData("[/FlateDecode /FlateDecode]", 2)]
    public async Task A_pdf_that_unfolds_to_half_a_gigabyte_is_refused(string filter, int times)
    {
        var bomb = new byte[1024 * 1024];
        bomb = Packed(Enumerable.Repeat(bomb, 500));
        for (var i = 1; i < times; i++)
        {
            bomb = Packed([bomb]);
        }

        await RefusedAsync(PdfWith(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
            $"<< /Length {bomb.Length} /Filter {filter} >>\nstream\n{Encoding.Latin1.GetString(bomb)}\nendstream"));
    }

    [Fact]
    public async Task A_pdf_that_leads_in_a_circle_is_refused() => await RefusedAsync(PdfWith(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"), "holds no text; add the article’s words as a file instead.");

    [Fact]
    public async Task A_pdf_that_nests_without_end_is_refused() =>
        await RefusedAsync(PdfWith($"<< /Type /Catalog /Pages {new string('[', 1_000_000)} >>"));

    [Fact]
    public async Task A_pdf_with_a_password_is_told_as_such()
    {
        var plain = Encoding.Latin1.GetString(PdfWith("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>", $"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >>"));
        var locked = plain.Replace("/Root 1 0 R", $"/Root 1 0 R /Encrypt 3 0 R /ID [<{new string('3', 32)}> <{new string('3', 32)}>]", StringComparison.Ordinal);
        await RefusedAsync(Encoding.Latin1.GetBytes(locked), "is locked with a password. Save it without one, or add the article’s words as a file instead.");
    }

    [Fact]
    public async Task A_pdf_that_is_damaged_is_refused() => await RefusedAsync(Encoding.ASCII.GetBytes("%PDF-1.7\n" + new string('x', 100_000)));

    private static async Task RefusedAsync(
        byte[] pdf, string why = "cannot be read: it is damaged, locked or far larger than an article; add the article’s text as a file instead.") =>
        Assert.Equal($"a.pdf {why}", (await Assert.ThrowsAsync<DeskRuleException>(() => new PageReader(PageLimits.None).ReadAsync("a.pdf", pdf, CancellationToken.None))).Message);

    private static byte[] Packed(IEnumerable<byte[]> parts)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            foreach (var part in parts)
            {
                zlib.Write(part);
            }
        }

        return packed.ToArray();
    }

    private static byte[] PdfWith(params string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (content, number) in objects.Select((o, i) => (o, i + 1)))
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(p => pdf.Append(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n"));
        return Encoding.Latin1.GetBytes(pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").ToString());
    }
}
