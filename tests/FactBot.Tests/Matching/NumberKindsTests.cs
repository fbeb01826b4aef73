using FactBot.Text.Matching;
using FactBot.Text.Terms;

namespace FactBot.Tests.Matching;

/// <summary>Numbers, shares and units in the writings that each language has; each row says the same on both sides.</summary>
public class NumberKindsTests
{
    [Theory]
    [InlineData("Die Mühle kostete 12 Tsd. Euro", "Die Mühle kostete 12.000 Euro")]
    [InlineData("Die Mühle kostete 3 Mrd. Euro", "Die Mühle kostete 3 Milliarden Euro")]
    [InlineData("Die Mühle kostete eine halbe Million Euro", "Die Mühle kostete 500.000 Euro")]
    [InlineData("Die Mühle kostete anderthalb Millionen Euro", "Die Mühle kostete 1,5 Mio. Euro")]
    [InlineData("The mill cost £2bn", "The mill cost 2 billion pounds")]
    [InlineData("The mill cost $3m", "The mill cost 3 million dollars")]
    [InlineData("The mill made two dozen carts", "The mill made 24 carts")]
    [InlineData("The mill made two and a quarter million carts", "The mill made 2.25 million carts")]
    [InlineData("The mill made three quarters of a million carts", "The mill made 750,000 carts")]
    [InlineData("The mill made three-quarters of a million carts", "The mill made 750,000 carts")]
    [InlineData("Rates rose by half a percent", "Rates rose by 0.5%")]
    [InlineData("Rates rose by .5 percent", "Rates rose by 0.5 percent")]
    [InlineData("Le moulin a coûté un demi-million d’euros", "Le moulin a coûté 500 000 euros")]
    [InlineData("El molino costó medio millón de euros", "El molino costó 500.000 euros")]
    [InlineData("O moinho custou meio milhão de euros", "O moinho custou 500.000 euros")]
    [InlineData("Młyn kosztował pół miliona złotych", "Młyn kosztował 500 000 złotych")]
    [InlineData("Млин коштував пів мільйона гривень", "Млин коштував 500 тис. гривень")]
    [InlineData("Мельница стоила полмиллиона рублей", "Мельница стоила 500 тыс. рублей")]
    [InlineData("Млин коштував півтора мільйона гривень", "Млин коштував 1,5 млн гривень")]
    [InlineData("قُتل ٣٥٠٠ شخص", "قُتل 3500 شخص")]
    [InlineData("这座桥花了3.5万元", "这座桥花了35000元")]
    [InlineData("橋に1億2000万円かかった", "橋に120000000円かかった")]
    [InlineData("पुल पर 5 लाख रुपये लगे", "पुल पर 5,00,000 रुपये लगे")]
    [InlineData("It is 5 kilometres long", "It is 5 km long")]
    [InlineData("It weighs 20 kilograms", "It weighs 20 kg")]
    [InlineData("It weighs 20 kilos", "It weighs 20 kg")]
    [InlineData("Most kosztował 3 000 000 zł", "Most kosztował 3 mln zł")]
    [InlineData("It cost ten per cent", "It cost 10%")]
    [InlineData("Міст коштує 2 тисячі 500 гривень", "Міст коштує 2500 гривень")]
    [InlineData("It holds twenty-one thousand three hundred people", "It holds 21,300 people")]
    [InlineData("Quatre-vingt-dix-sept personnes sont venues", "97 personnes sont venues")]
    public void A_number_is_the_same_in_each_of_its_writings(string one, string other) => Assert.Equal(Forms(one), Forms(other));

    [Theory]
    [InlineData("Es kamen 2 Billionen Menschen", "Es kamen 2 Milliarden Menschen")]
    [InlineData("Rates rose by half a percent", "Rates rose by half")]
    [InlineData("The mill made 12.5 carts", "The mill made 125 carts")]
    [InlineData("The mill made 1.200 carts a year, and 1.2 more", "The mill made 1,200 carts a year, and 12 more")]
    [InlineData("It is 5 miles long", "It is 5 km long")]
    [InlineData("The mill made a half-million carts", "The mill made half of the carts")]
    public void Another_number_is_never_the_same(string one, string other) => Assert.NotEqual(Forms(one), Forms(other));

    [Theory]
    [InlineData("The fans (gate 9) March in the rain")]
    [InlineData("They sang at gate 9, March was wet")]
    [InlineData("In May, 3 mills burnt down")]
    [InlineData("Nobody came in March (3 had said so)")]
    [InlineData("The mill burnt in May; 2021 people saw it")]
    public void A_number_across_a_bracket_or_a_comma_is_no_part_of_a_date(string text) =>
        Assert.DoesNotContain(MatchText.Of(text).All, t => t.Kind == TermKind.DateNumber);

    [Theory]
    [InlineData("The mill burnt on 9 March", "march")]
    [InlineData("The mill burnt in May 2021", "may")]
    [InlineData("Die Mühle brannte am 3. März 2021", "march")]
    public void A_month_counts_among_a_text_s_names(string text, string month) => Assert.Contains(month, MatchText.Of(text).Names);

    [Fact]
    public void What_only_sounds_like_a_month_is_no_name() => Assert.Empty(MatchText.Of("The men march where they may").Names);

    private static string Forms(string text) => string.Join(' ', Wordings.FormsOf(MatchText.Of(text)));
}
