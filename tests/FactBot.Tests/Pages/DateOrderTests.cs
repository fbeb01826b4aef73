using System.Text;
using FactBot.Domain.Articles;
using FactBot.Pages;
using FactBot.Text.Language;
using FactBot.Text.Pages;

namespace FactBot.Tests.Pages;

/// <summary>A date that could be two days is settled by what else the page says, or told as unclear.</summary>
public class DateOrderTests
{
    private const string English = "<p>The board of the mill met and said that it had spent three million euros on the roof, and that all of the people were paid for it, as the records of the town say. They have been there for a year, and no one will say who was in it.</p>";
    private const string German = "<p>Der Rat der Stadt hat am Abend beschlossen, dass die Brücke nicht mehr für Autos offen ist, und die Bürger haben sich darüber gefreut. Es ist das erste Mal, dass ein solcher Beschluss von allen getragen wird, wie die Zeitung schreibt.</p>";

    [Theory]
    [InlineData("/2026/04/03/mill", "", "2026-04-03")]
    [InlineData("/2026/03/04/mill", "", "2026-03-04")]
    [InlineData("/news/mill-20260403", "", "2026-04-03")]
    [InlineData("/2026-04/mill", "", "2026-04-03")]
    [InlineData("/2026/3/mill", "", "2026-03-04")]
    [InlineData("/2026/09/mill", "", null)]
    [InlineData("/mill", "<meta property='article:modified_time' content='2026-04-03T09:00:00Z'>", "2026-04-03")]
    [InlineData("/mill", "<meta property='article:modified_time' content='2026-03-04T09:00:00Z'>", "2026-03-04")]
    [InlineData("/mill", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"dateModified\":\"2026-04-03\"}</script>", "2026-04-03")]
    [InlineData("/mill", "", null)]
    public async Task The_address_and_other_dates_settle_it(string path, string head, string? expected) =>
        Assert.Equal(expected, Day(await ReadAsync($"https://news.example{path}", "<html>", head, English)));

    [Theory]
    [InlineData("<p>The last meeting was on 25/03/2026.</p>", "2026-04-03")]
    [InlineData("<p>The last meeting was on 03/25/2026.</p>", "2026-03-04")]
    [InlineData("<p>The meetings were on 25/03/2026 and 03/25/2026.</p>", null)]
    public async Task So_do_dates_that_the_page_writes_in_the_same_way(string more, string? expected) =>
        Assert.Equal(expected, Day(await ReadAsync("https://news.example/mill", "<html lang=en>", "", English + more)));

    [Theory]
    [InlineData("https://news.example/mill", "<html>", "2026-04-03")]
    [InlineData("https://news.example/mill", "<html lang=en-US>", "2026-04-03")]
    public async Task So_does_the_language_that_the_text_is_written_in(string address, string root, string expected) =>
        Assert.Equal(expected, Day(await ReadAsync(address, root, "", German)));

    [Theory]
    [InlineData("https://news.example/mill", "<html lang=en-US>", "2026-03-04")]
    [InlineData("https://news.example/mill", "<html lang=en-GB>", "2026-04-03")]
    [InlineData("https://www.news.co.uk/mill", "<html lang=en>", "2026-04-03")]
    [InlineData("https://news.gov/mill", "<html>", "2026-03-04")]
    [InlineData("https://news.ca/mill", "<html lang=en>", null)]
    public async Task So_do_the_region_and_the_country(string address, string root, string? expected)
    {
        var page = await ReadAsync(address, root, "", English);
        Assert.Equal(expected, Day(page));
        Assert.Equal(expected is null ? "03/04/2026" : null, page.UnclearDate);
    }

    [Theory]
    [InlineData("<time>03/04/2026</time>")]
    [InlineData("<span itemprop=datePublished>03/04/2026</span>")]
    [InlineData("<time datetime='03/04/2026'>yesterday</time>")]
    [InlineData("<span class=entry-date>03/04/2026</span>")]
    public async Task However_the_date_is_marked(string marked)
    {
        Assert.Equal("03/04/2026", (await ReadAsync("https://news.example/mill", "<html>", "", marked + English)).UnclearDate);
        Assert.Equal("2026-04-03", Day(await ReadAsync("https://news.example/2026/04/03/mill", "<html>", "", marked + English)));
    }

