using System.Text;
using System.Text.Json.Nodes;
using FactBot.Sandbox;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>A bare sandbox with a bot of bare sockets in it, and hands for its people and its stage.</summary>
internal sealed class Play : IAsyncDisposable
{
    public const string Newsroom = "1100000000000000104";

    /// <summary>One command of each kind the tests use.</summary>
    public const string Commands = """
        [
          {"name":"claim","description":"Claims","options":[
            {"type":1,"name":"submit","description":"Submit one","options":[
              {"type":3,"name":"text","description":"What is said","required":true,"max_length":20},
              {"type":4,"name":"count","description":"How many","min_value":1,"max_value":9},
              {"type":5,"name":"quick","description":"Whether quick"},
              {"type":3,"name":"stance","description":"Which","choices":[{"name":"Supports it","value":"supports"}]},
              {"type":6,"name":"who","description":"Somebody"},
              {"type":7,"name":"where","description":"Some channel"},
              {"type":8,"name":"role","description":"Some role"},
              {"type":11,"name":"file","description":"A file"},
              {"type":3,"name":"topic","description":"A topic","autocomplete":true}]}]},
          {"name":"Submit as claim","type":3},
          {"name":"secret","description":"For managers","default_member_permissions":"32"}
        ]
        """;

    private Play(SandboxHost sandbox, PretendBot bot)
    {
        Sandbox = sandbox;
        Bot = bot;
    }

    public SandboxHost Sandbox { get; }

    public PretendBot Bot { get; }

    public static async Task<Play> StartAsync()
    {
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Bare = true }, botFactory: null);
        var bot = await PretendBot.ConnectAsync(sandbox);
        await bot.RegisterAsync(Commands);
        return new Play(sandbox, bot);
    }

    public Task<RestReply> PostAsync(string path, string json) =>
        Bot.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        });

    public Task<RestReply> GetAsync(string path) => Bot.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<RestReply> SubmitsAsync(string person, string options = """{"text":"It rains"}""") => PostAsync(
        $"/people/{person}/commands", $$"""{"channel":"newsroom","command":"claim submit","options":{{options}}}""");

    /// <summary>Ben runs a command and the bot answers with this callback.</summary>
    public async Task<(JsonObject Interaction, JsonNode Answer)> BenGetsAsync(string callback)
    {
        var action = SubmitsAsync("Ben");
        var interaction = await Bot.NextInteractionAsync();
        var reply = await Bot.AnswerAsync(interaction, callback);
        Assert.True(reply.Status == 204, reply.Body?.ToJsonString());
        return (interaction, (await action).Body!);
    }

    public async Task<string> PostMessageAsync(string json = """{"content":"Hello"}""")
    {
        var reply = await Bot.CallAsync("POST", $"channels/{Newsroom}/messages", json);
        Assert.True(reply.Status == 200, reply.Body?.ToJsonString());
        return reply.Body.Text("id")!;
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
