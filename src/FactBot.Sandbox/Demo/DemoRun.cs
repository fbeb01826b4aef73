using System.Text.Json.Nodes;
using FactBot.Articles;
using FactBot.Chat;
using FactBot.Host.Storage;
using FactBot.Pages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FactBot.Sandbox.Demo;

/// <summary><c>demo</c>: plays a team's day in a sandbox of its own, and returns an exit code.</summary>
internal static class DemoRun
{
    /// <summary>
    /// Returns 0 only if every step did what it should, and 2 if the demo couldn't begin. Whatever was logged in the meantime is
    /// written to standard error at the end.
    /// </summary>
    public static async Task<int> PlayAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (options, fault) = DemoOptions.Read(arguments);
        var (article, unread) = options is null ? (null, fault) : await ReadAsync(options.Article);
        if (options is null || article is null)
        {
            await Console.Error.WriteLineAsync(unread);
            return 2;
        }

        var log = new DemoLog();
        var transcript = new DemoTranscript(output, options.IsJson);
        var summary = await PlayAsync(article, transcript, log);
        transcript.Close(summary);
        await output.FlushAsync();
        foreach (var line in log.Lines)
        {
            await Console.Error.WriteLineAsync(line);
        }

        return transcript.Failed == 0 ? 0 : 1;
    }

    /// <summary>Returns the article, or a sentence why there is none.</summary>
    private static async Task<(DemoArticle? Article, string? Fault)> ReadAsync(string file)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(file);
            return bytes.Length > AddArticle.MaxFile
                ? (null, $"{file} is larger than {AddArticle.MaxFile / 1024 / 1024} MB; give the article’s text alone.")
                : (new DemoArticle(Path.GetExtension(file), bytes, (await new PageReader(PageLimits.Usual).ReadAsync(file, bytes, CancellationToken.None)).Text), null);
        }
        catch (DeskRuleException e)
        {
            return (null, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"{file} cannot be read: {e.Message}");
        }
    }

    private static async Task<JsonObject> PlayAsync(DemoArticle article, DemoTranscript transcript, DemoLog log)
    {
        // From ten o'clock, so that exactly one digest is due in the day that passes, whenever the demo is played.
        var morning = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddHours(10), TimeSpan.Zero);
        try
        {
            await using var sandbox = await SandboxHost.StartAsync(
                new SandboxOptions { Port = 0, StartAt = morning, Log = log },
                surroundings => new HostedBot(surroundings, services => services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(log)));
            using var client = new SandboxClient(sandbox.Address);
            return await new TeamDay(client, transcript, article).PlayAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidDataException or HttpRequestException or TaskCanceledException or IOException or DatabaseException)
        {
            transcript.Step("The day goes on to its end", e.Message, isRight: false);
            return [];
        }
    }
}

/// <summary>The article to play with: its file as it is, and the text extracted from it.</summary>
internal sealed record DemoArticle(string Extension, byte[] Bytes, string Text);

/// <summary>The arguments of <c>demo</c>.</summary>
internal sealed record DemoOptions(string Article, bool IsJson)
{
    /// <returns>The options, or what is wrong in one sentence.</returns>
    public static (DemoOptions? Options, string? Fault) Read(IReadOnlyList<string> arguments)
    {
        var options = new DemoOptions(SampleArticle.File, IsJson: false);
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--json":
                    options = options with { IsJson = true };
                    break;
                case "--article" when i + 1 < arguments.Count:
                    options = options with { Article = arguments[++i] };
                    break;
                case "--article":
                    return (null, "--article wants a file.");
                case var unknown:
                    return (null, $"There is no argument '{unknown}' of demo; there are --article FILE and --json.");
            }
        }

        return File.Exists(options.Article) ? (options, null) : (null, $"There is no file {options.Article}.");
    }
}
