using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SkiaSharp;

namespace FactBot.Page.Tests;

public class ComponentTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Every_part_of_an_embed_is_shown()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        await visit.PostAsBotAsync("newsroom", new JsonObject
        {
            ["attachments"] = new JsonArray(new JsonObject { ["id"] = 0, ["filename"] = "large.png", ["description"] = "A large picture" }),
            ["embeds"] = new JsonArray(new JsonObject
            {
                ["author"] = new JsonObject { ["name"] = "The author" },
                ["title"] = "The title",
                ["url"] = "https://example.org/title",
                ["description"] = "The **description**",
                ["color"] = 0x1F7540,
                ["fields"] = new JsonArray(new JsonObject { ["name"] = "Field", ["value"] = "Value", ["inline"] = true }),
                ["image"] = new JsonObject { ["url"] = "attachment://large.png" },
                ["thumbnail"] = new JsonObject { ["url"] = "attachment://small.png" },
                ["footer"] = new JsonObject { ["text"] = "The footer" },
                ["timestamp"] = "2026-11-22T09:30:00Z",
            }),
        }, ("large.png", Picture), ("small.png", Picture));

        var embed = (await tab.ReadAsync("The title")).Locator(".embed");
        foreach (var text in (string[])["The author", "The description", "Field", "Value", "The footer • 11:30 AM"])
            await Assertions.Expect(embed).ToContainTextAsync(text);
        await Assertions.Expect(embed.GetByRole(AriaRole.Link, new() { Name = "The title" })).ToHaveAttributeAsync("href", "https://example.org/title");
        await Assertions.Expect(embed.GetByAltText("A large picture")).ToHaveJSPropertyAsync("naturalWidth", 2);
        await Assertions.Expect(tab.Page.Locator(".message img")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Parts_of_the_second_version_are_shown_each_in_its_place()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        await visit.PostAsBotAsync("newsroom", new JsonObject
        {
            ["flags"] = 1 << 15,
            ["components"] = new JsonArray(
                Text("# Above"),
                new JsonObject
                {
                    ["type"] = 17,
                    ["accent_color"] = 0x1F7540,
                    ["components"] = new JsonArray(
                        new JsonObject { ["type"] = 9, ["components"] = new JsonArray(Text("Beside a picture")), ["accessory"] = Thumbnail() },
                        new JsonObject { ["type"] = 14 },
                        new JsonObject { ["type"] = 9, ["components"] = new JsonArray(Text("Beside a button")), ["accessory"] = Button("Press", "section") },
                        new JsonObject { ["type"] = 12, ["items"] = new JsonArray(Media("attachment://small.png"), Media("https://example.org/spy.png")) },
                        new JsonObject { ["type"] = 13, ["file"] = new JsonObject { ["url"] = "attachment://notes.txt" } },
                        new JsonObject { ["type"] = 1, ["components"] = new JsonArray(Button("Below", "row")) }),
                }),
        }, ("small.png", Picture), ("notes.txt", Encoding.UTF8.GetBytes("Notes")));

        var message = await tab.ReadAsync("Above");
        await Assertions.Expect(message.Locator(".container")).ToContainTextAsync("Beside a picture");
        await Assertions.Expect(message.Locator(".section").First.GetByAltText("What it shows")).ToBeVisibleAsync();
        await Assertions.Expect(message.GetByRole(AriaRole.Button, new() { Name = "Press" })).ToBeVisibleAsync();
        await Assertions.Expect(message.GetByRole(AriaRole.Button, new() { Name = "Below" })).ToBeVisibleAsync();
        await Assertions.Expect(message.GetByRole(AriaRole.Link, new() { Name = "https://example.org/spy.png" })).ToBeVisibleAsync();
        await Assertions.Expect(message.GetByRole(AriaRole.Link, new() { Name = "notes.txt" })).ToHaveCountAsync(1);
        await Assertions.Expect(message.GetByRole(AriaRole.Img)).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Buttons_and_selects_of_every_kind_are_shown_and_the_disabled_ones_do_nothing()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        var link = new JsonObject { ["type"] = 2, ["style"] = 5, ["label"] = "Leads away", ["url"] = "https://example.org/" };
        await visit.PostAsBotAsync("newsroom", new JsonObject
        {
            ["content"] = "Choose",
            ["components"] = new JsonArray(
                Row(Button("Main", "a", 1), Button("Plain", "b", 2), Button("Good", "c", 3), Button("Bad", "d", 4, disabled: true), link),
                Row(Select(3, new JsonObject { ["options"] = Options("One", "Two", "Three"), ["min_values"] = 2, ["max_values"] = 3 })),
                Row(Select(5)), Row(Select(7)),
                Row(Select(8, new JsonObject { ["disabled"] = true }))),
        });

        var message = await tab.ReadAsync("Choose");
        await Assertions.Expect(message.GetByRole(AriaRole.Button, new() { Name = "Bad" })).ToBeDisabledAsync();
        await Assertions.Expect(message.GetByRole(AriaRole.Link, new() { Name = "Leads away" })).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await message.GetByText("Select 5").ClickAsync();
        await Assertions.Expect(message.GetByRole(AriaRole.Button, new() { Name = "@Ada" })).ToBeVisibleAsync();
        await message.GetByText("Select 7").ClickAsync();
        await Assertions.Expect(message.GetByRole(AriaRole.Button, new() { Name = "@editor" })).ToBeVisibleAsync();
        await message.GetByText("Select 8").ClickAsync(new() { Force = true });
        await Assertions.Expect(message.GetByRole(AriaRole.Button, new() { Name = "#review" })).ToBeHiddenAsync();
        await message.GetByText("Select 3").ClickAsync();
        await Assertions.Expect(message.GetByRole(AriaRole.Button, new() { Name = "Done" })).ToBeDisabledAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "One", Exact = true }).ClickAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Two" }).ClickAsync();
        await Assertions.Expect(message.GetByRole(AriaRole.Button, new() { Name = "Done" })).ToBeEnabledAsync();
    }

    [Fact]
    public async Task A_mention_of_a_command_opens_it_and_one_of_a_channel_leads_there()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        await visit.PostAsBotAsync("newsroom", new JsonObject
        {
            ["content"] = "Use </claim submit:1100000000000000999> in <#1100000000000000106>, by <t:1795600800:t>",
        });

        var message = await tab.ReadAsync("Use /claim submit");
        await message.GetByRole(AriaRole.Button, new() { Name = "/claim submit" }).ClickAsync();
        await Assertions.Expect(tab.Option("text")).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await message.GetByRole(AriaRole.Button, new() { NameRegex = new("^#") }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync("#newsroom");
    }

    private static byte[] Picture
    {
        get
        {
            using var picture = new SKBitmap(2, 2);
            using var data = picture.Encode(SKEncodedImageFormat.Png, 100);
            return data.ToArray();
        }
    }

    private static JsonObject Text(string content) => new() { ["type"] = 10, ["content"] = content };

    private static JsonObject Row(params JsonNode[] parts) => new() { ["type"] = 1, ["components"] = new JsonArray(parts) };

    private static JsonObject Media(string url) => new() { ["media"] = new JsonObject { ["url"] = url } };

    private static JsonObject Thumbnail() =>
        new() { ["type"] = 11, ["media"] = new JsonObject { ["url"] = "attachment://small.png" }, ["description"] = "What it shows" };

    private static JsonObject Button(string label, string customId, int style = 2, bool disabled = false) =>
        new() { ["type"] = 2, ["style"] = style, ["label"] = label, ["custom_id"] = customId, ["disabled"] = disabled };

    private static JsonArray Options(params string[] labels) =>
        [.. labels.Select(label => new JsonObject { ["label"] = label, ["value"] = label })];

    private static JsonObject Select(int type, JsonObject? more = null)
    {
        var select = more ?? [];
        (select["type"], select["custom_id"], select["placeholder"]) = (type, $"select-{type}", $"Select {type}");
        return select;
    }
}
