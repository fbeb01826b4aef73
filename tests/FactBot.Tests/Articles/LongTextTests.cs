using FactBot.Tests.Pages;
using FactBot.Text.Sentences;
using FactBot.Text.Worthiness;

namespace FactBot.Tests.Articles;

/// <summary>Texts as long as a page may be, made to take long: what would grow with their square takes an hour and more.</summary>
public class LongTextTests
{
    private const int Length = 1_000_000;

    private static readonly Dictionary<string, string> Pieces = new()
    {
        ["prose"] = "The bridge cost 12 million crowns in 2021, said the mayor. It carries four lanes of traffic. ",
        ["a sentence without end"] = "the bridge cost twelve million crowns and carries four lanes ",
        ["a word"] = "a",
        ["stops"] = ".",
        ["stops within words"] = "a.",
        ["abbreviations"] = "Dr. ",
        ["initials"] = "A. B. ",
        ["abbreviations before nouns"] = "die Kosten der Stadt und die Preise sind bzw. Waren ca. Werte ",
        ["an acronym"] = "A.B.",
        ["quotations"] = "“He said ”",
        ["openers"] = "(“",
        ["closers"] = ".”)",
        ["short lines"] = "ab\n",
        ["blank lines"] = "\n \t",
        ["items"] = "1. a\n",
        ["bars"] = "| a ",
        ["han"] = "桃子。",
        ["numbers"] = "1.000.000, ",
        ["reference marks"] = "a.¹²[3]",
        ["cries"] = "?!",
    };

    public static TheoryData<string> Kinds => [.. Pieces.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_million_characters_are_split_in_time_that_grows_with_their_number(string kind)
    {
        var piece = Pieces[kind];
        var text = string.Concat(Enumerable.Repeat(piece, (Length / piece.Length) + 1))[..Length];
        // With and without something behind it that a run of marks leads to.
        await SplitAsync(text);
        await SplitAsync($"{text}a");
    }

    [Fact]
    public async Task Lines_after_a_long_one_are_split_in_time_that_grows_with_their_number() => await SplitAsync(
        $"{new string('a', Length / 2)}. B{string.Concat(Enumerable.Repeat($"{new string('b', 50)},\n", Length / 104))}");

    [Fact]
    public void Suggestions_come_from_the_beginning_of_a_text_that_is_too_long()
    {
        var text = string.Concat(Enumerable.Range(0, 6000).Select(i => $"The harbour bridge cost {i} million crowns in 2021. "));
        Assert.InRange(text.Length, Suggestion.Longest + 1, 2 * Suggestion.Longest);
        var found = Suggestion.In(text, WorthinessModel.ByHand);
        Assert.InRange(found.Max(s => s.Place.End), Suggestion.Longest - 200, Suggestion.Longest);
        Assert.All(found, s => Assert.EndsWith("in 2021.", s.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_read_how_far_a_long_article_was_looked_through()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await using var web = await Pages.TestWeb.OpenAsync();
        web.With("/long", string.Concat(Enumerable.Range(0, 6000).Select(i => $"The harbour bridge cost {i} million crowns in 2021. ")), "text/plain");
        web.With("/short", string.Concat(Enumerable.Range(0, 60).Select(i => $"The harbour tram cost {i} million crowns in 2021. ")), "text/plain");
        foreach (var (number, page, isLong) in new[] { (1, "/long", true), (2, "/short", false) })
        {
            (await desk.RunAsync(desk.Fay, "article add", ("url", new Uri(web.Address, page).AbsoluteUri))).Answer();
            var footer = $"{(await desk.RunAsync(desk.Fay, "article suggest", ("article", $"{number}"))).Card!.Footer}";
            Assert.Equal(isLong, footer.Contains("FactBot looked through the first 200,000 of its", StringComparison.Ordinal));
        }
    }

    private static async Task SplitAsync(string text)
    {
        var sentences = await Task.Run(() => SentenceSplitter.Split(text), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(text.Length, sentences.Sum(s => s.Next - s.Start));
    }
}
