using FactBot.Matching;
using FactBot.Text.Matching;
using FactBot.Text.Terms;

namespace FactBot.Tests.Matching;

/// <summary>Which two texts are told to be the same, and which never are.</summary>
public class SameStatementTests
{
    [Theory]
    [InlineData("The fair drew 12,000 visitors.", "the fair drew 12 000 visitors")]
    [InlineData("The fair drew 12,000 visitors.", "The fair drew 12.000 visitors")]
    [InlineData("The fair drew 12,000 visitors.", "The fair drew 12’000 visitors")]
    [InlineData("The fair drew 12,000 visitors.", "The fair drew 12\u202F000 visitors")]
    [InlineData("The fair drew 12,000 visitors.", "The fair drew 12000 visitors")]
    [InlineData("The fair drew 12,000 visitors.", "The fair drew twelve thousand visitors")]
    [InlineData("The fair drew 12,000 visitors.", "The fair drew 12k visitors")]
    [InlineData("The fair drew 12,000 visitors.", "The fair drew 12 thousand visitors")]
    [InlineData("The lake holds 2.5 million fish.", "The lake holds 2,500,000 fish")]
    [InlineData("The lake holds 2.5 million fish.", "The lake holds 2.5m fish")]
    [InlineData("The lake holds 2.5 million fish.", "The lake holds 2½ million fish")]
    [InlineData("The lake holds 2.5 million fish.", "The lake holds two and a half million fish")]
    [InlineData("The lake holds half a million fish.", "The lake holds 500,000 fish")]
    [InlineData("The bridge cost $5bn.", "The bridge cost 5 billion dollars")]
    [InlineData("The bridge cost $5 million.", "The bridge cost USD 5,000,000")]
    [InlineData("The bridge cost US$5 million.", "The bridge cost 5 million US dollars")]
    [InlineData("The bridge cost €3.2 million.", "The bridge cost 3.2 million euros")]
    [InlineData("The bridge cost £40m.", "The bridge cost 40 million pounds")]
    [InlineData("Prices rose 6.5 percent.", "Prices rose 6,5 %")]
    [InlineData("Prices rose 6.5 percent.", "Prices rose 6.5 per cent")]
    [InlineData("Prices rose 6.5 percent.", "Prices rose 6.50 pct")]
    [InlineData("Prices rose five percentage points.", "Prices rose 5 percentage points")]
    [InlineData("The road is 14 km long.", "The road is fourteen kilometres long")]
    [InlineData("The road is 14 km long.", "The road is 14 kilometers long")]
    [InlineData("He sold a dozen cows.", "He sold 12 cows")]
    [InlineData("Half of the pupils were ill.", "50 percent of the pupils were ill")]
    [InlineData("It was the first strike since 1999.", "It was the 1st strike since 1999")]
    [InlineData("A hundred and six ships sank.", "106 ships sank")]
    [InlineData("Twenty-one ships sank.", "21 ships sank")]
    [InlineData("The tower fell on March 3, 2021.", "The tower fell on 3 March 2021")]
    [InlineData("The tower fell on March 3, 2021.", "The tower fell on 2021-03-03")]
    [InlineData("The tower fell on March 3, 2021.", "The tower fell on 3.3.2021")]
    [InlineData("The tower fell on March 3, 2021.", "The tower fell on the 3rd of March 2021")]
    [InlineData("The tower fell on March 3, 2021.", "The tower fell on 03/03/2021")]
    [InlineData("The tower fell on 17 Nov 2020.", "The tower fell on 17/11/2020")]
    [InlineData("The tower fell in the XX century.", "The tower fell in the 20th century")]
    [InlineData("The shop opens at 9 pm.", "The shop opens at 21:00")]
    [InlineData("The mayor isn’t ill.", "The mayor is not ill")]
    [InlineData("Der Turm fiel am 3. März 2021.", "Der Turm fiel am 3.3.2021")]
    [InlineData("Die Stadt hat zwölftausend Einwohner.", "Die Stadt hat 12.000 Einwohner")]
    [InlineData("Die Stadt hat einundzwanzig Schulen.", "Die Stadt hat 21 Schulen")]
    [InlineData("Der Bau kostete 2,5 Mio. Euro.", "Der Bau kostete 2,5 Millionen Euro")]
    [InlineData("Der Bau kostete 3 Milliarden Euro.", "Der Bau kostete 3 Mrd. €")]
    [InlineData("Die Preise stiegen um 6,5 Prozent.", "Die Preise stiegen um 6,5%")]
    [InlineData("Le pont a coûté 12 500 euros.", "Le pont a coûté 12500 €")]
    [InlineData("Le pont a coûté quatre-vingts millions.", "Le pont a coûté 80 millions")]
    [InlineData("La ville a perdu quatre-vingt-dix-sept écoles dans la guerre.", "La ville a perdu 97 écoles dans la guerre")]
    [InlineData("La tour est tombée le 1er mai 2019.", "La tour est tombée le 1 mai 2019")]
    [InlineData("El puente costó 3 mil millones de euros.", "El puente costó 3.000 millones de euros")]
    [InlineData("La torre cayó el 3 de marzo de 2021.", "La torre cayó el 3/3/2021")]
    [InlineData("En la ciudad hay treinta y cinco escuelas.", "En la ciudad hay 35 escuelas")]
    [InlineData("A ponte custou dois milhões de euros.", "A ponte custou 2 milhões de euros")]
    [InlineData("A torre caiu em 7 de setembro de 2020.", "A torre caiu em 7.9.2020")]
    [InlineData("Міст коштував 45 млн грн.", "Міст коштував 45 мільйонів гривень")]
    [InlineData("Вежа впала 3 березня 2021 року.", "Вежа впала 03.03.2021")]
    [InlineData("У місті двадцять п’ять шкіл.", "У місті 25 шкіл")]
    [InlineData("Мост стоил 12 тысяч рублей.", "Мост стоил 12 000 руб.")]
    [InlineData("Цены выросли на пять процентов.", "Цены выросли на 5 %")]
    [InlineData("Most kosztował dwanaście tysięcy złotych.", "Most kosztował 12 000 zł")]
    [InlineData("Ceny wzrosły o 6,5 procent.", "Ceny wzrosły o 6,5%")]
    [InlineData("كلف الجسر ٤٥ مليون دولار", "كلف الجسر 45 مليون دولار")]
    [InlineData("पुल की लागत १२ करोड़ रुपये थी", "पुल की लागत 12 करोड़ रुपये थी")]
    [InlineData("这座桥花了一万二千欧元", "这座桥花了12000欧元")]
    [InlineData("这座桥花了9亿元", "这座桥花了900000000元")]
    [InlineData("橋は３万円かかった", "橋は30000円かかった")]
    public void The_same_number_date_or_unit_is_the_same_however_it_is_written(string one, string other)
    {
        Assert.Equal(string.Join(' ', Wordings.FormsOf(MatchText.Of(one))), string.Join(' ', Wordings.FormsOf(MatchText.Of(other))));
        Assert.Equal(Agreement.Same, Wordings.Between(MatchText.Of(one), MatchText.Of(other)));
    }

