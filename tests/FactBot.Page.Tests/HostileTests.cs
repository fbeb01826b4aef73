using Microsoft.Playwright;

namespace FactBot.Page.Tests;

public class HostileTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Whatever_people_write_is_shown_as_text_and_breaks_nothing()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        string[] texts =
        [
            "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'>",
            "[press](javascript:window.broken=1) <https://evil.example/\"onmouseover=\"window.broken=1>",
            "\u202Emirrored\u2067 and \u200Bhidden",
            "Z" + string.Concat(Enumerable.Repeat("\u0334\u0311\u035F\u0323", 200)) + "algo",
            new('W', 2000),
            string.Concat(Enumerable.Repeat("**__~~||*_", 199)),
            string.Concat(Enumerable.Repeat("> - # [`", 249)),
            "![picture](https://evil.example/spy.png) https://evil.example/spy.png",
        ];
        foreach (var text in texts)
            await visit.Client.WriteAsync("Ben", "newsroom", text);
        await visit.Client.WriteAsync("Ben", "newsroom", "The last word");

        await tab.ReadAsync("The last word");
        await tab.ReadAsync("<script>window.broken = 1</script>");
        Assert.True(await tab.Page.EvaluateAsync<bool>("window.broken === undefined"));
        Assert.Equal(texts.Length + 1, await tab.Messages.CountAsync());
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Equal(0, await tab.Page.Locator("main img").CountAsync());
        await tab.WriteAsync("Still here");
        await tab.ReadAsync("Still here");
    }

    [Fact]
    public async Task A_channel_of_ten_thousand_messages_is_open_at_once_and_scrolls_back()
    {
        await using var visit = await Visit.BeginAsync(browser);
        visit.Fill("newsroom", 10_000);
        var tab = await visit.TabAsync("Fay");

        await tab.ReadAsync("Message 9999");
        Assert.Equal(50, await tab.Messages.CountAsync());
        await tab.Page.Locator(".scroller").EvaluateAsync("list => list.scrollTo(0, -list.scrollHeight)");
        await tab.ReadAsync("Message 9900");
        await tab.Button("Show earlier messages (9900 more)").WaitForAsync();
        await visit.Client.WriteAsync("Ben", "newsroom", "One more");
        await tab.ReadAsync("One more");
    }
}
