using System.Text;
using FactBot.Domain.Articles;
using FactBot.Pages;
using FactBot.Text.Encodings;

namespace FactBot.Tests.Pages;

public class EncodingTests
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["de"] = "Der Rat für Mühlen hat „viel zu spät“ gebaut, sagt die Bürgermeisterin.",
        ["fr"] = "L’été dernier, la mairie a dépensé 5 millions d’euros pour l’hôpital.",
        ["es"] = "El año pasado el señor Núñez pagó 5 millones. ¿Por qué?",
        ["pt"] = "A Câmara não gastou 5 milhões na construção da estação.",
        ["pl"] = "Zarząd młyna wydał pięć milionów złotych, a most wciąż stoi pusty.",
        ["cs"] = "Představenstvo mlýna utratilo pět milionů korun a řeka dál teče.",
        ["hu"] = "A malom tulajdonosa ötmillió forintot költött az új gőzgépre.",
        ["ru"] = "Мэр сказал, что мост стоил пять миллионов рублей.",
        ["uk"] = "Рада заявила, що міст коштував п’ять мільйонів гривень і їх уже сплатили.",
        ["el"] = "Ο δήμαρχος είπε ότι η γέφυρα κόστισε πέντε εκατομμύρια ευρώ.",
        ["tr"] = "Belediye başkanı köprünün beş milyon liraya mal olduğunu söyledi, şaşırdık.",
        ["he"] = "ראש העיר אמר שהגשר עלה חמישה מיליון.",
        ["ar"] = "قال رئيس البلدية إن الجسر كلف خمسة ملايين.",
        ["th"] = "นายกเทศมนตรีกล่าวว่าสะพานมีราคาห้าล้านบาท",
        ["ja"] = "市長は、橋の建設に五百万円かかったと述べた。",
        ["zh"] = "市长说，这座桥花了五百万元，比计划多了百分之十二。",
        ["zh-TW"] = "市長說，這座橋花了五百萬元，比計劃多了百分之十二。",
        ["ko"] = "시장은 다리를 짓는 데 오백만 원이 들었다고 말했다.",
        ["lt"] = "Meras sakė, kad tiltas kainavo penkis milijonus eurų, o žmonės nustebę.",
    };

    public static TheoryData<string, int> Undeclared => new(
        ("de", 1252), ("fr", 1252), ("es", 1252), ("pt", 1252), ("pl", 1250), ("cs", 1250), ("hu", 1250), ("pl", 28592), ("cs", 28592),
        ("ru", 1251), ("ru", 20866), ("ru", 866), ("ru", 28595), ("uk", 1251), ("el", 1253), ("tr", 1254), ("he", 1255),
        ("ar", 1256), ("th", 874), ("ja", 932), ("ja", 51932), ("ja", 50220), ("zh", 54936), ("zh-TW", 950), ("ko", 949), ("lt", 1257),
        ("ru", 1200), ("de", 1201), ("fr", 10000));

    [Theory]
    [MemberData(nameof(Undeclared))]
    public async Task One_sentence_in_an_encoding_that_nobody_named_is_read(string language, int page) =>
        Assert.Equal(Texts[language], await ReadAsync(Bytes(Texts[language], page)));

    [Theory]
    [MemberData(nameof(Undeclared))]
    public async Task So_is_a_page_that_says_it_is_utf_8_and_is_not(string language, int page)
    {
        if (page is 1200 or 1201 or 50220)
        {
            return;
        }

        Assert.Contains(Texts[language], await ReadAsync(Bytes(PageWith("<meta charset=utf-8>", Texts[language]), page)));
    }

    [Theory]
    [InlineData("iso-8859-1", 1252, "it’s €5 – “too much”…")]
    [InlineData("Latin1", 1252, "it’s €5 – “too much”…")]
    [InlineData("us-ascii", 1252, "it’s €5 – “too much”…")]
    [InlineData(" ISO_8859-1:1987 ", 1252, "it’s €5 – “too much”…")]
    [InlineData("x-user-defined", 1252, "it’s €5 – “too much”…")]
    [InlineData("iso-8859-9", 1254, "İstanbul’da şimdi ğ")]
    [InlineData("latin5", 1254, "İstanbul’da şimdi ğ")]
    [InlineData("tis-620", 874, "ราคา 5 ล้าน “บาท”")]
    [InlineData("gb2312", 54936, "朱镕基说，「繁體」也在")]
    [InlineData("x-gbk", 54936, "朱镕基说")]
    [InlineData("shift-jis", 932, "①髙橋さんは㈱の社長だ")]
    [InlineData("windows-31j", 932, "①髙橋さん")]
    [InlineData("ks_c_5601-1987", 949, "똠방각하는 펲시콜라를 샀다")]
    [InlineData("euc-kr", 949, "똠방각하는 펲시콜라를 샀다")]
    [InlineData("big5", 950, "市長說橋貴")]
    [InlineData("cskoi8r", 20866, "Мост стоил дорого")]
    [InlineData("cp866", 866, "Мост стоил дорого")]
    [InlineData("x-mac-cyrillic", 10007, "Мост стоил дорого")]
    [InlineData("l9", 28605, "5 € pour l'œuvre")]
    [InlineData("utf-16", 65001, "Über alles")]
    [InlineData("unicode-1-1-utf-8", 65001, "Über alles")]
    public async Task A_label_means_what_it_means_in_browsers(string label, int page, string text)
    {
        foreach (var head in new[] { $"<meta charset=\"{label}\">", $"<META content='text/html; charset={label.Trim()}' http-equiv=\"Content-Type\" />" })
        {
            Assert.Contains(text, await ReadAsync(Bytes(PageWith(head, text), page)));
        }
    }

    [Theory]
    [InlineData("iso-8859-10", 0xAF, "Ŋ")]
    [InlineData("iso-8859-14", 0xD0, "Ŵ")]
    [InlineData("iso-8859-16", 0xAA, "Ș")]
    [InlineData("windows-874", 0xDB, "\uFFFD")]
    public void Letters_of_rare_encodings_are_known(string label, int letter, string expected) =>
        Assert.Equal(expected, WebEncodings.Find(label)!.Value.Decode([(byte)letter]));

    [Fact]
    public void Letters_that_dot_net_does_not_know_are_read_as_browsers_do()
    {
        Assert.Equal("㗎嘅€", WebEncodings.Find("big5-hkscs")!.Value.Decode([0x9D, 0xEE, 0x9D, 0xEF]) + WebEncodings.Find("gbk")!.Value.Decode([0x80]));
        Assert.Equal("丂日", WebEncodings.Find("euc-jp")!.Value.Decode([0x8F, 0xB0, 0xA1, 0xC6, 0xFC]));
        Assert.Null(WebEncodings.Find("iso-2022-kr"));
        Assert.Null(WebEncodings.Find("klingon"));
    }

    [Theory]
    [InlineData("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>")]
    [InlineData("<meta name=description content=\"charset=koi8-r\"><meta charset=windows-1251>")]
    [InlineData("<metadata charset=koi8-r></metadata><meta http-equiv=content-type content=\"text/html;charset = 'windows-1251'\">")]
    [InlineData("<title>a > b</title><meta data-x='>' charset='windows-1251'>")]
    [InlineData("{long}<meta charset=windows-1251>")]
    [InlineData("<meta charset=nothing-known><meta lang=ru>")]
    public async Task The_page_s_own_label_is_found_as_browsers_find_it(string head) =>
        Assert.Contains(Texts["ru"], await ReadAsync(Bytes(PageWith(head.Replace("{long}", $"<script>{new string('x', 9000)}</script>", StringComparison.Ordinal), Texts["ru"]), 1251)));

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1251\"?>")]
    [InlineData("<?xml version='1.0' encoding='koi8-r'?><meta charset=windows-1251>")]
    public async Task The_label_in_an_xml_prolog_counts_after_that_in_the_page(string prolog) =>
        Assert.Contains(Texts["uk"], await ReadAsync(Bytes(prolog + PageWith("", Texts["uk"]), 1251)));

    [Fact]
    public async Task The_mark_counts_before_the_server_and_the_server_before_the_page()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(PageWith("<meta charset=koi8-r>", Texts["ru"]))];
        Assert.Contains(Texts["ru"], await ReadAsync(marked, "windows-1251"));
        Assert.Contains(Texts["ru"], await ReadAsync(Bytes(PageWith("<meta charset=koi8-r>", Texts["ru"]), 1251), "windows-1251"));
        Assert.Contains(Texts["de"], await ReadAsync(Bytes(PageWith("<meta charset=utf-8>", Texts["de"]), 1252), "iso-8859-1"));
    }

    [Theory]
    [InlineData("windows-1252", "ru", 1251)]
    [InlineData("iso-8859-1", "ja", 932)]
    [InlineData("euc-kr", "ru", 1251)]
    [InlineData("shift_jis", "zh", 54936)]
    [InlineData("koi8-r", "zh", 54936)]
    [InlineData("windows-1251", "de", 65001)]
    [InlineData("gbk", "ja", 65001)]
    [InlineData("hz-gb-2312", "ru", 1251)]
    public async Task A_label_that_the_bytes_belie_gives_way(string label, string language, int page) =>
        Assert.Contains(Texts[language], await ReadAsync(Bytes(PageWith($"<meta charset={label}>", Texts[language] + " " + Texts[language]), page)));

    [Theory]
    [InlineData("Über das Ü: es kostet 5 \u0080 – größer, „schöner“, höher als früher.", "es kostet 5 € –")]
    [InlineData("Größe, Höhe, Fülle: it\u0092s \u0093here\u0094\u0085", "it’s “here”…")]
    public async Task Bytes_of_windows_that_strayed_into_utf_8_keep_their_meaning(string written, string expected)
    {
        var bytes = written.SelectMany(c => c is >= '\u0080' and <= '\u009F' ? [(byte)c] : Encoding.UTF8.GetBytes(c.ToString())).ToArray();
        Assert.Contains(expected, await ReadAsync(bytes));
    }

    [Theory]
    [InlineData("Café – 5 €", 1252)]
    [InlineData("Größe: 5 €", 1252)]
    [InlineData("Zürich", 1252)]
    [InlineData("It’s “here”…", 1252)]
    [InlineData("Señor Núñez, ¿qué?", 1252)]
    [InlineData("Łódź, Gdańsk", 1250)]
    [InlineData("Привет, мир", 1251)]
    [InlineData("Привет, мир", 20866)]
    [InlineData("Київ, Україна", 1251)]
    [InlineData("東京の橋", 932)]
    [InlineData("桥花了五百万元", 54936)]
    [InlineData("대한민국 서울", 949)]
    public async Task A_few_words_in_an_encoding_that_nobody_named_are_read(string text, int page) => Assert.Equal(text, await ReadAsync(Bytes(text, page)));

    [Theory]
    [InlineData("ru", 65001)]
    [InlineData("ja", 932)]
    [InlineData("zh", 54936)]
    [InlineData("ko", 949)]
    public async Task A_letter_that_is_cut_off_at_the_end_spoils_nothing(string language, int page)
    {
        var bytes = Bytes(Texts[language] + Texts[language], page);
        Assert.StartsWith(Texts[language], await ReadAsync(bytes[..^3]), StringComparison.Ordinal);
    }

    private static string PageWith(string head, string text) =>
        $"<html><head>{head}<title>x</title></head><body><article><p>{text}</p>{string.Concat(Enumerable.Repeat("<p>The board met and said that the work on the mill goes on, as the records of the town say in full, and more.</p>", 4))}</article></body></html>";

    private static byte[] Bytes(string text, int page)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(page).GetBytes(text);
    }

    private static async Task<string> ReadAsync(byte[] bytes, string? named = null) => (await new PageReader(PageLimits.None).ReadAsync(
        new FetchedPage(new Uri("https://news.example/a"), null, named, bytes, PageVersion.None, DateTimeOffset.UnixEpoch), CancellationToken.None)).Text;

    [Theory]
    [InlineData(new byte[] { 1, 2, 0, 3 })]
    [InlineData(new byte[] { 0x4D, 0x5A, 0x90, 0 })]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0 })]
    public void A_program_s_bytes_are_no_text_in_utf_16(byte[] bytes) =>
        Assert.Contains('\0', PageEncoding.Decode(bytes, null));
}
