using FactBot.Text.Sentences;

namespace FactBot.Tests.Articles;

/// <summary>Kinds of stops at which sentence splitters are known to fail, each in other words than the texts it was found in.</summary>
public class SentenceKindsTests
{
    [Theory]
    // Titles in small letters, and letters in place of names.
    [InlineData("Lo dijo el gral. Mora en Quito.|La dra. Paz calló.")]
    [InlineData("Disse o gen. Rocha ao jornal.|A dra. Pinto calou-se.")]
    [InlineData("Le rapport du prof. Aubin est paru.|Il compte 40 pages.")]
    [InlineData("So sagt es Prof. M. L. Weber of Bonn nie.|Er schweigt.")]
    [InlineData("Prof. C. D. Lund of Bergen read it.|He said nothing.")]
    [InlineData("Об этом пишет проф. Е. К. Лосев в книге.|Он прав.")]
    // Initials that no surname follows, and a letter that belongs to a noun in any case.
    [InlineData("They read about Malcolm X. He died in 1965.", "They read about Malcolm X.|He died in 1965.")]
    [InlineData("Lek zawiera dużo witaminy C. Dzieci go lubią.", "Lek zawiera dużo witaminy C.|Dzieci go lubią.")]
    // Abbreviations of spaced letters, and units beside units.
    [InlineData("Купили хлеб, соль и т. п. Деньги кончились.", "Купили хлеб, соль и т. п.|Деньги кончились.")]
    [InlineData("Придбали хліб, сіль і т. д. Гроші скінчилися.", "Придбали хліб, сіль і т. д.|Гроші скінчилися.")]
    [InlineData("Поїзд запізнився на 2 год. 15 хв. через сніг.|Усі чекали.")]
    [InlineData("She is 5 ft. 9 in. tall.|He is taller.")]
    [InlineData("Замок построен в XIV в. — первый в крае.|Он цел.")]
    [InlineData("Zamek zbudowano w XIV w. Hrabia mieszkał obok, w Pile.", "Zamek zbudowano w XIV w.|Hrabia mieszkał obok, w Pile.")]
    // An article that has lost its vowel before an abbreviation.
    [InlineData("Selon l'art. 7, c'est permis.|D'après l'al. 3 de l'art. 9, non.")]
    [InlineData("Voir l’éd. 2 du livre.|Elle est rare.")]
    // A list begins after a colon.
    [InlineData("Der Plan: 1. Warten.|2. Hoffen.")]
    [InlineData("План простой: 1. Ждать.|2. Надеяться.")]
    // Who asked stands after the question, in scripts that have no small letters.
    [InlineData("«من أين جئت؟» سأل الشرطي.|لم يجب.")]
    [InlineData("“आप कहाँ थे?” पुलिस ने पूछा।|वह चुप रहा।")]
    // Names of letters stand for initials.
    [InlineData("डॉ. पी. एन. ओक ने लिखा।|किताब छपी।")]
    // Compound abbreviations, places before addresses, times before zones.
    [InlineData("Geleitet wird es von Dipl.-Ing. Kern aus Ulm.|Er kam per Bahn.")]
    [InlineData("Der Maler H.-P. Roth lebt in Graz.|Er malt.")]
    [InlineData("They moved from Reno to Peoria, Ill. Mrs. Webb stayed.", "They moved from Reno to Peoria, Ill.|Mrs. Webb stayed.")]
    [InlineData("Polls close at 7 p.m. P.S.T. on Monday.|Then we count.")]
    // Ordinary words that are abbreviations elsewhere.
    [InlineData("В документе говорится о нем. Суд согласен.", "В документе говорится о нем.|Суд согласен.")]
    [InlineData("Всё шло так: мальчик рос. Мать старела.", "Всё шло так: мальчик рос.|Мать старела.")]
    [InlineData("Przed ratuszem stał tłum. Policja czekała.", "Przed ratuszem stał tłum.|Policja czekała.")]
    [InlineData("Приїхало 50 осіб. Василь Коваль мовчав.", "Приїхало 50 осіб.|Василь Коваль мовчав.")]
    public void A_stop_ends_a_sentence_only_where_its_kind_does(string marked, string? expected = null)
    {
        var sentences = (expected ?? marked).Split('|');
        var text = string.Join(' ', sentences);
        Assert.Equal(sentences, SentenceSplitter.Split(text).Select(s => s.In(text)));
    }

    [Theory]
    [InlineData("“你去哪里？”她问道。|没有人回答。|“不去。”他说。|“好。”")]
    [InlineData("他没有说出那个名字……|会议就这样结束了。")]
    [InlineData("彼は最後まで名前を言わなかった……|会議はそのまま終わった。")]
    [InlineData("我……我真的不知道。|他走了。")]
    [InlineData("《你在哪里？》是一部电影。|很好看。")]
    [InlineData("作者はA. K. 木村氏だ。|彼は若い。")]
    public void Unspaced_scripts_end_sentences_at_their_marks(string marked)
    {
        var sentences = marked.Split('|');
        var text = string.Concat(sentences);
        Assert.Equal(sentences, SentenceSplitter.Split(text).Select(s => s.In(text)));
    }

    [Theory]
    [InlineData("The dam held.”", "The mayor left at noon.", "“We were lucky. ")]
    [InlineData("La presa resistió.»", "El alcalde se fue a las doce.", "«Tuvimos suerte. ")]
    public void A_quotation_that_lost_the_space_after_it_ends_its_sentence(string quoted, string next, string before)
    {
        var text = before + quoted + next;
        Assert.Equal([before.Trim(), quoted, next], SentenceSplitter.Split(text).Select(s => s.In(text)));
    }
}
