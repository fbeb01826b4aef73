using CsCheck;
using FactBot.Text.Sentences;

namespace FactBot.Tests.Articles;

public class SentencesTests
{
    [Theory]
    [InlineData("Dr. J. Smith met Mr. Brown on Jan. 5. They agreed.|It cost $3.5 million.")]
    [InlineData("The U.S. Senate voted 52–48.|It was the first vote in the U.S. The bill failed.", "The U.S. Senate voted 52–48.|It was the first vote in the U.S.|The bill failed.")]
    [InlineData("“We will not stop.” He said it twice.|“Why?” asked the mayor.")]
    [InlineData("She works for Acme Inc. in Ohio.|See p. 12, e.g. the table, etc. The rest follows.", "She works for Acme Inc. in Ohio.|See p. 12, e.g. the table, etc.|The rest follows.")]
    [InlineData("Really?!|Yes...|And then… nothing.|(He left at 5 p.m. on Monday.)|Then he slept.")]
    [InlineData("Die Wahl fand am 3. Oktober 2021 statt.|Dr. Müller, geb. 1950, kam z. B. aus Köln.|Es kostete 1.200,50 Euro.|„Nein.“ Das sagte er.")]
    [InlineData("У 2014 р. Росія анексувала Крим.|Населення — 1,2 млн осіб.|Це сказав проф. О. Шевченко на вул. Хрещатик.|«Ні». Він пішов.")]
    [InlineData("M. Dupont a dit : « Non. »|Il est parti à 8 h.|Mme Martin, av. Foch, n'est pas d'accord !|Pourquoi ?|On ne sait pas.")]
    [InlineData("El Sr. García llegó a EE.UU. en 1999.|¿Qué pasó?|¡Nada!|Costó 3.500 euros.")]
    public void Sentences_end_where_a_reader_would_end_them(string marked, string? expected = null)
    {
        var sentences = (expected ?? marked.Replace(". They", ".|They", StringComparison.Ordinal).Replace("stop.” He", "stop.”|He", StringComparison.Ordinal)
            .Replace("Nein.“ Das", "Nein.“|Das", StringComparison.Ordinal).Replace("«Ні». Він", "«Ні».|Він", StringComparison.Ordinal)).Split('|');
        var text = string.Join(' ', sentences);
        Assert.Equal(sentences, SentenceSplitter.Split(text).Select(s => s.In(text)));
    }

    [Fact]
    public void Headings_list_items_and_paragraphs_stand_alone_and_wrapped_lines_do_not()
    {
        const string text = "# What it costs\n\nThe bridge over the harbour cost 12 million and it was opened in the\nyear 1931.\n- Two lanes\n- One tramway\n1. First\n2. Second\n\nNo full stop here\n\nThe end";
        Assert.Equal(
            ["# What it costs", "The bridge over the harbour cost 12 million and it was opened in the\nyear 1931.", "- Two lanes", "- One tramway", "1. First", "2. Second", "No full stop here", "The end"],
            SentenceSplitter.Split(text).Select(s => s.In(text)));
    }

    [Fact]
    public void A_line_that_is_wrapped_after_a_few_words_of_a_sentence_goes_on() => Assert.Equal(
        ["“We found rust,” said Ben.", "According to the\nNational Road Office, no bridge carried more."],
        SentenceSplitter.Split("“We found rust,” said Ben. According to the\nNational Road Office, no bridge carried more.").Select(s => s.In("“We found rust,” said Ben. According to the\nNational Road Office, no bridge carried more.")));

    [Fact]
    public void A_long_headline_is_no_part_of_the_line_below_it()
    {
        const string text = "Mayor Holt Faces Fury Over Old Harbour Bridge That Cost 38 Million Crowns\nMayor Faces Questions\n\nIt is closed.";
        Assert.Equal(3, SentenceSplitter.Split(text).Count);
    }

    [Fact]
    public void Splitting_and_joining_loses_no_character_in_any_language() =>
        (from parts in Gen.OneOf(
            Gen.OneOf("Dr. ", "U.S. ", "a", "The ", " ", "\n", "\n\n", ".", "!", "…", "“", "”", " »", "3.", "1. ", "р. ", "😀", "é", "\u0301", "\u202E", "\uD800", "- "),
            Gen.OneOf("z. B. ", "Herr Prof. Weiß, geb. 1950, ", "am 3. Oktober ", "„Nein.“ ", "M. Dupont ", "« Non. » ", "p. ex. ", "Sr. ", "¿Qué? ", "EE.UU. ", "у 2014 р. ", "вул. Хрещатик ", "«Ні». ", "О. Шевченко ", "1,2 млн. "),
            Gen.UShort.Select(c => (char)c).Array[0, 5].Select(c => new string(c))).List[0, 40]
         select string.Concat(parts))
        .Sample(text =>
        {
            var sentences = SentenceSplitter.Split(text);
            var at = 0;
            foreach (var sentence in sentences)
            {
                if (sentence.Start != at || sentence.End < at || sentence.Next < sentence.End || sentence.Next <= sentence.Start
                    || !string.IsNullOrWhiteSpace(text[sentence.End..sentence.Next]))
                {
                    return false;
                }

                at = sentence.Next;
            }

            return at == text.Length;
        });

    [Fact]
    public void A_megabyte_in_one_line_is_split_in_one_go()
    {
        var line = string.Concat(Enumerable.Repeat("Mr. A. said 3.5 of it. ", 50_000));
        Assert.Equal(50_000, SentenceSplitter.Split(line).Count);
        Assert.Single(SentenceSplitter.Split(new string('a', 1_000_000)));
        Assert.Single(SentenceSplitter.Split(new string('.', 1_000_000)));
    }
}
