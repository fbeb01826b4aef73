using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FactBot.Page.Tests;

public class HostileTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Texts =
    [
        "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'>",
        "[press](javascript:window.broken=1) <https://evil.example/\"onmouseover=\"window.broken=1>",
        "\u202Emirrored\u2067 and \u200Bhidden",
        "Z" + string.Concat(Enumerable.Repeat("\u0334\u0311\u035F\u0323", 200)) + "algo",
        new('W', 4000),
        string.Concat(Enumerable.Repeat("**__~~||*_", 199)),
        string.Concat(Enumerable.Repeat("> - # [`", 249)),
        "![picture](https://evil.example/spy.png) https://evil.example/spy.png",
    ];

    [Fact]
    public async Task Whatever_people_write_is_shown_as_text_and_breaks_nothing()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        foreach (var text in Texts)
            await visit.Client.WriteAsync("Ben", "newsroom", Cut(text, 2000));
        await visit.Client.WriteAsync("Ben", "newsroom", "The last word");

        await tab.ReadAsync("The last word");
        await tab.ReadAsync("<script>window.broken = 1</script>");
        Assert.Equal(Texts.Length + 1, await tab.Messages.CountAsync());
        await AssertWholeAsync(tab);
    }

    [Fact]
    public async Task Names_embeds_buttons_and_choices_are_shown_as_text_and_break_nothing()
    {
        await using var visit = await Visit.BeginAsync(browser);
        foreach (var text in Texts)
            await visit.Client.PostAsync("people", new JsonObject { ["name"] = Cut(text, 32), ["roles"] = new JsonArray("reviewer") });
        var tab = await visit.TabAsync("Fay");
        foreach (var text in Texts)
        {
            await visit.PostAsBotAsync("newsroom", new JsonObject
            {
                ["embeds"] = new JsonArray(new JsonObject
                {
                    ["author"] = new JsonObject { ["name"] = Cut(text, 256) },
                    ["title"] = Cut(text, 256),
                    ["description"] = Cut(text, 4000),
                    ["footer"] = new JsonObject { ["text"] = Cut(text, 256) },
                    ["fields"] = new JsonArray(new JsonObject { ["name"] = Cut(text, 256), ["value"] = Cut(text, 900), ["inline"] = true }),
                }),
                ["components"] = new JsonArray(
                    Row(new JsonObject { ["type"] = 2, ["style"] = 1, ["label"] = Cut(text, 80), ["custom_id"] = "button" }),
                    Row(new JsonObject
                    {
                        ["type"] = 3,
                        ["custom_id"] = "select",
                        ["placeholder"] = Cut(text, 100),
                        ["options"] = new JsonArray(new JsonObject { ["label"] = Cut(text, 100), ["value"] = "1", ["description"] = Cut(text, 100) }),
                    })),
            });
        }

        await Assertions.Expect(tab.Page.Locator(".embed")).ToHaveCountAsync(Texts.Length);
        foreach (var select in await tab.Page.Locator(".select summary").AllAsync())
        {
            await select.ClickAsync();
            await AssertWholeAsync(tab);
        }
    }

    [Fact]
    public async Task Claims_that_hold_anything_pass_through_completion_cards_threads_and_forms_as_text()
    {
        await using var visit = await Visit.BeginAsync(browser);
        foreach (var text in Texts)
            await visit.Client.CommandAsync("Fay", "claim submit", new JsonObject { ["text"] = Cut(text, 500) });
        var tab = await visit.TabAsync("Ada", "review");
        var card = await tab.ReadAsync("#1 · Submitted");
        await AssertWholeAsync(tab);

        await tab.BeginAsync("claim show");
        await tab.Option("claim").FocusAsync();
        await tab.Page.Locator(".option:focus-within [role=option]").First.WaitForAsync();
        await AssertWholeAsync(tab);
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.Keyboard.PressAsync("Escape");
        foreach (var text in Texts)
        {
            await card.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
            var field = tab.Form.GetByRole(AriaRole.Textbox).First;
            await field.FillAsync(text);
            await AssertWholeAsync(tab);
            await tab.Form.GetByLabel("Close the form").ClickAsync();
            await Assertions.Expect(tab.Form).ToHaveCountAsync(0);
        }
    }

    private static JsonObject Row(JsonObject part) => new() { ["type"] = 1, ["components"] = new JsonArray(part) };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static async Task AssertWholeAsync(Tab tab)
    {
        Assert.True(await tab.Page.EvaluateAsync<bool>("window.broken === undefined"));
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"));
        Assert.Equal(0, await tab.Page.Locator("main img").CountAsync());
        await tab.Page.EvaluateAsync("document.querySelector('.scroller').scrollTo(0, 0)");
    }
}
