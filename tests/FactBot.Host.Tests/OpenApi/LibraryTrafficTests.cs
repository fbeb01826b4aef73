namespace FactBot.Host.Tests.OpenApi;

/// <summary>The traffic of bots on libraries of others, as <c>tests/libraries/run</c> leaves it.</summary>
public sealed class LibraryTrafficTests(ITestOutputHelper output)
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "libraries", "traffic");

    [Fact]
    public async Task All_traffic_of_other_libraries_is_as_discord_documents_it()
    {
        Assert.SkipWhen(DiscordDocument.Here is null, DiscordDocument.Absence);
        Assert.SkipUnless(Directory.Exists(Folder), "No library was walked: tests/libraries/run does it.");
        foreach (var file in Directory.GetFiles(Folder, "*.jsonl"))
        {
            var check = new TrafficCheck(DiscordDocument.Here!);
            check.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            output.WriteLine($"{Path.GetFileName(file)}: {check.Coverage.Exchanges} exchanges on {check.Coverage.Routes} routes");
            check.AssertNoFindings();
        }
    }
}
