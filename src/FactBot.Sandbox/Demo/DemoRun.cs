using System.Text.Json.Nodes;
using FactBot.Chat;
using FactBot.Pages;

namespace FactBot.Sandbox.Demo;

/// <summary><c>demo</c>: a sandbox of its own, a team's day in it, and an exit code.</summary>
internal static class DemoRun
{
    /// <summary>0 only where every step did what it should; 2 where it could not begin.</summary>
    public static async Task<int> PlayAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (options, fault) = DemoOptions.Read(arguments);
        var article = "";
        try
        {
            article = options is null ? "" : (await new PageReader(PageLimits.Usual).ReadAsync(options.Article, await File.ReadAllBytesAsync(options.Article), CancellationToken.None)).Text;
        }
        catch (DeskRuleException e)
        {
            fault = e.Message;
        }

        if (options is not null && fault is null && ClaimPicker.Pick(article, TeamDay.ClaimsFromArticle).Count < TeamDay.ClaimsFromArticle)
        {
            fault = $"{options.Article} has too few sentences for a demo; it needs {TeamDay.ClaimsFromArticle} of 30 to 400 characters.";
        }

        if (options is null || fault is not null)
        {
            await Console.Error.WriteLineAsync(fault);
            return 2;
        }

        var transcript = new DemoTranscript(output, options.IsJson);
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Port = 0 }, HostedBot.Make);
        using var client = new SandboxClient(sandbox.Address);
        var summary = new JsonObject();
        try
        {
            summary = await new TeamDay(client, transcript, article).PlayAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidDataException or HttpRequestException or TaskCanceledException)
        {
            transcript.Step("The day goes on to its end", e.Message, isRight: false);
        }

        transcript.Close(summary);
        return transcript.Failed == 0 ? 0 : 1;
    }
}

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
