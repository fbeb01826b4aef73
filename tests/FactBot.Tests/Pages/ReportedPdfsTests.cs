using FactBot.Pages;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace FactBot.Tests.Pages;

/// <summary>Pieces of PDFs that other readers were reported to part or to lose; each line is drawn piece by piece.</summary>
public class ReportedPdfsTests
{
    [Theory]
    // https://github.com/py-pdf/pypdf/issues/544
    [InlineData("The power|-|saving mill of the town ran for nine years in all.", "The power-saving mill of the town")]
    // https://github.com/UglyToad/PdfPig/issues/1309
    [InlineData("In all the town paid |-|6.39 crowns for the mill in May.", "the town paid -6.39 crowns")]
    // https://github.com/tabulapdf/tabula/issues/1011
    [InlineData("The rate of the bank rose to 9|.|53 percent in the year.", "rose to 9.53 percent")]
    // https://github.com/xberg-io/xberg/issues/1222
    [InlineData("The m|od|u|le of the mill had nine sig|na|ls on its doors.", "The module of the mill had nine signals")]
    // https://github.com/docling-project/docling/issues/1891
    [InlineData("The firm sold 16|.000| carts and |1|,|250|,|000 wheels then.", "sold 16.000 carts and 1,250,000 wheels")]
    // https://github.com/nisaacson/pdf-text-extract/issues/16
    [InlineData("The part 1A113|-|0012|-|31 was lost by the mill in May.", "part 1A113-0012-31 was lost")]
    public async Task Pieces_of_a_word_or_a_number_are_put_together(string pieces, string expected)
    {
        var text = await ReadAsync((page, font) =>
        {
            var x = 60.0;
            foreach (var piece in pieces.Split('|'))
            {
                x = page.AddText(piece, 11, new PdfPoint(x, 700), font)[^1].EndBaseLine.X;
            }

            page.AddText("Nobody in the town had seen the like of it before that year.", 11, new PdfPoint(60, 684), font);
        });
        Assert.Contains(expected, text);
    }

    [Fact]
    // https://github.com/Unstructured-IO/unstructured/issues/3325
    public async Task Words_that_are_drawn_out_of_their_order_stand_where_they_are_seen()
    {
        var text = await ReadAsync((page, font) =>
        {
            var left = page.AddText("for the purpose of ", 11, new PdfPoint(60, 700), font)[^1].EndBaseLine.X;
            var middle = page.MeasureText("weighing a future bond ", 11, new PdfPoint(left, 700), font)[^1].EndBaseLine.X;
            page.AddText("(the “Purpose”) in this deed.".Replace('“', '"').Replace('”', '"'), 11, new PdfPoint(middle, 700), font);
            page.AddText("weighing a future bond", 11, new PdfPoint(left, 700), font);
            page.AddText("Nobody in the town had signed the like of it before that year.", 11, new PdfPoint(60, 684), font);
        });
        Assert.Contains("for the purpose of weighing a future bond (the \"Purpose\") in this deed.", text);
    }

    [Fact]
    // https://github.com/py-pdf/pypdf/issues/2045
    public async Task A_raised_number_in_a_smaller_size_is_a_power()
    {
        var text = await ReadAsync((page, font) =>
        {
            var x = page.AddText("The board said that the lake holds 10", 11, new PdfPoint(60, 700), font)[^1].EndBaseLine.X;
            x = page.AddText("9", 6, new PdfPoint(x, 705), font)[^1].EndBaseLine.X;
            page.AddText(" litres of water.", 11, new PdfPoint(x, 700), font);
            page.AddText("Nobody in the town had seen the like of it before that year.", 11, new PdfPoint(60, 684), font);
        });
        Assert.Contains("holds 10⁹ litres", text);
    }

    private static async Task<string> ReadAsync(Action<PdfPageBuilder, PdfDocumentBuilder.AddedFont> draw)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        draw(builder.AddPage(PageSize.A4), font);
        return (await new PageReader(PageLimits.None).ReadAsync("a.pdf", builder.Build(), CancellationToken.None)).Text;
    }
}
