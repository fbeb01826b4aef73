using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SkiaSharp;

namespace FactBot.Page.Tests;

public class PictureTests(Browser browser) : IClassFixture<Browser>
{
    // Fonts differ from machine to machine: what has to agree is the picture seen from afar.
    private const int Afar = 40;
    private const double MostDifference = 0.06;

    [Fact]
    public async Task The_readme_shows_the_page_as_it_is()
    {
        await using var visit = await Visit.BeginAsync(browser, new()
        {
            ColorScheme = ColorScheme.Dark,
            ViewportSize = new() { Width = 1120, Height = 700 },
            TimezoneId = "Europe/Kyiv",
            Locale = "en-US",
        });
        await visit.Client.CommandAsync("Fay", "claim submit", new JsonObject { ["text"] = "The line has 14 stops" });
        await visit.Client.CommandAsync("Ada", "triage", new JsonObject { ["claim"] = "1", ["action"] = "accept" });
        await visit.Client.CommandAsync(
            "Ben", "evidence add", new JsonObject { ["claim"] = "1", ["url"] = "https://example.org/timetable", ["stance"] = "supports" });
        var tab = await visit.TabAsync("Chi", "review");
        await (await tab.ReadAsync("#1 · Open")).GetByText("example.org").WaitForAsync();
        await tab.BeginAsync("vote");
        await tab.Option("claim").FillAsync("1");
        await tab.Option("rating").FocusAsync();
        await tab.Page.Locator(".option:focus-within [role=option]").First.WaitForAsync();
        var picture = await tab.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });

        var kept = Path.Combine(Root(), "docs", "sandbox.png");
        if (Environment.GetEnvironmentVariable("FACTBOT_PICTURE") is not null)
            await File.WriteAllBytesAsync(kept, picture, TestContext.Current.CancellationToken);
        var difference = Difference(picture, await File.ReadAllBytesAsync(kept, TestContext.Current.CancellationToken));
        Assert.True(difference < MostDifference, $"docs/sandbox.png is {difference:P0} off: make it anew with FACTBOT_PICTURE=1 dotnet test tests/FactBot.Page.Tests");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FactBot.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    private static double Difference(byte[] one, byte[] other)
    {
        using var first = FromAfar(one);
        using var second = FromAfar(other);
        return first.Pixels.Zip(second.Pixels, (a, b) => (Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue)) / 765.0).Average();
    }

    private static SKBitmap FromAfar(byte[] png)
    {
        using var picture = SKBitmap.Decode(png);
        return picture.Resize(new SKImageInfo(Afar, Afar), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }
}
