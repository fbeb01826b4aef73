using Microsoft.Playwright;

namespace FactBot.Page.Tests;

/// <summary>The machine's Chromium, one for all tests; absent where it is not installed.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Program =
        Array.Find(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], File.Exists);

    // In milliseconds; only a test that fails ever waits for so long.
    private const float Patience = 60_000;

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A window of its own; skips the test on a machine without a browser.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(chromium is null, "There is no Chromium on this machine; install it with: apt-get install chromium");
        var context = await chromium.NewContextAsync(options ?? new() { TimezoneId = "Europe/Kyiv", Locale = "en-US" });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
