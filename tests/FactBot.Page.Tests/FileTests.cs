using System.Text;
using Microsoft.Playwright;

namespace FactBot.Page.Tests;

public class FileTests(Browser browser) : IClassFixture<Browser>
{
    private const string Article = "Harbour tram opens two years late\n\nThe line has 14 stops.\n";

    [Fact]
    public async Task A_file_is_attached_by_choosing_it_and_one_that_is_too_large_is_refused()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        await tab.BeginAsync("article add");

        await tab.Option("file").SetInputFilesAsync(new FilePayload { Name = "large.txt", MimeType = "text/plain", Buffer = new byte[10 * 1024 * 1024 + 1] });
        await tab.Page.GetByText("“large.txt” is larger than 10 MB").WaitForAsync();
        await tab.Option("file").SetInputFilesAsync(new FilePayload { Name = "tram.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Article) });
        await tab.Page.Locator(".taken").GetByText("tram.txt").WaitForAsync();
        await tab.Page.Locator(".send").ClickAsync();
        await tab.ReadAsync("Article 1 is in");
    }

    [Fact]
    public async Task A_file_is_attached_by_dropping_it_on_the_window()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        await tab.BeginAsync("article add");
        var folder = Directory.CreateTempSubdirectory("factbot-page-");
        var path = Path.Combine(folder.FullName, "dropped.txt");
        await File.WriteAllTextAsync(path, Article, TestContext.Current.CancellationToken);

        await DropAsync(tab.Page, path);
        await tab.Page.Locator(".taken").GetByText("dropped.txt").WaitForAsync();
        await tab.Page.Locator(".send").ClickAsync();
        await tab.ReadAsync("Article 1 is in");
        await DropAsync(tab.Page, path);
        await tab.WriteAsync("The page is still here");
        await tab.ReadAsync("The page is still here");
        folder.Delete(recursive: true);
    }

    // As the browser itself does it: a page cannot make a drop that has files.
    private static async Task DropAsync(IPage page, string path)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        foreach (var step in (string[])["dragEnter", "dragOver", "drop"])
        {
            await devtools.SendAsync("Input.dispatchDragEvent", new()
            {
                ["type"] = step,
                ["x"] = 500,
                ["y"] = 300,
                ["data"] = new Dictionary<string, object> { ["items"] = Array.Empty<object>(), ["files"] = new[] { path }, ["dragOperationsMask"] = 1 },
            });
        }
    }
}
