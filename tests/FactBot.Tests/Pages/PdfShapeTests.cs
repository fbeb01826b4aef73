using FactBot.Pages;
using static FactBot.Tests.Pages.DrawnPdf;

namespace FactBot.Tests.Pages;

/// <summary>PDFs whose pages are turned, whose text runs from right to left, and whose letters are joined or parted.</summary>
public class PdfShapeTests
{
    private const string Left = "The lock was dug|by 40 men in 1921|who were paid for|it in full, and it";
    private const string Right = "was closed by the|town in 1975 when|nobody was left to|work it by hand.";
    private const string Whole = "The lock was dug by 40 men in 1921 who were paid for it in full, and it was closed by the town in 1975 when nobody was left to work it by hand.";

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 90)]
    [InlineData(180, 180)]
    [InlineData(270, -90)]
    [InlineData(0, 90)]
    [InlineData(90, 0)]
    [InlineData(0, 1.5)]
    [InlineData(0, -2)]
    public async Task A_page_is_read_however_it_is_turned(int page, double text) =>
        Assert.Equal(Whole, await ReadAsync(new Page([.. Turned(text, Lines(60, 700, Left)), .. Turned(text, Lines(330, 700, Right))], page)));

    [Fact]
    public async Task A_large_part_that_runs_another_way_is_read_after_the_rest_and_a_stamp_is_not()
    {
        var page = new Page([.. Lines(60, 700, Left), .. Lines(60, 636, Right), .. Turned(90, Lines(100, -400, "Bridges were built|by 12 men at night|for no pay at all")), new(100, 100, "DRAFT", 60, 45)]);
        Assert.Equal($"{Whole}\n\nBridges were built by 12 men at night for no pay at all", await ReadAsync(page));
    }

    [Fact]
    public async Task Columns_of_a_page_that_runs_from_right_to_left_are_read_from_the_right()
    {
        const string first = "قال المجلس في عام 2023|إن الجسر لن يفتح هذا|العام لأن المال قد نفد|وإن العمل قد توقف في";
        const string second = "المدينة كلها بعد أن غادر|كل العمال الذين جاءوا من|القرى المجاورة قبل ثلاث|سنوات ولم يعد أحد.";
        var page = new Page([.. Lines(330, 700, first, Mirrored), .. Lines(60, 700, second, Mirrored)]);
        Assert.Equal($"{first} {second}".Replace('|', ' '), await ReadAsync(page));
        var hebrew = new Page([.. Lines(60, 700, "המועצה אמרה בשנת 2023 כי|הגשר (הישן) לא ייפתח השנה", Mirrored)]);
        Assert.Equal("המועצה אמרה בשנת 2023 כי הגשר (הישן) לא ייפתח השנה", await ReadAsync(hebrew));
    }

    [Theory]
    [InlineData("the {ﬁ}rst o{ffi}ce of the {ﬂ}eet said so", "the first office of the fleet said so")]
    [InlineData("the {ﬃ} and the {ﬆ} in the text", "the ffi and the st in the text")]
    [InlineData("نآ {لا}ا لاق", "قال الا آن")]
    [InlineData("نآ {ﻻ}ا لاق", "قال الا آن")]
    [InlineData("ﺔﻳﺪﻠﺒﻟﺍ ﺖﻟﺎﻗ", "قالت البلدية")]
    [InlineData("ﻩﺩﺭﮎ ﺵﺭﺍﺰﮔ", "گزارش کرده")]
    [InlineData("a well\u00ADknown man of the town", "a well-known man of the town")]
    public async Task Letters_that_are_drawn_as_one_are_read_one_by_one(string drawn, string written) =>
        Assert.Equal(written, await ReadAsync(new Page([new(60, 700, drawn)])));

    [Fact]
    public async Task A_soft_hyphen_at_the_end_of_a_line_parts_a_word() => Assert.Equal(
        "the board said that the government of the town had paid",
        await ReadAsync(new Page([.. Lines(60, 700, "the board said that the govern\u00AD|ment of the town had paid")])));

    [Fact]
    public async Task A_heading_over_three_columns_comes_before_them()
    {
        var page = new Page(
        [
            new(50, 760, "How the mill and the lock were built by hand", 18),
            .. Lines(50, 720, "The first of three|columns tells how|the mill was built|and that the town"),
            .. Lines(230, 720, "paid 4 million for|it in the first two|years, and nobody|was ever told who"),
            .. Lines(410, 720, "had asked for it in|the town, as all of|the books of that|time say in full."),
        ]);
        Assert.Equal(
            "How the mill and the lock were built by hand\n\nThe first of three columns tells how the mill was built and that the town paid 4 million for it in the first two years, and nobody was ever told who had asked for it in the town, as all of the books of that time say in full.",
            await ReadAsync(page));
    }

    [Theory]
    [InlineData("Harbour Report, page {0} of 3", "Harbour Report, page {0} of 3")]
    [InlineData("{0} | Harbour Report", "How it was built | {0}")]
    [InlineData("Harbour Report 2021 · {0}", "Harbour Report 2021 · {0}")]
    public async Task Footers_are_left_out_though_their_numbers_and_words_vary(string odd, string even)
    {
        string[] bodies = ["The lock was dug by 40 men who|were paid for it in the year", "of 1921, and it was closed by|the town in the year of", "war when nobody was left to|work it by hand at night."];
        var pages = bodies.Select((b, i) => new Page([.. Lines(60, 720, b), new(60, 40 + (i == 1 ? 1.5 : 0), string.Format(null, i % 2 == 0 ? odd : even, 11 + i), 9)])).ToArray();
        Assert.Equal("The lock was dug by 40 men who were paid for it in the year of 1921, and it was closed by the town in the year of war when nobody was left to work it by hand at night.", await ReadAsync(pages));
    }

    private static IEnumerable<Line> Lines(double x, double y, string lines, Func<string, string>? draw = null) =>
        lines.Split('|').Select((line, i) => new Line(x, y - (16 * i), draw?.Invoke(line) ?? line));

    /// <summary>As a text from right to left is drawn: its letters turned, but for numbers.</summary>
    private static string Mirrored(string line) => string.Join(' ', line.Split(' ').Reverse().Select(w =>
        char.IsDigit(w[0]) ? w : string.Concat(w.Reverse().Select(c => c switch { '(' => ')', ')' => '(', _ => c }))));

    /// <summary>Turned around the middle of the page.</summary>
    private static IEnumerable<Line> Turned(double degrees, IEnumerable<Line> lines)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return lines.Select(l => l with
        {
            X = 297 + ((l.X - 297) * cos) - ((l.Y - 421) * sin),
            Y = 421 + ((l.X - 297) * sin) + ((l.Y - 421) * cos),
            Turn = degrees,
        });
    }

    private static async Task<string> ReadAsync(params Page[] pages) => (await new PageReader(PageLimits.None).ReadAsync("a.pdf", Of(pages), CancellationToken.None)).Text;
}
