using Microsoft.Playwright;

namespace FactBot.Page.Tests;

public class WholeDayTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task The_tour_plays_a_day_by_mouse()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync();
        for (var step = 1; step <= 7; step++)
        {
            await tab.Tour.GetByText($"Step {step} of 9").WaitForAsync();
            await tab.Button("Fill it in for me").ClickAsync();
            await tab.Page.Locator(".send").ClickAsync();
        }

        await tab.Tour.GetByText("Step 8 of 9").WaitForAsync();
        await tab.Button("Fill it in for me").ClickAsync();
        await tab.Page.Locator(".send").ClickAsync();
        await tab.Form.GetByLabel("Summary").FillAsync("It has 14 stops.");
        await tab.Form.GetByLabel("Explanation").FillAsync("The timetable lists them.");
        await tab.Button("Submit").ClickAsync();
        await tab.ReadAsync("#1 · True");
        await tab.Button("Go to the next digest").ClickAsync();

        var digest = await tab.ReadAsync("Verdicts published (1)");
        var picture = digest.GetByRole(AriaRole.Img);
        Assert.NotEmpty(await picture.GetAttributeAsync("alt") ?? "");
        Assert.True(await picture.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }") > 0);
    }

    [Fact]
    public async Task The_day_plays_by_keyboard_alone()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        await tab.Button("Close the tour").PressAsync("Enter");

        await TypeAsync(tab, "/claim submit", "The line has 14 stops");
        await tab.ReadAsync("Claim #1 is submitted");
        await BecomeAsync(tab, "Ada", "review");
        await (await tab.ReadAsync("#1 · Submitted")).GetByRole(AriaRole.Button, new() { Name = "Accept" }).PressAsync("Enter");
        await tab.ReadAsync("#1 is open for review");
        await BecomeAsync(tab, "Ben", "review");
        await TypeAsync(tab, "/evidence add", "1", "https://example.org/timetable", "ArrowDown");
        await tab.ReadAsync("Source 1 is on #1");
        foreach (var reviewer in new[] { "Ben", "Chi", "Dee" })
        {
            await BecomeAsync(tab, reviewer, "review");
            await TypeAsync(tab, "/vote", "1", "ArrowDown", "I counted them.");
            await tab.ReadAsync("Your vote on #1 is in");
        }

        await BecomeAsync(tab, "Ada", "verdicts");
        await TypeAsync(tab, "/verdict publish", "1");
        await tab.Form.WaitForAsync();
        await KeysAsync(tab, "It has 14 stops.", "Tab", "The timetable lists them.", "Tab", "Tab", "Enter");
        await tab.ReadAsync("#1 · True");
    }

    // Each value is typed and Tab leads to the next one; an arrow marks the first choice, and Tab takes it.
    private static async Task TypeAsync(Tab tab, string command, params string[] values)
    {
        await tab.Box.FocusAsync();
        await tab.Page.Keyboard.TypeAsync(command);
        await tab.Page.Locator("#command-0").WaitForAsync();
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Locator(".command-form input:focus").WaitForAsync();
        foreach (var (place, value) in values.Index())
        {
            if (value == "ArrowDown")
            {
                await tab.Page.Locator(".option:focus-within [role=option]").First.WaitForAsync();
                await KeysAsync(tab, "ArrowDown");
                await tab.Page.Locator(".option:focus-within [aria-selected=true]").WaitForAsync();
                await KeysAsync(tab, "Tab");
                await tab.Page.Locator(".option:focus-within [role=option]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
            }
            else
            {
                await tab.Page.Keyboard.TypeAsync(value);
            }

            if (place < values.Length - 1)
                await tab.Page.Keyboard.PressAsync("Tab");
        }

        await tab.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task BecomeAsync(Tab tab, string person, string channel)
    {
        await tab.Button(person).PressAsync("Enter");
        await tab.Page.GetByText($"You are {person}").WaitForAsync();
        await tab.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = "#" + channel }).PressAsync("Enter");
        await tab.Page.GetByRole(AriaRole.Heading, new() { Name = "#" + channel }).WaitForAsync();
    }

    private static async Task KeysAsync(Tab tab, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (key is "Tab" or "Enter" or "ArrowDown")
                await tab.Page.Keyboard.PressAsync(key);
            else
                await tab.Page.Keyboard.TypeAsync(key);
        }
    }
}
