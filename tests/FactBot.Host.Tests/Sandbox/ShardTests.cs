using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FactBot.Sandbox;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>A bot of two shards in a pretend Discord that asks for them.</summary>
public sealed class ShardTests : IAsyncLifetime
{
    private readonly Dictionary<string, string> names = [];

    private SandboxHost sandbox = null!;
    private PretendBot first = null!;
    private PretendBot second = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new SandboxOptions { Bare = true, Shards = 2, MaxConcurrency = 2 };
        sandbox = await SandboxHost.StartAsync(options, botFactory: null);
        first = new PretendBot(sandbox.Address);
        second = new PretendBot(sandbox.Address);
        await first.OpenAsync();
        await second.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_gateway_tells_how_many_shards_and_how_many_at_once()
    {
        var gateway = (await first.CallAsync("GET", "gateway/bot")).Body;
        Assert.Equal((2, 2), (gateway.Number("shards"), gateway.Map("session_start_limit").Number("max_concurrency")));
    }

    [Fact]
    public async Task Without_shards_it_is_closed_with_4011()
    {
        await first.IdentifyAsync();
        Assert.Null(await first.NextFrameAsync());
        Assert.Equal(4011, first.CloseCode);
    }

    [Fact]
    public async Task Each_shard_hears_of_its_own_guilds_and_both_may_identify_at_once()
    {
        var ids = await AddGuildsAsync();
        var readies = await IdentifyBothAsync();
        foreach (var (shard, ready) in readies.Index())
        {
            Assert.Equal([shard, 2], ready.List("shard")!.Select(one => (int)one!));
            var own = ids.Where(id => (int)((ulong.Parse(id, CultureInfo.InvariantCulture) >> 22) % 2) == shard);
            Assert.Equal(own.Order(), ready.Maps("guilds").Select(guild => guild.Text("id")!).Order());
        }
    }

    [Fact]
    public async Task An_interaction_goes_to_the_shard_of_its_guild()
    {
        var ids = await AddGuildsAsync();
        await IdentifyBothAsync();
        await first.RegisterAsync(Play.Commands);
        var guild = ids.Find(id => (ulong.Parse(id, CultureInfo.InvariantCulture) >> 22) % 2 == 1)!;
        var action = PostAsync(
            "/people/Ben/commands", $$$"""{"guild":"{{{guild}}}","channel":"{{{Channel(guild)}}}","command":"claim submit","options":{"text":"It rains"}}""");
        var interaction = await second.NextInteractionAsync();
        Assert.Equal(guild, interaction.Text("guild_id"));
        await second.AnswerAsync(interaction, """{"type":4,"data":{"content":"Yes"}}""");
        Assert.Equal("replied", (await action).Body.Text("outcome"));
    }

    [Fact]
    public async Task Two_shards_of_one_bucket_wait_for_each_other()
    {
        await first.IdentifyAsync(shard: (0, 4));
        await first.NextEventAsync("READY");
        await second.IdentifyAsync(shard: (2, 4));
        Assert.Equal(9, (await second.NextFrameAsync()).Number("op"));
    }

    private async Task<JsonObject[]> IdentifyBothAsync()
    {
        await first.IdentifyAsync(shard: (0, 2));
        await second.IdentifyAsync(shard: (1, 2));
        return [(await first.NextEventAsync("READY")).Map("d")!, (await second.NextEventAsync("READY")).Map("d")!];
    }

    // Guilds of either remainder, whenever the test runs.
    private async Task<List<string>> AddGuildsAsync()
    {
        var ids = new List<string> { "1100000000000000100" };
        while (ids.Select(id => (ulong.Parse(id, CultureInfo.InvariantCulture) >> 22) % 2).Distinct().Count() < 2 || ids.Count < 3)
        {
            sandbox.Clock.Advance(TimeSpan.FromMilliseconds(3));
            var added = await PostAsync("/stage/guilds", $$"""{"name":"Guild{{ids.Count}} newsroom"}""");
            names[added.Body.Text("id")!] = added.Body.Maps("channels").First().Text("name")!;
            ids.Add(added.Body.Text("id")!);
        }

        return ids;
    }

    private string Channel(string guild) => names.GetValueOrDefault(guild, "newsroom");

    private Task<RestReply> PostAsync(string path, string json) => first.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
}
