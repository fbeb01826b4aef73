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
        await tab.ReadAsync("Claim #1 is submitted");
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
        await tab.Page.Keyboard.PressAsync("Escape");
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
}
