using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FactBot.Page.Tests;

public class AccessibilityTests(Browser browser) : IClassFixture<Browser>
{
    private readonly List<string> violations = [];

    [Theory]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task No_view_keeps_anybody_out(ColorScheme colours, int width)
    {
        await using var visit = await Visit.BeginAsync(browser, new()
        {
            ColorScheme = colours,
            ViewportSize = new() { Width = width, Height = 800 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        var tab = await visit.TabAsync("Ada", "newsroom");
        await LookAsync(tab, "the first visit");
        await tab.WriteAsync("# Heading\n> **bold** *slanted* __under__ ~~struck~~ `code` ||hidden||\n- one\n1. two\n```\nfenced\n```\n[page](https://example.org) <t:1700000000:R> <#1100000000000000105> <@1100000000000000010>");
        await tab.ReadAsync("Heading");
        await LookAsync(tab, "markdown");
        await tab.Box.FillAsync("/");
        await tab.Page.Locator("#command-0").WaitForAsync();
        await LookAsync(tab, "the commands");
        await tab.Box.FillAsync("");
        await tab.RunAsync("claim submit", ("text", "The line has 14 stops"));
        var answer = await tab.ReadAsync("Claim #1 is submitted");
        await answer.HoverAsync();
        await answer.GetByLabel("More on this message").ClickAsync();
        await LookAsync(tab, "a message’s menu");
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.BeginAsync("evidence add");
        await tab.Option("stance").FocusAsync();
        await tab.Page.Locator(".option:focus-within [role=option]").First.WaitForAsync();
        await LookAsync(tab, "an option");
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.OpenAsync("#review");
        await LookAsync(tab, "a card", tab.ReadAsync("#1 · Submitted"));
        await tab.Button("Reject").ClickAsync();
        await tab.Form.WaitForAsync();
        await LookAsync(tab, "a form");
        await tab.Form.GetByRole(AriaRole.Textbox).First.FillAsync("Nobody can check it");
        await tab.Form.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        await LookAsync(tab, "a card that was edited", tab.ReadAsync("#1 · Rejected"));
        await tab.Page.Locator(".thread-link").ClickAsync();
        await LookAsync(tab, "a thread", tab.Page.GetByText("This is the beginning of").WaitForAsync());
        await tab.OpenAsync("#newsroom");
        await visit.PostAsBotAsync("newsroom", Everything());
        var select = (await tab.ReadAsync("Beside a button")).Locator("summary").First;
        await select.ClickAsync();
        await LookAsync(tab, "components, a select open");
        await tab.Page.Keyboard.PressAsync("Escape");
        visit.Fill("newsroom", 300);
        await tab.ReadAsync("Message 299");
        await tab.Page.WaitForFunctionAsync("() => { document.querySelector('.scroller').scrollTo(0, -1e6); return document.querySelector('.older') !== null; }");
        await LookAsync(tab, "older messages");
        await tab.Page.GetByText("Faults", new() { Exact = true }).ClickAsync();
        await tab.Button("Traffic").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Table).WaitForAsync();
        await LookAsync(tab, "the stage");
        Assert.Empty(violations);
    }

    private async Task LookAsync(Tab tab, string view, Task? before = null)
    {
        if (before is not null)
            await before;
        var found = await tab.Page.RunAxe();
        violations.AddRange(found.Violations.Select(one =>
            $"{view}: {one.Id}: {string.Join(" | ", one.Nodes.Select(node => node.Html + " " + string.Join("; ", node.Any.Select(check => check.Message))))}"));
    }

    private static JsonObject Everything() => new()
    {
        ["flags"] = 1 << 15,
        ["components"] = new JsonArray(
            new JsonObject
            {
                ["type"] = 17,
                ["accent_color"] = 0x1F7540,
                ["components"] = new JsonArray(
                    new JsonObject { ["type"] = 9, ["components"] = new JsonArray(Text("Beside a button")), ["accessory"] = Button("Press", 1) },
                    new JsonObject { ["type"] = 14 },
                    Text("## Below a line")),
            },
            Row(Button("Primary", 1), Button("Secondary", 2), Button("Success", 3), Button("Danger", 4)),
            Row(new JsonObject { ["type"] = 5, ["custom_id"] = "people", ["placeholder"] = "Choose a person" })),
    };

    private static JsonObject Text(string content) => new() { ["type"] = 10, ["content"] = content };

    private static JsonObject Button(string label, int style) =>
        new() { ["type"] = 2, ["style"] = style, ["label"] = label, ["custom_id"] = label };

    private static JsonObject Row(params JsonNode[] parts) => new() { ["type"] = 1, ["components"] = new JsonArray(parts) };
}
