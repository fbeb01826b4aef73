using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FactBot.Page.Tests;

public class LiveTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Two_people_in_two_tabs_see_each_other_at_once_and_personal_answers_stay_with_whom_they_are_for()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var (fay, ada) = (await visit.TabAsync("Fay"), await visit.TabAsync("Ada"));

        await fay.WriteAsync("The moon is **flat**");
        await ada.ReadAsync("The moon is flat");
        await fay.RunAsync("claim submit", ("text", "The moon is flat"));
        await fay.ReadAsync("Claim #1 is submitted");
        Assert.Equal(0, await ada.Messages.Filter(new() { HasText = "Claim #1 is submitted" }).CountAsync());
        await ada.OpenAsync("#review");
        await ada.ReadAsync("#1 · Submitted");
        Assert.Contains("as=Ada&in=review", ada.Page.Url, StringComparison.Ordinal);

        await fay.Button("Dismiss message").Last.ClickAsync();
        await Assertions.Expect(fay.Messages.Filter(new() { HasText = "Claim #1 is submitted" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_connection_that_drops_heals_by_itself()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var sockets = new List<IWebSocketRoute>();
        var tab = await visit.TabAsync("Fay", before: page => page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            sockets.Add(socket);
            socket.ConnectToServer();
        }));

        await sockets[0].CloseAsync();
        await visit.Client.WriteAsync("Ben", "newsroom", "Said meanwhile");
        await tab.ReadAsync("Said meanwhile");
        await tab.WriteAsync("Back again");
        await tab.ReadAsync("Back again");
    }

    [Fact]
    public async Task A_form_tells_what_is_missing_and_a_message_command_opens_one()
    {
        await using var visit = await Visit.BeginAsync(browser);
        await visit.Client.CommandAsync("Fay", "claim submit", new JsonObject { ["text"] = "The line has 14 stops" });
        var tab = await visit.TabAsync("Ada", "review");

        await (await tab.ReadAsync("#1 · Submitted")).GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await tab.Button("Submit").ClickAsync();
        Assert.True(await tab.Form.IsVisibleAsync());
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tab.Form).ToHaveCountAsync(0);

        await tab.BeginAsync("claim show");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.GetByText("“claim” is required.").WaitForAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.OpenAsync("#newsroom");
        await tab.WriteAsync("The mayor resigned");
        var said = await tab.ReadAsync("The mayor resigned");
        await Tab.UseOnMessageAsync(said, "Submit as claim");
        await tab.ReadAsync("Claim #2 is submitted");
    }

    [Fact]
    public async Task A_form_that_discord_refuses_stays_open_with_the_reason_and_what_was_written()
    {
        await using var visit = await Visit.BeginAsync(browser);
        await visit.Client.CommandAsync("Fay", "claim submit", new JsonObject { ["text"] = "The line has 14 stops" });
        await visit.Client.CommandAsync("Ada", "triage", new JsonObject { ["claim"] = "1", ["action"] = "accept" });
        await visit.Client.CommandAsync(
            "Ben", "evidence add", new JsonObject { ["claim"] = "1", ["url"] = "https://example.org/timetable", ["stance"] = "supports" });
        var tab = await visit.TabAsync("Ben", "review");

        await (await tab.ReadAsync("#1 · Open")).GetByRole(AriaRole.Button, new() { Name = "Vote" }).ClickAsync();
        await tab.Form.GetByRole(AriaRole.Textbox).FillAsync("I counted them.");
        await tab.Button("Submit").ClickAsync();
        await Assertions.Expect(tab.Form.GetByRole(AriaRole.Alert)).ToContainTextAsync("is required");
        await Assertions.Expect(tab.Form.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("I counted them.");
        await tab.Form.Locator("summary").ClickAsync();
        await tab.Form.GetByRole(AriaRole.Button, new() { Name = "True", Exact = true }).ClickAsync();
        await tab.Button("Submit").ClickAsync();
        await tab.ReadAsync("Your vote on #1 is in");
    }

    [Fact]
    public async Task The_bar_above_moves_the_clock_makes_faults_and_shows_the_traffic()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");

        await tab.Button("+1 day").ClickAsync();
        await tab.Page.GetByText("A day has passed.").WaitForAsync();
        await tab.Page.GetByText("Monday, November 23, 2026").WaitForAsync();
        await tab.MakeFaultAsync("Fail the next call", "answered with 500");
        await tab.RunAsync("claim submit", ("text", "The line has 14 stops"));
        await tab.Button("Traffic").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Cell, new() { Name = "a fault you made: Http500" }).First.WaitForAsync();
        await tab.Button("Restart the bot").ClickAsync();
        await tab.Page.GetByText("The bot was restarted.").WaitForAsync();
    }
}
