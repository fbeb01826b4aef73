using FactBot.Text.Matching;
using FactBot.Text.Terms;

namespace FactBot.Tests.Matching;

/// <summary>Numbers that other readers were reported to read wrong, in words of our own: each pair says the same.</summary>
public class ReportedNumbersTests
{
    [Theory]
    // https://github.com/adobe/react-spectrum/issues/8545
    [InlineData("The mill paid CHF 10'000 for it", "The mill paid CHF 10,000 for it")]
    // https://github.com/facebook/duckling/pull/706
    [InlineData("Die Mühle zahlte 1'250'000 Franken dafür", "Die Mühle zahlte 1,25 Mio. Franken dafür")]
    // https://github.com/ex-money/money/issues/112
    [InlineData("The mill paid €1,127.54 for it", "The mill paid 1.127,54 € for it")]
    // https://github.com/infor-design/enterprise/issues/2959
    [InlineData("La mairie a payé 1\u202F234\u202F567,5 euros", "La mairie a payé 1 234 567,50 euros")]
    // https://github.com/microsoft/Recognizers-Text/issues/2112
    [InlineData("The boat weighs 25 lakh tonnes", "The boat weighs 2.5 million tonnes")]
    [InlineData("There are 1 crore boxes in the mill", "There are 10,000,000 boxes in the mill")]
    // https://github.com/globalizejs/globalize/issues/660
    [InlineData("The mill cost 5,00,000 rupees", "The mill cost 500,000 rupees")]
    // https://github.com/cuducos/elm-format-number/issues/36
    [InlineData("The mill cost 1,00,00,000 rupees", "The mill cost 1 crore rupees")]
    // https://github.com/microsoft/Recognizers-Text/issues/3207
    [InlineData("One and a half thousand people came", "1,500 people came")]
    // https://github.com/MycroftAI/lingua-franca/issues/92
    [InlineData("The mill made one point two million carts", "The mill made 1.2 million carts")]
    // https://github.com/spencermountain/compromise/issues/54
    [InlineData("The mill made ten and a half million carts", "The mill made 10.5 million carts")]
    // https://github.com/microsoft/Recognizers-Text/issues/1934
    [InlineData("The mill made half a million carts", "The mill made 500,000 carts")]
    [InlineData("The mill made a quarter of a million carts", "The mill made 250,000 carts")]
    // https://github.com/spencermountain/compromise/issues/155
    [InlineData("It weighs 5 1/2 grams", "It weighs 5.5 grams")]
    [InlineData("It weighs 5½ grams", "It weighs five and a half grams")]
    // https://github.com/facebook/duckling/issues/686
    [InlineData("They sold five point three three thousand carts", "They sold 5,330 carts")]
    // The same kinds in other words and languages.
    [InlineData("Un million et demi de personnes sont venues", "1,5 million de personnes sont venues")]
    [InlineData("Vinieron dos millones y medio de personas", "Vinieron 2,5 millones de personas")]
    [InlineData("Vieram um milhão e meio de pessoas", "Vieram 1,5 milhões de pessoas")]
    [InlineData("Es kamen eins Komma fünf Millionen Menschen", "Es kamen 1,5 Millionen Menschen")]
    [InlineData("Il y a deux virgule cinq millions de gens", "Il y a 2,5 millions de gens")]
    [InlineData("Rates rose by two point seven five percent", "Rates rose by 2.75 percent")]
    [InlineData("Rates rose by one point twenty five percent", "Rates rose by 1.25%")]
    [InlineData("Rates rose by one and a half percent", "Rates rose by 1.5 percent")]
    [InlineData("The board is 12 3/4 inches wide", "The board is 12.75 inches wide")]
    [InlineData("The board is 3-1/2 inches wide", "The board is 3.5 inches wide")]
    // https://github.com/akshaynagpal/w2n/issues/72
    [InlineData("Two million twenty three thousand and forty nine people came", "2,023,049 people came")]
    public void A_number_is_the_same_in_words_figures_and_marks(string one, string other) => Assert.Equal(Forms(one), Forms(other));

    [Theory]
    [InlineData("It opened in 2020 1/2 mile from the mill", "It opened in 2020.5 mile from the mill")]
    [InlineData("At this point two million people came", "At this 2,000,000 people came")]
    [InlineData("They met on 5 1/12/2020 in the mill", "They met on 5.08 in the mill")]
    [InlineData("The mill made 2 million and 5 half carts", "The mill made 2.5 million half carts")]
    public void What_only_looks_like_such_a_number_is_none(string one, string other) => Assert.NotEqual(Forms(one), Forms(other));

    private static string Forms(string text) => string.Join(' ', Wordings.FormsOf(MatchText.Of(text)));
}
