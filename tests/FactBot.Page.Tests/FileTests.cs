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

    [Fact]
    public async Task A_file_goes_with_a_form_and_with_a_command_however_soon_they_are_sent()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        await tab.BeginAsync("article add");
        await tab.Page.Locator(".send").ClickAsync();
        await tab.Form.GetByLabel("Title").FillAsync("Harbour tram opens");
        await tab.Form.Locator("input[type=file]").SetInputFilesAsync(Long("The line has 14 stops."));
        await tab.Button("Submit").ClickAsync();
        await tab.ReadAsync("Article 1 is in: “Harbour tram opens”");

        await tab.BeginAsync("article add");
        await tab.Option("file").SetInputFilesAsync(Long("The bridge has 9 arches."));
        await tab.Page.Locator(".send").ClickAsync();
        await tab.ReadAsync("Article 2 is in");
    }

    /// <summary>Long enough that it takes a while to reach the sandbox.</summary>
    private static FilePayload Long(string sentence) => new()
    {
        Name = "tram.txt",
        MimeType = "text/plain",
        Buffer = Encoding.UTF8.GetBytes(string.Join("\n\n", Enumerable.Range(1, 8000).Select(i => $"{sentence} That is remark {i}."))),
    };

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
