using FactBot.Chat;
using FactBot.Pages;
using FactBot.Text.Characters;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace FactBot.Tests.Pages;

/// <summary>A PDF is read as a person reads it: columns in their order, parted words whole, without what stands on every page.</summary>
public class PdfLayoutTests
{
    /// <summary>Where the one before it ends.</summary>
    private const double After = -1;

    private sealed record Drawn(double X, double Y, string Text, double Size = 11);

    [Theory]
    [InlineData("the yearly report that the govern-|ment spent 4 million on it.", "the government spent")]
    [InlineData("the yearly report said that unem-|ployment in the town fell by nine.", "that unemployment in the town")]
    [InlineData("the office of the town has a well-|known clerk, and well-known rules.", "a well-known clerk")]
    [InlineData("an agreement of Franco-|German towns was signed in May.", "of Franco-German towns")]
    [InlineData("the rate rose in the years 2021-|2023 by nine percent in the town.", "2021-2023 by nine")]
    [InlineData("the board of Kinder-|und Jugendhilfe said that it met.", "Kinder- und Jugendhilfe")]
    [InlineData("it is a self-|made man who built all of this here.", "a self-made man")]
    [InlineData("das Amt hat die Bundes-|regierung vor dem Bau gewarnt.", "die Bundesregierung vor")]
    [InlineData("they said that the sum - it was large -|was paid to nobody in the town.", "was large - was paid")]
    public async Task Words_parted_at_the_end_of_a_line_are_whole(string lines, string expected) =>
        Assert.Contains(expected, await ReadAsync([[.. Lines(60, 720, lines)]]));

    [Fact]
    public async Task A_sentence_goes_on_over_a_page_without_the_heads_and_numbers_between()
    {
        var text = await ReadAsync(
            [new(60, 780, "The Lock Review 2023", 9), .. Lines(60, 720, "The lock authority said in its yearly report of 2023 that traffic|on the canal had grown by 9 percent, and that the town had spent"), new(60, 40, "Page 1 of 2", 9)],
            [new(60, 780, "The Lock Review 2023", 9), .. Lines(60, 720, "4 million euros on the new gates and on the house of the keeper."), new(60, 40, "Page 2 of 2", 9)]);
        Assert.Contains("the town had spent 4 million euros on the new gates", text);
        Assert.DoesNotContain("Page", text);
        Assert.DoesNotContain("Review", text);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("- 12 -")]
    [InlineData("Seite 12 von 40")]
    [InlineData("12/40")]
    [InlineData("xii")]
    public async Task A_page_number_is_no_text(string number) => Assert.Equal(
        "The lock authority said that the canal was dug by hand.",
        await ReadAsync([[.. Lines(60, 720, "The lock authority said that the canal was dug by hand."), new(300, 30, number, 9)]]));