    [Fact]
    public async Task Who_adds_the_article_is_told_that_its_date_is_unclear()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await using var web = await TestWeb.OpenAsync();
        web.With("/mill", PageOf("<html>", "<meta name=publish-date content='03/04/2026'>", English));
        web.With("/2026/04/03/mill", PageOf("<html>", "<meta name=publish-date content='03/04/2026'>", English.Replace("mill", "weir", StringComparison.Ordinal)));
        Assert.Contains("Its date, 03/04/2026, can be read two ways, so none is kept.", (await desk.RunAsync(desk.Fay, "article add", ("url", new Uri(web.Address, "/mill").AbsoluteUri))).Answer());
        Assert.DoesNotContain("two ways", (await desk.RunAsync(desk.Fay, "article add", ("url", new Uri(web.Address, "/2026/04/03/mill").AbsoluteUri))).Answer());
    }

    [Theory]
    [InlineData("The council of the town has said that it will not pay for the bridge, and that there was no money left for it in this year.", "en")]
    [InlineData("Der Rat der Stadt hat gesagt, dass er die Brücke nicht bezahlen wird, und dass in diesem Jahr kein Geld mehr dafür da ist.", "de")]
    [InlineData("Le conseil de la ville a dit qu’il ne va pas payer pour le pont et que cette année il n’y a plus d’argent dans les caisses.", "fr")]
    [InlineData("El consejo de la ciudad ha dicho que no va a pagar por el puente y que este año no hay más dinero para los vecinos.", "es")]
    [InlineData("O conselho da cidade disse que não vai pagar pela ponte e que este ano não há mais dinheiro para os moradores do bairro.", "pt")]
    [InlineData("Il consiglio della città ha detto che non pagherà per il ponte e che quest’anno non ci sono più soldi per gli abitanti.", "it")]
    [InlineData("De raad van de stad heeft gezegd dat hij niet voor de brug zal betalen en dat er dit jaar geen geld meer is voor de bewoners.", "nl")]
    [InlineData("Rada miasta powiedziała, że nie zapłaci za most i że w tym roku nie ma już na to pieniędzy, jak pisze gazeta po sesji.", "pl")]
    [InlineData("Рада міста сказала, що не буде платити за міст і що в цьому році на це вже немає грошей, як пише газета після сесії.", "uk")]
    [InlineData("Совет города сказал, что не будет платить за мост и что в этом году на это уже нет денег, как пишет газета после заседания.", "ru")]
    [InlineData("قال مجلس المدينة إنه لن يدفع ثمن الجسر وإنه لا توجد أموال هذا العام للسكان في الحي القديم", "ar")]
    [InlineData("नगर परिषद ने कहा कि वह पुल के लिए भुगतान नहीं करेगी और इस साल निवासियों के लिए कोई पैसा नहीं बचा है", "hi")]
    [InlineData("市议会表示，它不会为这座桥付款，今年已经没有钱给居民了，报纸在会议之后这样写道，市长没有对此发表任何评论，居民们表示非常失望。", "zh")]
    [InlineData("市議会は橋の費用を払わないと述べ、今年は住民のためのお金がもう残っていないと新聞は会議の後に書いている。市長はコメントしなかった。", "ja")]
    [InlineData("עיריית העיר אמרה שלא תשלם עבור הגשר ושאין השנה עוד כסף לתושבים, כך כתב העיתון אחרי הישיבה", "he")]
    [InlineData("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.", null)]
    [InlineData("Short.", null)]
    public void The_language_of_a_text_is_told_by_its_letters_and_words(string text, string? expected) => Assert.Equal(expected, WrittenLanguage.Find(text));

    [Theory]
    [InlineData("<html>", "de")]
    [InlineData("<html lang=en>", "de")]
    [InlineData("<html lang=de-AT>", "de")]
    [InlineData("<html lang=xx>", "xx")]
    public async Task A_page_that_names_no_language_or_a_wrong_one_has_that_of_its_text(string root, string expected) =>
        Assert.Equal(expected, (await ReadAsync("https://news.example/mill", root, "", German)).Language);

    [Theory]
    [InlineData("nb", "Rådet har sagt at de ikke vil betale for broen, og at det ikke er penger igjen i år, skriver avisen etter møtet i går kveld.", "nb")]
    [InlineData("ca", "El consell de la ciutat ha dit que no pagarà el pont i que aquest any no hi ha més diners per als veïns del barri vell.", "ca")]
    [InlineData("fa", "شورای شهر گفت که هزینه پل را نمی پردازد و امسال پولی برای ساکنان باقی نمانده است و روزنامه چنین نوشت", "fa")]
    [InlineData("en", "Рада міста сказала, що не буде платити за міст і що в цьому році на це вже немає грошей, як пише газета після сесії.", "uk")]
    [InlineData("fr", "市议会表示，它不会为这座桥付款，今年已经没有钱给居民了，报纸在会议之后这样写道，市长没有对此发表任何评论，居民们表示非常失望。", "zh")]
    public void A_named_language_stays_where_the_text_may_be_in_it(string named, string text, string expected) => Assert.Equal(expected, WrittenLanguage.Settle(named, text));

    [Fact]
    public void A_pasted_text_has_its_language_too() =>
        Assert.Equal("de", ArticleDraft.Of(new ReadablePage(German.Replace("<p>", "", StringComparison.Ordinal)), null, null, null).Language);

    private static string? Day(ReadablePage page) => page.Published?.ToString("yyyy-MM-dd", null);

    private static string PageOf(string root, string head, string body) => $"<!doctype html>{root}<head><title>Mill</title>{head}</head><body><article>{body}</article></body></html>";

    private static Task<ReadablePage> ReadAsync(string address, string root, string head, string body) => new PageReader(PageLimits.None).ReadAsync(
        new FetchedPage(new Uri(address), "text/html", null, Encoding.UTF8.GetBytes(PageOf(root, head + (body.Contains("03/04/2026", StringComparison.Ordinal) ? "" : "<meta name=publish-date content='03/04/2026'>"), body)), PageVersion.None, DateTimeOffset.UnixEpoch), CancellationToken.None);
}
