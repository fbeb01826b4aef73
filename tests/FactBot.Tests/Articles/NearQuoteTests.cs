using CsCheck;
using FactBot.Text.Quotes;

namespace FactBot.Tests.Articles;

public class NearQuoteTests(ITestOutputHelper output)
{
    private const string Article =
        "The harbour board met on Monday. It said the old crane cost 4.2 million crowns in 2019, and that the new one, bought from a yard in Ostrel, "
        + "will cost 6.1 million crowns. Mayor Holt called the price “a scandal” and asked for a review of all contracts since 2015. "
        + "The board’s lawyer said no rule had been broken. A second crane, which cost 3.9 million crowns in 2014, was sold last spring.";

    [Theory]
    [InlineData("It said the old crane costs 4.2 million crowns in 2019", "It said the old crane cost 4.2 million crowns in 2019")]
    [InlineData("Mayor Holt called the price a scandal and asked for review of all contracts", "Mayor Holt called the price “a scandal” and asked for a review of all contracts")]
    [InlineData("that the new one [a crane] will cost 6.1 million crowns", "that the new one, bought from a yard in Ostrel, will cost 6.1 million crowns")]
    [InlineData("The board’s lawyer said no rule […] had been broken", "The board’s lawyer said no rule had been broken")]
    [InlineData("asked for a reveiw of all contracts since 2015", "asked for a review of all contracts since 2015")]
    [InlineData("the new one, bought from a yard in Ostrel, will cost 6.7 million crowns", "the new one, bought from a yard in Ostrel, will cost 6.1 million crowns")]
    public void A_quote_that_is_nearly_right_is_anchored_as_near(string quote, string exact)
    {
        Assert.Null(TextAnchor.Find(Article, quote));
        var anchor = TextAnchor.FindNear(Article, quote);
        Assert.Equal(exact, anchor?.Selector.Exact.TrimEnd(',', '.'));
        Assert.True(anchor!.IsNear);
    }

    [Theory]
    [InlineData("The harbour board has never met the mayor in person")]
    [InlineData("Mayor Holt welcomed the price and asked for more cranes to be bought")]
    [InlineData("a crane")]
    [InlineData("The old crane was sold to a yard in Ostrel by the mayor’s brother")]
    public void What_the_article_does_not_say_is_not_anchored(string quote) => Assert.Null(TextAnchor.FindNear(Article, quote));

    [Fact]
    public void Of_two_passages_that_come_as_near_neither_is_taken() => Assert.Null(TextAnchor.FindNear(
        "In 2021 the tax on grain rose by 5 percent. In 2023 the tax on grain rose by 7 percent.", "In 2022 the tax on grain rose by 6 percent."));

    [Fact]
    public void Edited_quotes_are_found_at_their_own_place_and_nowhere_else()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("FACTBOT_EDITS"), out var asked) ? asked : 500;
        var random = new Random(7);
        var (found, wrong) = (0, 0);
        var missed = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var (text, start, quote) = MakeEdit(random);
            var anchor = TextAnchor.FindNear(text, quote);
            if (anchor is null)
            {
                missed.Add($"{quote} <- {text.Substring(start, quote.Length)}");
            }
            else if (Math.Abs(anchor.Start - start) <= quote.Length / 4)
            {
                found++;
            }
            else
            {
                wrong++;
            }
        }

        output.WriteLine($"{found} of {count} found, {wrong} at a wrong place");
        Assert.Equal(0, wrong);
        Assert.True(found >= 0.98 * count, $"{found} of {count}: {string.Join(" / ", missed.Take(10))}");
    }

    /// <summary>A text of 20 to 60 made-up sentences, and one of them with a tenth of its letters changed, a word left out, or a note put in.</summary>
    private static (string Text, int Start, string Quote) MakeEdit(Random random)
    {
        string[] words = ["harbour", "council", "million", "crowns", "paid", "the", "of", "for", "bridge", "tax", "rose", "by", "in", "since", "doctors", "schools", "percent", "river", "and", "said", "that", "town", "vote", "law", "water", "farm", "steel", "night", "sold", "new", "old", "trade"];
        var sentences = Enumerable.Range(0, random.Next(20, 60)).Select(_ => $"{string.Join(' ', Enumerable.Range(0, random.Next(7, 25)).Select(_ => random.Next(6) == 0 ? $"{random.Next(1, 3000)}" : words[random.Next(words.Length)]))}.").ToList();
        var chosen = random.Next(sentences.Count);
        var start = sentences.Take(chosen).Sum(s => s.Length + 1);
        var parts = sentences[chosen].TrimEnd('.').Split(' ').ToList();
        var quote = random.Next(3) switch
        {
            0 => WithoutWord(parts, random),
            1 => WithNote(parts, random),
            _ => WithLetters(string.Join(' ', parts), random),
        };
        return (string.Join(' ', sentences), start, quote);
    }

    private static string WithoutWord(List<string> parts, Random random)
    {
        parts.RemoveAt(random.Next(1, parts.Count - 1));
        return string.Join(' ', parts);
    }

    private static string WithNote(List<string> parts, Random random)
    {
        parts.Insert(random.Next(1, parts.Count - 1), random.Next(2) == 0 ? "[sic]" : "[the mayor of the town]");
        return string.Join(' ', parts);
    }

    private static string WithLetters(string quote, Random random)
    {
        var letters = quote.ToCharArray();
        for (var i = 0; i < quote.Length / 10; i++)
        {
            letters[random.Next(letters.Length)] = (char)random.Next('a', 'z' + 1);
        }

        return new string(letters);
    }
}
