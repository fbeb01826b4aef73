using CsCheck;
using FactBot.Articles;

namespace FactBot.Tests.Articles;

public class TextAnchorTests
{
    private const string Article =
        "Fury erupts\n\nHe said: “We put a 20-point  plan together – that was it.” It’s the party’s 28-point plan.";

    [Theory]
    [InlineData("We put a 20-point plan together", "We put a 20-point  plan together")]
    [InlineData("\"we put a 20-point plan together - that was it.\"", "We put a 20-point  plan together – that was it.")]
    [InlineData("“We put a 20-point plan together – that was it.”", "We put a 20-point  plan together – that was it.")]
    [InlineData("It's the party's 28-point plan.", "It’s the party’s 28-point plan.")]
    [InlineData("Fury erupts He said", "Fury erupts\n\nHe said")]
    public void A_quote_is_found_whatever_its_white_space_quotation_marks_and_case(string quote, string exact)
    {
        var anchor = TextAnchor.Find(Article, quote);
        Assert.NotNull(anchor);
        Assert.Equal(exact, anchor.Selector.Exact);
        Assert.Equal(exact, Article[anchor.Start..anchor.End]);
    }

    [Theory]
    [InlineData("art")]
    [InlineData("0-point plan")]
    [InlineData("a 28-point plan")]
    [InlineData("\"\"")]
    [InlineData("   ")]
    [InlineData("")]
    public void Parts_of_words_other_words_and_nothing_are_not_found(string quote) =>
        Assert.Null(TextAnchor.Find(Article, quote));

    [Fact]
    public void Prefix_and_suffix_are_the_32_characters_around_it()
    {
        var text = new string('a', 40) + " the quote " + new string('b', 40);
        var selector = TextAnchor.Find(text, "the quote")!.Selector;
        Assert.Equal(new string('a', 31) + " ", selector.Prefix);
        Assert.Equal(" " + new string('b', 31), selector.Suffix);
    }

    [Fact]
    public void Whatever_stands_in_a_text_is_found_there_with_its_surroundings() =>
        (from words in Gen.OneOf("war", "peace", "28", "“so", "said”", "it’s", "😀", "é", "plan.", "\n\n", "–").List[1, 40]
         from first in Gen.Int[0, words.Count - 1]
         from count in Gen.Int[1, words.Count - first]
         select (Text: string.Join(' ', words), Quote: string.Join(' ', words.Skip(first).Take(count))))
        .Where(t => t.Quote.Any(char.IsLetterOrDigit))
        .Sample(t =>
        {
            var anchor = TextAnchor.Find(t.Text, t.Quote);
            return anchor is not null
                && t.Text[anchor.Start..anchor.End] == anchor.Selector.Exact
                && t.Text[..anchor.Start].EndsWith(anchor.Selector.Prefix, StringComparison.Ordinal)
                && t.Text[anchor.End..].StartsWith(anchor.Selector.Suffix, StringComparison.Ordinal)
                && anchor.Selector.Prefix.Length <= 32 && anchor.Selector.Suffix.Length <= 32
                && IsWellFormed(anchor.Selector.Prefix) && IsWellFormed(anchor.Selector.Suffix);
        });

    private static bool IsWellFormed(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)) == text;
}
