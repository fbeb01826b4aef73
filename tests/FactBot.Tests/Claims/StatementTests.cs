using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Evidence;
using FactBot.Text.Characters;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Claims;

public class StatementTests
{
    public static TheoryData<string> Nothing =>
    [
        "x", "X", "é", "ё", "ok", "ж", "地", "5", "2026", "12,000", "3.14", "٣", "½", "?", "...", "—", "!!!", "\"\"", "#1", "%",
        "https://example.org/article", "http://例え.jp/", "https://a.example/x https://b.example/y", "www.example.org/news", "example.org", "example.org/a/b?c=d",
        "<https://example.org/long-title-of-an-article>", "mailto:ada@example.org", "ftp://example.org/file", "discord://channels/1/2",
        "😀", "😀😀😀", "👨‍👩‍👧‍👦", "🇺🇦", "1️⃣", "ℹ️", "™", "❤️‍🔥 🙏🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", ":thinking:", "<:custom:123456789012345678>", "<a:moving:123456789012345678>",
        "<@700000000000000001>", "<#123>", "<t:1795341600:R>", "</claim submit:5>", "https://example.org 😀", "@everyone", "@here", "@everyone https://example.org", "1. 2. 3.", "a.", "**a**", "||x||",
    ];

    public static TheoryData<string> Something =>
    [
        "GDP fell 3%", "地球是平的", "下雨", "비가 온다", "비가", "地震が起きた", "ฝนตก", "It's flat", "He lied", "Murió", "Zmarł", "Öldü", "مات", "מת", "Pi = 3", "E=mc²",
        "CO2 rose", "UK left EU", "Ukraine gewann", "Земля плоская", "Η γη είναι επίπεδη", "पृथ्वी चपटी है", "የምድር ቅርጽ", "ⴰⵎⴰⵏ", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", "𝐆𝐃𝐏 𝐟𝐞𝐥𝐥",
        "The tram cost 214 million, says https://example.org/a", "Vaccines cause 😀", "<@700000000000000001> said so", "⠓⠑⠇⠇⠕", "I am", "Nato", "ＧＤＰ　ｆｅｌｌ",
    ];

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task What_states_nothing_is_refused_on_every_path(string text)
    {
        await using var desk = await TestDesk.SetUpAsync();
        (await desk.RunAsync(desk.Fay, "claim submit", ("text", text))).Refusal();
        (await OnMessageAsync(desk, text)).Refusal();
        await desk.SubmitsAsync(desk.Fay);
        var form = (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "split"))).Form!;
        (await desk.FillAsync(desk.Ada, form, ("parts", $"It has 28 points\n{text}"))).Refusal();
        Assert.Equal(1, await desk.LookAsync(db => db.Claims.CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Something))]
    public void What_states_something_is_taken_in_any_script(string text) => Assert.True(Statement.IsIn(CleanText.Of(text)), text);

    [Fact]
    public async Task A_refusal_says_what_is_missing_and_shows_a_claim()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var link = (await desk.RunAsync(desk.Fay, "claim submit", ("text", "https://example.org"))).Refusal();
        Assert.Contains("is only a link", link);
        Assert.Contains("GDP fell 3%", link);
        Assert.Contains("has no words", (await desk.RunAsync(desk.Fay, "claim submit", ("text", "😀"))).Refusal());
    }

    [Fact]
    public async Task A_sentence_that_states_nothing_is_not_suggested()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var form = (await desk.RunAsync(desk.Fay, "article add")).Form!;
        (await desk.FillAsync(desk.Fay, form, ("title", "Tram"), ("text", "https://example.org/214\n5,000,000!\nThe tram cost 214 million crowns in 2021."))).Answer();
        var shown = (await desk.RunAsync(desk.Fay, "article suggest", ("article", "1"))).Card!.Text!.ToString();
        Assert.Contains("214 million", shown);
        Assert.DoesNotContain("**2.**", shown);
    }

    private static Task<Reply> OnMessageAsync(TestDesk desk, string text) => desk.Router.RunAsync(
        desk.RequestOf(desk.Fay, "Submit as claim") with
        {
            Message = new PointedMessage(new(1), new(2), desk.Fay.Id, desk.Clock.GetUtcNow(), text, "https://discord.com/channels/1/2/3"),
        },
        CancellationToken.None);
}
