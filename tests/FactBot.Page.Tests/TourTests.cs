using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FactBot.Page.Tests;

public class TourTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task The_tour_stays_at_a_step_that_was_refused_and_says_what_to_do()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync();
        for (var step = 1; step <= 4; step++)
        {
            await tab.Tour.GetByText($"Step {step} of 9").WaitForAsync();
            await tab.Button("Skip").ClickAsync();
        }

        await tab.Tour.GetByText("Step 5 of 9").WaitForAsync();
        await tab.Button("Fill it in for me").ClickAsync();
        await tab.Page.Locator(".send").ClickAsync();
        await Assertions.Expect(tab.Tour.GetByRole(AriaRole.Alert)).ToContainTextAsync("That is not done yet");
        await tab.Tour.GetByText("Step 5 of 9").WaitForAsync();
        await tab.Button("Skip").ClickAsync();
        await Assertions.Expect(tab.Tour.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_tour_goes_on_with_its_own_claim_where_others_were_submitted_before()
    {
        await using var visit = await Visit.BeginAsync(browser);
        await visit.Client.CommandAsync("Ben", "claim submit", new JsonObject { ["text"] = "Councillor Holt leads the transport committee" });
        var tab = await visit.TabAsync();
        await tab.Button("Show the tour").ClickAsync();
        foreach (var said in (string[])["Article 1 is in", "Claim #2 is submitted", "#2 is open for review"])
        {
            await tab.Button("Fill it in for me").ClickAsync();
            await tab.Page.Locator(".send").ClickAsync();
            await tab.ReadAsync(said);
        }
    }
}
