using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Stories;

public sealed class DemoTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;

    [Fact]
    public async Task The_demo_plays_a_whole_day_and_every_step_is_right()
    {
        var transcript = new StringWriter();
        var exitCode = await DemoRun.PlayAsync([], transcript);
        output.WriteLine(transcript.ToString());
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData("bridge.de.txt")]
    [InlineData("flood.zh.txt")]
    [InlineData("one-line.md")]
    public Task The_demo_plays_through_in_other_languages_and_shapes(string article) => PlaysAsync(Path.Combine(Repository.Root, "tests", "articles", article));

    [Fact]
    public Task The_demo_plays_through_where_the_article_s_sentences_say_nearly_the_same() => PlaysAsync(Write("same.txt",
        "The council has 45 members and meets on Monday. The council has 46 members and meets on Monday. The council has 45 members and meets on Tuesday. It is mostly true that the council has 45 members, and nothing of it is in."));

    [Theory]
    [InlineData("", "holds no text")]
    [InlineData(" \r\n\t", "holds no text")]
    [InlineData("\0\u0001\u0002\0", "is no text, web page or PDF")]
    [InlineData(null, "There is no file")]
    public async Task An_article_that_holds_nothing_is_refused_in_a_sentence(string? text, string expected)
    {
        var (exitCode, all) = await RunAsync(text is null ? "nowhere.txt" : Write("nothing.txt", text), "");
        Assert.Equal(2, exitCode);
        Assert.Contains(expected, all, StringComparison.Ordinal);
        Assert.Single(all.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task No_line_of_the_log_stands_in_the_demo_s_transcript()
    {
        var (exitCode, all) = await RunAsync(SampleArticle.File, "--json");
        Assert.True(exitCode == 0, all);
        var lines = all.TrimEnd().Split('\n');
        var end = Array.FindIndex(lines, line => line.StartsWith("{\"summary\"", StringComparison.Ordinal));
        Assert.All(lines[..(end + 1)], line => Assert.NotNull(JsonNode.Parse(line)));
        // The clock leaps by an hour and more, of which the bot warns.
        Assert.NotEmpty(lines[(end + 1)..]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task PlaysAsync(string article)
    {
        var transcript = new StringWriter();
        var exitCode = await DemoRun.PlayAsync(["--article", article], transcript);
        output.WriteLine(transcript.ToString());
        Assert.Equal(0, exitCode);
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text, new UTF8Encoding(false));
        return file;
    }

    /// <summary>As its own process, its output and errors in the order in which they came.</summary>
    private static async Task<(int ExitCode, string Text)> RunAsync(string article, string arguments)
    {
        var all = new StringBuilder();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("/bin/sh", ["-c", $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, "FactBot.Sandbox.dll")}' demo --article '{article}' {arguments} 2>&1"])
            {
                RedirectStandardOutput = true,
            },
        };
        process.Start();
        all.Append(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, all.ToString());
    }
}