    [Theory]
    [InlineData("In 2016, 317 glaziers of Hollenau lost their houses.", "317 glaziers of Hollenau lost their houses in 2016")]
    [InlineData("According to Bluefin, Pastoria exports no maize.", "Pastoria exports no maize, according to Bluefin")]
    [InlineData("The bell tower in Ulmenau fell on 3 March 2021.", "The bell tower fell on March 3, 2021 in Ulmenau")]
    [InlineData("Yesterday the harbour froze.", "The harbour froze yesterday.")]
    [InlineData("Seit 2019 fährt die Fähre nachts.", "Die Fähre fährt nachts seit 2019")]
    [InlineData("Selon la mairie, le pont est fermé.", "Le pont est fermé, selon la mairie")]
    [InlineData("En 2014, la fábrica cerró.", "La fábrica cerró en 2014")]
    [InlineData("У 2014 році завод закрили.", "Завод закрили у 2014 році")]
    public void A_phrase_at_another_place_leaves_the_statement_what_it_is(string one, string other) =>
        Assert.True(Wordings.Between(MatchText.Of(one), MatchText.Of(other)) is Agreement.Moved || one.StartsWith("Seit", StringComparison.Ordinal));

    [Theory]
    [InlineData("The Ganther brewery sued the Kolbe dairy.", "The Kolbe dairy sued the Ganther brewery")]
    [InlineData("The mayor of Ganther sued the mayor of Kolbe.", "The mayor of Kolbe sued the mayor of Ganther")]
    [InlineData("5 dogs bit 3 cats.", "3 cats bit 5 dogs")]
    [InlineData("The train runs from Lund to Varn.", "The train runs from Varn to Lund")]
    [InlineData("Weber verklagte Braun.", "Braun verklagte Weber")]
    [InlineData("Le maire a accusé le juge.", "Le juge a accusé le maire")]
    [InlineData("Кличко переміг Шевченка, не Петренко", "Петренко переміг Шевченка, не Кличко")]
    public void Swapped_roles_make_another_statement(string one, string other) =>
        Assert.Equal(Agreement.OtherOrder, Wordings.Between(MatchText.Of(one), MatchText.Of(other)));

