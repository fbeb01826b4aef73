using System.Text.Json.Nodes;
using FactBot.Sandbox;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Stories;

public class ShardedBotTests
{
    [Fact]
    public async Task With_several_shards_each_server_is_served_also_after_a_break()
    {
        await using var sandbox = await SandboxHost.StartAsync(
            new SandboxOptions { Bare = true, Shards = 3, MaxConcurrency = 3 }, HostedBot.Make, TestContext.Current.CancellationToken);
        using var client = new SandboxClient(sandbox.Address);
        string[] towns = ["North", "East", "South", "West"];
        await client.CommandAsync("Ada", "help", []);
        foreach (var town in towns)
        {
            await client.PostAsync("stage/guilds", new JsonObject { ["name"] = $"{town} newsroom" });
        }

        await AskEachAsync();
        await client.PostAsync("stage/faults", new JsonObject { ["kind"] = "disconnect" });
        await AskEachAsync();

        async Task AskEachAsync()
        {
            foreach (var town in towns)
            {
                var answer = await client.PostAsync("people/Ada/commands", new JsonObject
                {
                    ["guild"] = $"{town} newsroom",
                    ["channel"] = $"{town.ToLowerInvariant()}-newsroom",
                    ["command"] = "help",
                });
                Assert.Equal("replied", (string?)answer["outcome"]);
            }
        }
    }
}
