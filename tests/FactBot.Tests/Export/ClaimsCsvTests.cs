using FactBot.Host.Export;
using FactBot.Teams;
using FactBot.Tests.Claims;

namespace FactBot.Tests.Export;

/// <summary>The table that a spreadsheet opens, in which people outside the newsroom wrote some of the cells.</summary>
public sealed class ClaimsCsvTests
{
    [Fact]
    public async Task A_row_holds_a_claim_with_its_sources_and_its_verdict()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        (await desk.PublishesAsync()).Answer();
        var row = ClaimsCsv.Write([await desk.ClaimAsync(1)], MarkedScales.All).Split("\r\n")[1].Split(',');
        Assert.Equal(["1", "The plan has 28 points.", "Published"], [row[0], row[1], row[5]]);
        Assert.Equal(["1", "https://example.org/report"], row[7..9]);
        Assert.Equal(["True", "1", "It has 28 points.", "We counted them."], row[10..14]);
        Assert.NotEmpty(row[14]);
        Assert.Empty(row[15]);
    }

    [Theory]
    [InlineData("=HYPERLINK(0)")]
    [InlineData("+1 of 3")]
    [InlineData("-2 degrees")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠A1")]
    [InlineData("﹦1")]
    [InlineData("⁼1")]
    [InlineData("\u22121 degree")]
    [InlineData(" =1+1")]
    [InlineData("\u00a0\u3000=1+1")]
    [InlineData("\u200b\ufeff＝1+1")]
    [InlineData("\u0001=1")]
    public void A_cell_that_a_spreadsheet_would_run_is_marked_as_text(string cell) =>
        Assert.Equal($"7,'{cell},end\r\n", ClaimsCsv.Line(["7", cell, "end"]));

    [Theory]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("\tA tram")]
    [InlineData("\rA tram")]
    [InlineData("\nA tram")]
    [InlineData("=1;2")]
    [InlineData(" \t@A1")]
    public void A_cell_that_would_run_is_marked_within_its_quotation_marks(string cell) =>
        Assert.Equal($"\"'{cell}\"\r\n", ClaimsCsv.Line([cell]));

    [Theory]
    [InlineData("a;=1+1")]
    [InlineData("4,5 percent")]
    [InlineData("one\ttwo")]
    [InlineData("one\r\n=two")]
    [InlineData("one\n=two")]
    [InlineData("one\r=two")]
    [InlineData("one\u2028=two")]
    [InlineData("one\u0085=two")]
    public void A_cell_with_what_parts_cells_or_lines_stands_in_quotation_marks(string cell) =>
        Assert.Equal($"1,\"{cell}\"\r\n", ClaimsCsv.Line(["1", cell]));

    [Fact]
    public void Quotation_marks_within_a_cell_are_doubled() =>
        Assert.Equal("\"\"\"Free\"\", he said\"\r\n", ClaimsCsv.Line(["\"Free\", he said"]));

    [Theory]
    [InlineData("Міст коштував 45 млн грн.")]
    [InlineData("2 + 2 = 4 at a tram@stop")]
    [InlineData("– 3 trams")]
    [InlineData("'Tis 1 tram")]
    [InlineData("🚋 = 1 tram")]
    [InlineData("https://example.org/?a=1")]
    [InlineData(" ")]
    [InlineData("")]
    public void Any_other_cell_stands_as_it_is(string cell) => Assert.Equal($"{cell}\r\n", ClaimsCsv.Line([cell]));

    [Fact]
    public async Task The_table_begins_with_the_byte_order_mark_and_marks_what_people_wrote()
    {
        await using var desk = await TestDesk.SetUpAsync();
        (await desk.RunAsync(desk.Fay, "claim submit", ("text", "=1+1 or so: 48 geese of 2048"), ("claimant", "＠mayor; of Hrebinka"))).Answer();

        var scales = RatingScales.Read(Path.Combine(AppContext.BaseDirectory, "config", "scales"));
        var table = ClaimsCsv.Write([await desk.ClaimAsync(1)], scales);

        Assert.StartsWith("\uFEFFnumber,text,claimant,", table, StringComparison.Ordinal);
        Assert.Contains("\r\n1,'=1+1 or so: 48 geese of 2048,\"'＠mayor; of Hrebinka\",", table, StringComparison.Ordinal);
    }
}