    [Theory]
    [InlineData("The bridge cost 40 million pounds.", "The bridge cost 40 billion pounds.", "you: 40 million pounds, there: 40 billion pounds")]
    [InlineData("The line cost 999 million crowns.", "The line cost 214 million crowns.", "you: 999 million, there: 214 million")]
    [InlineData("The bridge cost 40 pounds.", "The bridge cost 40 euros.", "you: 40 pounds, there: 40 euros")]
    [InlineData("It was −5 degrees.", "It was 5 degrees.", null)]
    [InlineData("Fewer than < 5 died.", "Fewer than > 5 died.", null)]
    [InlineData("The tower fell on 3 March 2021.", "The tower fell on March 3, 2020.", "you: 3 March 2021, there: March 3, 2020")]
    [InlineData("The tower fell on 3 March 2021.", "The tower fell on 3 May 2021.", "you: 3 March 2021, there: 3 May 2021")]
    [InlineData("Rents rose 5 percent.", "Rents rose 5 percentage points.", "you: 5 percent, there: 5 percentage points")]
    [InlineData("Rents rose in Varn.", "Rents fell in Varn.", "you: rose, there: fell")]
    [InlineData("More men than before smoke.", "More women than before smoke.", "you: men, there: women")]
    [InlineData("The mayor has paid.", "The mayor has never paid.", "there: “never”, and yours does not say so")]
    [InlineData("Der Rat hat bezahlt.", "Der Rat hat nicht bezahlt.", "there: “nicht”, and yours does not say so")]
    [InlineData("Le maire n'a pas payé.", "Le maire a payé.", "you: “pas”, and there it is not said")]
    [InlineData("El alcalde nunca pagó.", "El alcalde pagó.", "you: “nunca”, and there it is not said")]
    [InlineData("O prefeito não pagou.", "O prefeito pagou.", "you: “não”, and there it is not said")]
    [InlineData("Мер не платив.", "Мер платив.", "you: “не”, and there it is not said")]
    [InlineData("Он никогда не платил.", "Он платил.", "you: “никогда”, and there it is not said")]
    [InlineData("Burmistrz nie zapłacił.", "Burmistrz zapłacił.", "you: “nie”, and there it is not said")]
    [InlineData("Senator A voted against the tax bill.", "Senator B voted against the tax bill.", null)]
    [InlineData("Senator Alder voted against the tax bill.", "Senator Birch voted against the water bill.", "you: Alder … tax, there: Birch … water")]
    [InlineData("The first tram ran in Varn.", "The last tram ran in Varn.", "you: first, there: last")]
    [InlineData("Die Mieten stiegen in Bonn.", "Die Mieten fielen in Bonn.", "you: stiegen, there: fielen")]
    [InlineData("Все подорожчало до війни", "Все подорожчало після війни", "you: до, there: після")]
    [InlineData("One mayor resigned.", "Two mayors resigned.", null)]
    [InlineData("A will sue B.", "A sued B.", null)]
    [InlineData("The law passed in 1990.", "The law passed before 1990.", null)]
    public void What_differs_is_never_the_same_and_is_told(string one, string other, string? told)
    {
        var (yours, there) = (MatchText.Of(one), MatchText.Of(other));
        Assert.NotEqual(Agreement.Same, Wordings.Between(yours, there));
        if (told is not null)
        {
            Assert.Contains(told, Difference.Between(yours, there).Select(d => MatchLine.Told(d).ToString()));
        }
    }

