using FactBot.Text.Quotes;

namespace FactBot.Tests.Articles;

/// <summary>Quotes that differ from their text in one kind of mark, space, unseen character or width only, over all of the kind.</summary>
public class SameQuoteKindsTests
{
    [Theory]
    [InlineData("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D\uFE58\u2E3A", "-")]
    [InlineData("\u00A0\u1680\u2000\u2002\u2003\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t\n", " ")]
    [InlineData("\u02BC\u02BB\uFF07\u201B\u2018\u2019\u00B4`\u2032", "'")]
    [InlineData("“”„‟«»＂〝〞❝❞″", "\"")]
    public void Any_mark_of_a_kind_stands_for_any_other(string marks, string plain)
    {
        foreach (var mark in marks)
        {
            var text = $"It cost{mark}nine in all, said the board of the mill.";
            Assert.True(TextAnchor.Find(text, $"It cost{plain}nine in all") is not null, $"U+{(int)mark:X4}");
            Assert.True(TextAnchor.Find(text.Replace(mark.ToString(), plain, StringComparison.Ordinal), $"It cost{mark}nine in all") is not null, $"U+{(int)mark:X4} in the quote");
        }
    }

    [Fact]
    public void Characters_that_nobody_sees_part_no_quote_from_its_text()
    {
        foreach (var unseen in "\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFE0F\uFEFF")
        {
            var text = $"The key fin{unseen}dings cost nine crowns.";
            Assert.True(TextAnchor.Find(text, "The key findings cost nine") is not null, $"U+{(int)unseen:X4}");
            Assert.True(TextAnchor.Find("The key findings cost nine crowns.", $"key fin{unseen}dings cost") is not null, $"U+{(int)unseen:X4} in the quote");
        }
    }

    [Theory]
    [InlineData("The wall... fell", "The wall\u22EF fell")]
    [InlineData("The wall… fell", "The wall\u2025. fell")]
    [InlineData("The wall .... fell", "The wall… fell")]
    [InlineData("The 5′11″ miller", "The 5'11\" miller")]
    [InlineData("ज\u093Cमीन पर 9 मिल", "\u095Bमीन पर 9 मिल")]
    [InlineData("Thu\u0301y Die\u0323\u0302n có 9", "Thúy Diện có 9")]
    [InlineData("ｶﾞｽ会社は9円を払った", "ガス会社は9円を払った")]
    [InlineData("Louis Ⅳ paid ９％ of it", "Louis IV paid 9% of it")]
    [InlineData("Die Steuer stieg um 9 %.", "die Steuer stieg um 9 Prozent")]
    [InlineData("L’impôt a augmenté de 9 %.", "l'impôt a augmenté de 9 pour cent")]
    [InlineData("El impuesto subió un 9 %.", "el impuesto subió un 9 por ciento")]
    [InlineData("O imposto subiu 9%.", "o imposto subiu 9 por cento")]
    [InlineData("Податок зріс на 9 %.", "податок зріс на 9 відсотків")]
    [InlineData("Налог вырос на 9 %.", "налог вырос на 9 процентов")]
    [InlineData("Podatek wzrósł o 9 proc.", "podatek wzrósł o 9%")]
    [InlineData("ارتفعت الضريبة 9٪ هناك", "ارتفعت الضريبة 9% هناك")]
    [InlineData("The ﬂat cost 9 and the ﬆone 4.", "The flat cost 9 and the stone 4")]
    [InlineData("``Nine,'' he said, of the mill.", "“Nine,” he said")]
    [InlineData("la <<meilleure>> rue du moulin", "la « meilleure » rue")]
    [InlineData("قال المصــرف إن النمو ارتفع", "قال المصرف إن النمو ارتفع")]
    public void The_same_words_written_otherwise_are_the_same_quote(string text, string quote)
    {
        Assert.NotNull(TextAnchor.Find(text, quote));
    }
}
