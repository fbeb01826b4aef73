using FactBot.Text.Quotes;
using FactBot.Text.Sentences;

namespace FactBot.Tests.Articles;

/// <summary>Sentences and quotes on which other programs were reported to fail, in words of our own.</summary>
public class ReportedTextsTests
{
    [Theory]
    // https://github.com/nltk/nltk/issues/1903
    [InlineData("»Die Welt ist recht laut.| Wie froh bin ich, dass du anders bist.«| Das hatte Robert am 1. Februar 1916 an Lina geschrieben.")]
    [InlineData("Er rief: »Ich bleibe hier.«| Dann ging er fort.| »Nein!«, rief sie.| ‚Gut.‘| So endete es.")]
    // https://github.com/nipunsadvilkar/pySBD/issues/86
    [InlineData("Yan et al. [2004] measured the tides in the north.| Later, Holt et al. (2011) did so again.")]
    // https://github.com/speedyk-005/yasbd-lib/issues/260
    [InlineData("Acme Inc. USA is hiring nine engineers this quarter.| Beta Corp. North America leads the way.")]
    [InlineData("Martin Luther King Jr. Day is a paid holiday at the mill.| Nobody works.")]
    [InlineData("Tom Birch Sr. VP of Mills will be your boss.| He is 81.")]
    // https://github.com/stdlib-js/stdlib/issues/3017
    [InlineData("I said \"Look out!\" right before he hit his head.| He fell.")]
    // https://github.com/fnl/segtok/issues/16
    [InlineData("\"Good morning?\" Hazel asked.| \"Good morning!\" Tom Birch exclaimed.| \"Good morning,\" he said.")]
    // https://github.com/sloria/TextBlob/issues/109
    [InlineData("“The miller is dead.”| “Do the dead scare you?” Sir Wymar Holt asked with a smile.| Dorn did not.")]
    // https://github.com/anoopkunchukuttan/indic_nlp_library/issues/37
    [InlineData("He said \"Will you bring me some water?\".| She said \"Sure!\", and went away.")]
    // https://github.com/spencermountain/compromise/issues/1026
    [InlineData("Dorn said, \"I mill, therefore I am.\"| I think Dorn is wrong.")]
    [InlineData("Dorn said wise things (well, he hardly did. But whatever.)| I believe Dorn was wrong.")]
    // https://github.com/nytud/quntoken/issues/32
    [InlineData("He left without a farewell.| ...He was right to.| »No, look.«| She laughed.")]
    // https://github.com/speedyk-005/yasbd-lib/issues/301
    [InlineData("Das Land hat 83 Mio. Einwohner.| Das kostet 5 Mrd. Euro.| Das ist viel.")]
    // https://github.com/explosion/spaCy/issues/4254
    [InlineData("¿Podría usted hablar con Washington, EE. UU. ?| Gracias.")]
    // https://github.com/aphp/edsnlp/issues/404
    [InlineData("10.10.2010 : Treffen im Rathaus.| Es dauerte lange.")]
    // https://github.com/HeidelTime/heideltime/issues/50
    [InlineData("JAN. 27, 2017 is the date of it.| DEC. 3 is not.")]
    // https://github.com/explosion/spaCy/issues/6289
    [InlineData("It opened on 29 Nov 2021 .| It closed on 30 Nov 2021 .| Nobody came .")]
    // https://github.com/NaturalNode/natural/issues/550
    [InlineData("This is one.| And another where ‘somebody says something.’")]
    // https://github.com/explosion/spaCy/issues/3052
    [InlineData("Betriebe mit vielen Kund:innenkontakten zahlen mehr.| So steht es da.")]
    // https://github.com/allenai/scholarphi/issues/114
    [InlineData("The first one ends here...| Then the second.| And the third.")]
    // https://github.com/neurosnap/sentences/issues/12
    [InlineData("“Can this be — ?”| The inn had gone still.| “Bless me,” said the old man, “Tom Birch . . . what an honour.”")]
    // https://github.com/explosion/spaCy/issues/611
    [InlineData("Alternative Mühlen sollte er kennen.| Er kennt keine.")]
    public void Sentences_end_where_a_reader_ends_them(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        Assert.Equal(marked.Split('|').Select(s => s.Trim()), SentenceSplitter.Split(text).Select(s => s.In(text)));
    }

    [Theory]
    // https://github.com/WICG/scroll-to-text-fragment/issues/253
    [InlineData("The mill made 66.05 and then\u200B\u00A0\u200B2,806 carts.", "and then 2,806 carts")]
    // https://github.com/adactio/resilientwebdesign/pull/7
    [InlineData("It is the last of the nine\u00A0mills.", "the last of the nine mills.")]
    // https://github.com/WICG/scroll-to-text-fragment/issues/98
    [InlineData("It is   the last\n\tof nine\r\nmills there.", "the last of nine mills there")]
    // https://github.com/hypothesis/product-backlog/issues/338
    [InlineData("The signiﬁcant ﬂow of 9 tons was ﬁnal.", "The significant flow of 9 tons was final")]
    // https://github.com/julkue/mark.js/issues/483
    [InlineData("Lorem dolor sit āmet, rebum.", "sit āmet")]
    public void A_quote_is_found_whatever_stands_between_its_letters(string text, string quote) => Assert.NotNull(TextAnchor.Find(text, quote));

    [Theory]
    // https://github.com/hypothesis/h/issues/2634
    [InlineData("Our computing machines are forever in talks with each other, deciding who gets to enter.", "Linus")]
    // https://github.com/hypothesis/h/issues/4328
    [InlineData("We look for developers and designers who know their craft and live in the north.", "Developer, Frontend")]
    // https://github.com/hypothesis/client/issues/7571
    [InlineData("The team from Varn said that the new gates cut the time in the lock by twelve minutes.", "The team from Ostrel said that the new gates cut the time in the lock by forty minutes.")]
    // https://github.com/hypothesis/client/issues/480
    [InlineData("It should stand in the head of the page, but it works in any place.", "just below the")]
    public void Another_passage_is_not_taken_for_the_quote(string text, string quote) => Assert.Null(TextAnchor.FindNear(text, quote));
}
