using FactBot.Chat;
using FactBot.Text.Characters;

namespace FactBot.Tests.Chat;

public class CleanTextTests
{
    [Theory]
    [InlineData("⠀")]
    [InlineData("ㅤ")]
    [InlineData("ᅟᅠ")]
    [InlineData("ﾠ")]
    [InlineData("​﻿‌‍⁠")]
    [InlineData("\u00AD\u061C\u180E\u200E\u200F")]
    [InlineData("\u2061\u2062\u2063\u2064\u2065\u206A\u206F")]
    [InlineData("\u0301\u0308\u20DD")]
    [InlineData("\u034F\u17B4\u17B5\u180B\u180F\uFE00\uFE0F")]
    [InlineData("\U000E0001\U000E0041\U000E0042\U000E007F")]
    [InlineData("\U000E0100\U000E01EF\U000E0FFF")]
    [InlineData("\u2000\u2003\u2007\u202F\u205F\u3000\u00A0\u1680\u2028\u2029\u0085")]
    [InlineData("\uFFF0\uFFF9\uFFFB\uFDD0\uFFFE\U0001FFFE\U0010FFFF")]
    [InlineData("\uE000\uF8FF\U000F0000")]
    [InlineData("\U0001D173\U0001D17A\U0001BCA0")]
    [InlineData(" ⠀\n\tㅤ ")]
    public async Task A_text_in_which_nothing_can_be_seen_is_empty_everywhere(string text)
    {
        Assert.Equal("", CleanText.Of(text));
        await using var desk = await TestDesk.SetUpAsync();
        Assert.Contains("left empty", (await desk.RunAsync(desk.Fay, "claim submit", ("text", text))).Refusal());
        await desk.AgreeAsync();
        await desk.SubmitsAsync(desk.Fay, "The tram has 14 stops.");
        Assert.NotNull((await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "reject"), ("reason", text))).Form);
        Assert.Contains("left empty", (await desk.RunAsync(desk.Ben, "evidence strike", ("claim", "1"), ("source", "1"), ("reason", text))).Refusal());
        var form = (await desk.RunAsync(desk.Ada, "verdict publish", ("claim", "1"))).Form!;
        (await desk.FillAsync(desk.Ada, form, ("summary", text), ("explanation", "We counted."))).Refusal();
        await desk.AddsSourceAsync(desk.Ben);
        await desk.RunAsync(desk.Ben, "evidence add", ("claim", "1"), ("url", "https://example.org/other"), ("stance", "supports"), ("quote", text), ("publisher", text));
        Assert.All((await desk.ClaimAsync(1)).Sources, s => Assert.True(s.Quote is null && s.Publisher is null));
    }

    [Theory]
    [InlineData("⠀ The tram ㅤ", "The tram")]
    [InlineData("⠓⠑⠀⠇", "⠓⠑⠀⠇")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("한국", "한국")]
    [InlineData("The\u200D tram\u200E", "The\u200D tram\u200E")]
    public void What_can_be_seen_stays_with_what_belongs_to_it(string text, string clean) => Assert.Equal(clean, CleanText.Of(text));

    [Fact]
    public void Unseen_characters_within_a_text_are_dropped()
    {
        foreach (var unseen in "\u0001\u007F\u00AD\u200B\u202E\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2069\u206A\u206F\uFEFF")
        {
            Assert.Equal("The tram cost 9 million.", CleanText.Of($"The tr{unseen}am cost {unseen}9 million{unseen}."));
        }
    }
}