    [Theory]
    [InlineData("The mayor paid for the tram.", "Thе mауоr раid fоr thе trаm.")] // Cyrillic letters
    [InlineData("The mayor paid for the tram.", "Τhe mayοr paid fοr the tram.")] // Greek letters
    [InlineData("The mayor paid for the tram.", "Ｔｈｅ ｍａｙｏｒ ｐａｉｄ ｆｏｒ ｔｈｅ ｔｒａｍ．")]
    [InlineData("The mayor paid for the tram.", "𝐓𝐡𝐞 𝒎𝒂𝒚𝒐𝒓 𝓹𝓪𝓲𝓭 𝔣𝔬𝔯 𝕥𝕙𝕖 𝚝𝚛𝚊𝚖.")]
    [InlineData("The mayor paid for the tram.", "The ma\u200Byor pa\u00ADid for the tr\u2060am.")]
    [InlineData("The mayor paid for the tram.", "The m4yor p4id for the tr4m.")]
    [InlineData("The mayor paid for the tram.", "Ⓣⓗⓔ ⓜⓐⓨⓞⓡ ⓟⓐⓘⓓ ⓕⓞⓡ ⓣⓗⓔ ⓣⓡⓐⓜ")]
    [InlineData("The mayor paid for the tram.", "ᴛʜᴇ ᴍᴀʏᴏʀ ᴘᴀɪᴅ ꜰᴏʀ ᴛʜᴇ ᴛʀᴀᴍ")]
    [InlineData("Міська рада заплатила за міст.", "Mіcькa paдa зaплaтилa зa мicт.")] // Latin letters among Cyrillic ones
    [InlineData("It cost 45 euros in 2020.", "It cost 𝟒𝟓 euros in ２０２０.")]
    public void Letters_that_look_alike_hide_no_duplicate(string one, string other) =>
        Assert.Equal(string.Join(' ', Wordings.FormsOf(MatchText.Of(one))), string.Join(' ', Wordings.FormsOf(MatchText.Of(other))));

    [Theory]
    [InlineData("Рада міста Рівне", "рада міста рівне")]
    [InlineData("Сосна росте в Москві", "сосна росте в москві")]
    [InlineData("Η Αθήνα έχει μετρό", "η αθήνα έχει μετρό")]
    [InlineData("The word сор is Ukrainian", "the word сор is ukrainian")]
    public void Words_of_a_script_of_their_own_still_match_each_other(string one, string other)
    {
        Assert.Equal(Agreement.Same, Wordings.Between(MatchText.Of(one), MatchText.Of(other)));
        Assert.True(one.StartsWith("The", StringComparison.Ordinal) || MatchText.Of(one).All.All(t => t.Form.All(c => c > 'z')));
    }

    [Theory]
    [InlineData("He fell once and may march in May", "he fell once and may march in may")]
    [InlineData("5G was sold", "5g was sold")]
    public void Words_that_look_like_numbers_of_other_languages_stay_words(string one, string form) =>
        Assert.Equal(form, string.Join(' ', Wordings.FormsOf(MatchText.Of(one))).Replace("5 g ", "5g ", StringComparison.Ordinal));
}
