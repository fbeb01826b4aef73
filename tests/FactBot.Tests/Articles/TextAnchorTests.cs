using CsCheck;
using FactBot.Text.Quotes;

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

    [Theory]
    [InlineData("Die Bank vergibt an Unter\u00ADnehmen Kredite.", "Die Bank vergibt an Unternehmen Kredite")]
    [InlineData("Das Kran\u00ADken\u200Bhaus hat Betten.", "das Krankenhaus hat Betten")]
    [InlineData("The word\u2060joiner clinic\u200C lost beds.", "The wordjoiner clinic lost beds")]
    [InlineData("قال \u200Fالمصرف\u200E إن النمو ارتفع", "قال المصرف إن النمو ارتفع")]
    [InlineData("The tunnel… cost 40 million.", "the tunnel... cost 40 million")]
    [InlineData("The tunnel . . . cost 40 million.", "the tunnel… cost 40 million")]
    [InlineData("The 2019\u20102020 budget was cut.", "The 2019-2020 budget was cut")]
    [InlineData("The 2019\u22122020 budget was cut.", "The 2019–2020 budget was cut")]
    [InlineData("He said it\u00B4s the best.", "it's the best")]
    [InlineData("He said it\u2032s the best.", "it’s the best")]
    [InlineData("the \u2039best\u203A viaduct cost", "the 'best' viaduct cost")]
    [InlineData("la « meilleure » rue", "la \"meilleure\" rue")]
    [InlineData("彼は「高い」と言った", "『高い』と言った")]
    [InlineData("The budget -- all of it -- was cut.", "The budget — all of it — was cut")]
    [InlineData("The budget\u2014all of it\u2014was cut.", "The budget - all of it - was cut")]
    [InlineData("Lending rose by 9 percent after the war, and fell.", "Lending rose by 9 percent after the war.")]
    [InlineData("Lending rose by 9\u202F% in May.", "lending rose by 9 per cent in May")]
    [InlineData("Die Miete stieg um 9 Prozent.", "Die Miete stieg um 9%")]
    [InlineData("The o\uFB03ce paid \uFF11\uFF12 million.", "The office paid 12 million")]
    [InlineData("Le cafe\u0301 est ferme\u0301.", "Le café est fermé")]
    [InlineData("2021年失业率上升了8%。之后下降。", "失业率上升了8%")]
    [InlineData("昨日、東京都は新しい橋を建てた。", "新しい橋")]
    [InlineData("นายกรัฐมนตรีกล่าวว่าภาษีเพิ่มขึ้น", "ภาษีเพิ่มขึ้น")]
    [InlineData("서울시는 버스를 샀다.", "서울시")]
    [InlineData("said that **41 ferries** were sold to [Ostrel](https://ostrel.example/f) in 2016", "41 ferries were sold to Ostrel in 2016")]
    [InlineData("They took [900 passengers](https://a.example/f) there", "They took [900 passengers](https")]
    [InlineData("It takes ½ of the land.", "It takes 1/2 of the land")]
    public void Copies_that_differ_only_in_how_they_are_written_are_the_same_passage(string text, string quote)
    {
        var anchor = TextAnchor.Find(text, quote);
        Assert.NotNull(anchor);
        Assert.Equal(text[anchor.Start..anchor.End], anchor.Selector.Exact);
    }

    [Theory]
    [InlineData("The dam moved 10⁶ tons.", "The dam moved 106 tons")]
    [InlineData("It grew 5½ percent.", "It grew 51/2 percent")]
    [InlineData("It was −5 degrees.", "It was 5 degrees")]
    [InlineData("They cost 1.5 million.", "They cost 15 million")]
    [InlineData("We won’t sell it.", "We wont sell it")]
    public void What_changes_a_fact_is_not_folded_away(string text, string quote) => Assert.Null(TextAnchor.Find(text, quote));

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