    [Fact]
    public async Task Columns_are_read_one_after_the_other_however_they_are_drawn()
    {
        const string left = "The left bank of the|river was dug up in 2021|by 40 men who were paid|9 million crowns for it|and lived in tents.";
        const string right = "Further south the masons|built 12 bridges of stone|before the war, and each|of them stands today as|the town records say.";
        Drawn[] byColumn = [.. Lines(60, 720, left), .. Lines(330, 720, right)];
        Drawn[] byLine = [.. byColumn.OrderByDescending(d => d.Y)];
        Drawn[] uneven = [.. Lines(60, 720, left), .. Lines(330, 714, right)];
        Drawn[] headed = [new(60, 750, "How the river was dug and who built the bridges over it all", 18), .. byLine, .. Lines(60, 610, "A note on the method stands under both of the columns and reaches over all of it.")];
        foreach (var page in new[] { byColumn, byLine, uneven, headed })
        {
            var text = await ReadAsync([page]);
            Assert.Contains("The left bank of the river was dug up in 2021 by 40 men who were paid 9 million crowns", text);
            Assert.Contains("masons built 12 bridges of stone before the war, and each of them stands", text);
            Assert.True(text.IndexOf("tents", StringComparison.Ordinal) < text.IndexOf("Further", StringComparison.Ordinal));
        }

        Assert.StartsWith("How the river was dug and who built the bridges over it all\n\n", await ReadAsync([headed]), StringComparison.Ordinal);
        Assert.EndsWith("\n\nA note on the method stands under both of the columns and reaches over all of it.", await ReadAsync([headed]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_columns_are_told_apart_and_a_sentence_goes_on_in_the_next()
    {
        var text = await ReadAsync([[
            .. Lines(50, 720, "The first of three|columns tells how|the mill was built|and that the town"),
            .. Lines(220, 720, "paid 4 million for|it in the first two|years, and nobody|was ever told who"),
            .. Lines(390, 720, "had asked for it in|the town, as all of|the books of that|time say in full."),
        ]]);
        Assert.Equal("The first of three columns tells how the mill was built and that the town paid 4 million for it in the first two years, and nobody was ever told who had asked for it in the town, as all of the books of that time say in full.", text);
    }

    [Fact]
    public async Task A_table_is_read_row_by_row() => Assert.Contains("Bearings | 21 | 2021\nTramway | 12 | 2022\nLights | 5 | 2023", await ReadAsync([[
        .. Lines(60, 720, "Part|Bearings|Tramway|Lights"), .. Lines(220, 720, "Cost|21|12|5"), .. Lines(380, 720, "Year|2021|2022|2023")]]));

    [Fact]
    public async Task Raised_numbers_paragraphs_and_headings_stay_what_they_are()
    {
        var text = await ReadAsync([[
            new(60, 750, "What was moved", 16), new(60, 720, "The dam had 40 workers in 2023"), new(After, 724, "1", 7), new(After, 720, " and moved 10"), new(After, 724, "6", 7), new(After, 720, " tons of stone."),
            .. Lines(60, 690, "Another paragraph begins here, and it has nothing to do with|the one before it at all."),
        ]]);
        Assert.StartsWith("What was moved\n\nThe dam had 40 workers in 2023 and moved 10⁶ tons of stone.\n\nAnother paragraph begins", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_large_first_letter_of_a_paragraph_belongs_to_its_word() => Assert.StartsWith("Realized by hand in 1931, the mill stands on the bank of the river today.", await ReadAsync([[
        .. Lines(84, 720, "ealized by hand in 1931, the|mill stands on the bank of the|river today."), new(58, 690, "R", 40), .. Lines(60, 672, "It is closed in winter, and nobody goes there.")]]), StringComparison.Ordinal);

    [Theory]
    [InlineData("ةرازو يف 2023 ماع لاق", "قال عام 2023 في وزارة")]
    [InlineData("םולש", "שלום")]
    [InlineData("(12 דומע) רפס", "ספר (עמוד 12)")]
    [InlineData("The mill", "The mill")]
    public void A_line_that_runs_from_right_to_left_is_put_into_its_order(string drawn, string written) => Assert.Equal(written, RightToLeft.Ordered(drawn));

    [Fact]
    public async Task A_scan_is_told_as_one()
    {
        var builder = new PdfDocumentBuilder();
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        for (var i = 0; i < 3; i++)
        {
            builder.AddPage(PageSize.A4).AddPng(png, new PdfRectangle(0, 0, 590, 840));
        }

        Assert.Contains("a.pdf is a scan", (await Assert.ThrowsAsync<DeskRuleException>(() => Reader.ReadAsync("a.pdf", builder.Build(), CancellationToken.None))).Message);
    }

    private static PageReader Reader { get; } = new(PageLimits.None);

    private static IEnumerable<Drawn> Lines(double x, double y, string lines) => lines.Split('|').Select((line, i) => new Drawn(x, y - (16 * i), line));

    private static async Task<string> ReadAsync(params Drawn[][] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var drawn in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            var end = 0.0;
            foreach (var line in drawn)
            {
                end = page.AddText(line.Text, line.Size, new PdfPoint(line.X == After ? end : line.X, line.Y), font)[^1].EndBaseLine.X;
            }
        }

        return (await Reader.ReadAsync("a.pdf", builder.Build(), CancellationToken.None)).Text;
    }
}
