using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FactBot.Host.Tests.Stories;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Docs;

/// <summary>What the docs tell people to type is run as it stands there.</summary>
public sealed partial class DocsTests
{
    /// <summary>How commands begin that are not run here, and why.</summary>
    private static readonly (string Beginning, string Why)[] Elsewhere =
    [
        ("dotnet test", "it runs this test"),
        (".ci/run", "it runs this test"),
        ("dotnet run --project src/FactBot.Sandbox", "every test of the sandbox starts it, and .ci/run plays its demo"),
        ("curl 127.0.0.1:5180", "tests/libraries/run does, with the bots that stand above it"),
        ("FACTBOT_Discord__Token=", "it needs Discord"),
        ("docker", "it needs a container engine; RecipeTests and ConfinedTests try what can be tried without"),
        ("mkdir -m 700 secrets", "it is for the container"),
        ("printf %s YOUR_TOKEN > secrets/", "it is for the container"),
        ("systemctl", "it needs systemd"),
        ("sudo", "it changes the machine"),
        ("dotnet run --project tests/FactBot.Mutations", "it runs the tests hundreds of times"),
        ("dotnet run -c Release --project tests/FactBot.Benchmarks", "it takes minutes, or needs data that is no part of the repository"),
        ("$ curl localhost:8080/health/", "HealthTests ask there"),
    ];

    [Fact]
    public void Every_command_in_the_docs_is_run_by_a_test_or_it_is_said_why_not() => Assert.All(
        DocsCommand.All, c => Assert.True(IsRun(c) || Elsewhere.Any(e => c.Text.StartsWith(e.Beginning, StringComparison.Ordinal)), $"{c.File}: {c.Text}"));

    [Fact]
    public async Task What_the_docs_ask_of_the_sandbox_is_answered()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var http = new HttpClient { BaseAddress = newsroom.Address };
        var commands = DocsCommand.All.Where(IsRun).ToList();
        Assert.True(commands.Count > 15, "the docs of the sandbox were not found");
        var said = new JsonObject();
        foreach (var command in commands)
        {
            using var request = RequestOf(await FillInAsync(command.Text, newsroom, said));
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{command.Text}: {(int)response.StatusCode} {text}");
            Assert.DoesNotContain("\"outcome\":\"failed\"", text);
            said = text.StartsWith('{') && !text.Contains('\n', StringComparison.Ordinal) ? JsonNode.Parse(text)!.AsObject() : said;
        }
    }

    [Fact]
    public void Each_file_that_the_docs_link_to_is_there()
    {
        foreach (var file in Directory.GetFiles(Repository.Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)))
        {
            Assert.All(
                Link().Matches(File.ReadAllText(file)).Select(l => l.Groups[1].Value),
                link => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)), $"{file} links to {link}"));
        }
    }

    private static bool IsRun(DocsCommand command) => Curl().IsMatch(command.Text);

    /// <summary>As curl would send it.</summary>
    private static HttpRequestMessage RequestOf(string command)
    {
        var curl = Curl().Match(command);
        var body = curl.Groups["body"];
        return new HttpRequestMessage(body.Success || curl.Groups["post"].Success ? HttpMethod.Post : HttpMethod.Get, curl.Groups["path"].Value)
        {
            Content = body.Success ? JsonContent.Create(JsonNode.Parse(body.Value)) : null,
        };
    }

    /// <summary>Puts in what the docs leave to the reader: the ids of what was said before.</summary>
    private static async Task<string> FillInAsync(string command, Newsroom newsroom, JsonObject said)
    {
        if (command.Contains("FORM", StringComparison.Ordinal))
        {
            await newsroom.Ben.AddsSourceAsync(1);
            var form = await newsroom.Ben.PressesAsync("Vote", await newsroom.CardAsync(1));
            return command.Replace("FORM", (string)form.Form!["id"]!, StringComparison.Ordinal);
        }

        if (command.Contains("CUSTOM_ID", StringComparison.Ordinal))
        {
            var card = (await newsroom.CardAsync(1)).Json;
            return command.Replace("CUSTOM_ID", new DiscordMessage(card).CustomIdOf("Accept"), StringComparison.Ordinal)
                .Replace("MESSAGE", (string)card["id"]!, StringComparison.Ordinal);
        }

        var message = (string?)(said["message"]?["id"] ?? said["id"]) ?? "1";
        return Message().Replace(command, message);
    }

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bMESSAGE\b")]
    private static partial Regex Message();

    [GeneratedRegex(@"^curl (?<post>-X POST )?'?localhost:5180/(?<path>[^' ]+)'?(?: --json '(?<body>.*)')?$")]
    private static partial Regex Curl();
}
