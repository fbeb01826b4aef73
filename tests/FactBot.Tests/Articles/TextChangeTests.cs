using FactBot.Text.Revisions;

namespace FactBot.Tests.Articles;

/// <summary>What is an edit of an article, and what only looks like one.</summary>
public class TextChangeTests
{
    private const string Body =
        "The weavers of Thornby shipped 91 barges of cloth to Rost in 1979.\n\nThe board met three times and said that it had spent four million on it, and forty people were paid for it.";

    [Theory]
    [InlineData("Updated 3 minutes ago", "Updated 9 minutes ago")]
    [InlineData("Updated 59 minutes ago", "Updated an hour ago")]
    [InlineData("Ida Holt · 3 min ago · 4 min read", "Ida Holt · 2 hours ago · 4 min read")]
    [InlineData("vor 3 Minuten", "vor einer Stunde")]
    [InlineData("Il y a 3 minutes", "Il y a 2 heures")]
    [InlineData("hace 3 minutos", "hace 2 horas")]
    [InlineData("há 3 minutos", "há 2 horas")]
    [InlineData("3 хвилини тому", "9 хвилин тому")]
    [InlineData("3 минуты назад", "2 часа назад")]
    [InlineData("3 godziny temu", "5 godzin temu")]
    [InlineData("3分前", "2時間前")]
    [InlineData("3分钟前", "2小时前")]
    [InlineData("3분 전", "2시간 전")]
    [InlineData("منذ 3 دقائق", "منذ 9 دقائق")]
    [InlineData("Last updated at 10:42 GMT", "Last updated at 11:07 GMT")]
    [InlineData("Stand: 12.03.2023, 10:42 Uhr", "Stand: 12.03.2023, 11:07 Uhr")]
    [InlineData("Оновлено о 10:42", "Оновлено о 11:07")]
    [InlineData("1,204 views", "1,377 views")]
    [InlineData("45 Kommentare", "52 Kommentare")]
    [InlineData("Переглядів: 1204", "Переглядів: 1377")]
    [InlineData("(12 comments)", "(13 comments)")]
    [InlineData("阅读 1204", "阅读 1377")]
    [InlineData("10:42", "11:07")]
    [InlineData("By Ida Holt | 1,204 views | 3 min read", "By Ida Holt | 1,377 views | 3 min read")]
    [InlineData("Von Ida Holt · vor 3 Stunden · 45 Kommentare", "Von Ida Holt · vor 5 Stunden · 52 Kommentare")]
    [InlineData("More stories\nWolves seen near the reservoir", "More stories\nSnow fell on Mount Idrin")]
    [InlineData("Read more\nWolves seen near the reservoir\nBakers use rye", "Read more\nSnow fell on Mount Idrin\nBakers use rye")]
    [InlineData("Mehr zum Thema\nWölfe am Stausee", "Mehr zum Thema\nSchnee am Berg\nNoch mehr Schnee")]
    public void A_clock_a_counter_or_a_list_of_links_is_no_edit(string before, string now)
    {
        Assert.True(TextChange.IsNone($"{before}\n\n{Body}", $"{now}\n\n{Body}") || before.Contains('\n', StringComparison.Ordinal));
        Assert.True(TextChange.IsNone($"{Body}\n\n{before}", $"{Body}\n\n{now}"));
    }

    [Theory]
    [InlineData("The keepers of Ferring lit 54 lamps in 1982.", "The keepers of Ferring lit 57 lamps in 1982.")]
    [InlineData("The mayor said so 3 hours ago, and left.", "The mayor said so 9 hours ago, and left.")]
    [InlineData("The film had 1,204 views.", "The film had 1,377 views.")]
    [InlineData("54 lamps were lit", "57 lamps were lit")]
    [InlineData("The mayor denied it.", "The mayor did not deny it.")]
    [InlineData("Varn: 12 | Kell: 15", "Varn: 12 | Kell: 16")]
    [InlineData("It closed at 10:42.", "It closed at 11:07.")]
    [InlineData("By Ida Holt | Varn", "By Ben Roy | Varn")]
    [InlineData("Bearings | 21", "Bearings | 12")]
    [InlineData("Updated rules for the port", "Updated rules for the harbour")]
    [InlineData("Nobody was hurt.", "")]
    [InlineData("Er wohnt vor Ort.", "Er wohnt dort.")]
    [InlineData("市长说花了五百万元。", "市长说花了六百万元。")]
    public void A_word_or_a_number_of_the_article_is_one(string before, string now) => Assert.False(TextChange.IsNone($"{Body}\n\n{before}", $"{Body}\n\n{now}"));

    [Theory]
    [InlineData("We value your privacy. We and our 842 partners store and access information on a device, such as cookies, and process personal data for advertising.")]
    [InlineData("Checking your browser before you go on. This process is automatic. Your browser will be sent on to what you asked for shortly. Please allow up to five seconds.")]
    [InlineData("Sorry, this page isn't available. The link you followed may be broken, or the page may have been removed. Go back to the start page of the site.")]
    [InlineData("Subscribe now to read this and all other articles of our paper, for one crown in the first month, and end it whenever you like.")]
    [InlineData("我们重视您的隐私。我们和我们的合作伙伴在设备上存储信息，并处理个人数据，用于个性化广告和内容。")]
    public void What_shares_next_to_nothing_with_the_article_is_something_else(string now) => Assert.True(TextChange.IsSomethingElse(Body, now));

    [Fact]
    public void A_part_of_the_article_a_longer_one_and_a_reworded_one_are_the_article()
    {
        Assert.False(TextChange.IsSomethingElse(Body, Body[..90]));
        Assert.False(TextChange.IsSomethingElse(Body, Body + "\n\nAnother board of another town met a week later and spent nothing at all on anything, which was a relief to all who live there."));
        Assert.False(TextChange.IsSomethingElse("市长说，这座桥花了五百万元，比计划多了百分之十二。", "市长说，这座桥花了六百万元，比计划多了百分之二十。"));
    }
}
