using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;

namespace FactBot.Discord.Tests.Gateway;

public sealed class ShardingTests
{
    // So rare a beat that its timer does not move the clock.
    private const int Rarely = int.MaxValue - 1;

    [Fact]
    public async Task As_many_connections_are_made_as_Discord_recommends()
    {
        await using var discord = await FakeDiscord.StartAsync();
        (discord.Shards, discord.MaxConcurrency) = (3, 16);
        await using var client = new Client(discord, new ObservedTime()).Start();
        var gateways = await AcceptAsync(discord, 3);

        var said = new List<string>();
        foreach (var gateway in gateways)
        {
            Assert.False(client.Gateway.IsConnected);
            said.Add((await gateway.OpenAsync(Rarely)).GetProperty("shard").GetRawText());
            await client.HearsAsync("READY");
        }

        Assert.True(client.Gateway.IsConnected);
        Assert.Equal(["[0,3]", "[1,3]", "[2,3]"], said.Order());
        Assert.Single(discord.Requests);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    [InlineData("AUTO", 3)]
    public async Task The_number_can_be_set(string setting, int count)
    {
        await using var discord = await FakeDiscord.StartAsync();
        (discord.Shards, discord.MaxConcurrency) = (3, 16);
        await using var client = new Client(
            discord, new ObservedTime(), configure: options => options.Shards = setting).Start();
        var gateways = await AcceptAsync(discord, count);
        foreach (var gateway in gateways)
        {
            var identify = await gateway.OpenAsync(Rarely);
            Assert.Equal(count > 1, identify.TryGetProperty("shard", out _));
        }

        await Client.UntilAsync(() => client.Gateway.IsConnected);
    }

    [Fact]
    public async Task Shards_of_one_lane_identify_five_seconds_apart_and_others_at_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        (discord.Shards, discord.MaxConcurrency) = (4, 2);
        await using var client = new Client(discord, new ObservedTime()).Start();
        var first = await IdentifyAsync(discord, 2);
        Assert.Equal([0, 1], first.Order());

        // Both wait for the two that have just identified.
        Assert.Equal(TimeSpan.FromSeconds(5), await NextShortWaitAsync(client));
        Assert.Equal(TimeSpan.FromSeconds(5), await NextShortWaitAsync(client));
        await Client.UntilAsync(() => client.Gateway.State == GatewayState.Waiting);
        client.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([2, 3], (await IdentifyAsync(discord, 2)).Order());
        await Client.UntilAsync(() => client.Gateway.IsConnected);
    }

    [Fact]
    public async Task A_shard_that_breaks_is_resumed_by_itself()
    {
        await using var discord = await FakeDiscord.StartAsync();
        (discord.Shards, discord.MaxConcurrency) = (2, 2);
        await using var client = new Client(discord, new ObservedTime()).Start();
        var gateways = await AcceptAsync(discord, 2);
        foreach (var gateway in gateways)
        {
            await gateway.OpenAsync(Rarely);
            await client.HearsAsync("READY");
        }
        client.Time.Advance(TimeSpan.FromSeconds(10));
        await gateways[1].SendAsync("""{"op":7}""");

        var again = await discord.AcceptAsync();
        Assert.False(client.Gateway.IsConnected);
        await again.SayHelloAsync(Rarely);
        await again.NextAsync(6);
        await again.DispatchAsync("RESUMED", 2, "{}");
        await client.HearsAsync("RESUMED");

        Assert.True(client.Gateway.IsConnected);
        Assert.DoesNotContain(6, gateways[0].Opcodes);
    }

    [Fact]
    public async Task A_beat_of_any_shard_is_pending()
    {
        await using var discord = await FakeDiscord.StartAsync();
        (discord.Shards, discord.MaxConcurrency) = (2, 2);
        await using var client = new Client(discord, new ObservedTime()).Start();
        var gateways = await AcceptAsync(discord, 2);
        foreach (var gateway in gateways)
        {
            await gateway.OpenAsync(Rarely);
            await client.HearsAsync("READY");
        }
        gateways[1].IsDeaf = true;
        await gateways[1].SendAsync("""{"op":1}""");
        await gateways[1].NextAsync(1);

        Assert.True(client.Gateway.IsBeatPending);
    }

    [Fact]
    public async Task One_that_is_refused_for_good_stops_all()
    {
        await using var discord = await FakeDiscord.StartAsync();
        (discord.Shards, discord.MaxConcurrency) = (2, 2);
        await using var client = new Client(discord, new ObservedTime()).Start();
        var gateways = await AcceptAsync(discord, 2);
        await gateways[0].OpenAsync(Rarely);
        await client.HearsAsync("READY");
        await gateways[1].SayHelloAsync(Rarely);
        await gateways[1].NextAsync(2);
        await gateways[1].CloseAsync(4010);

        var fatal = await Assert.ThrowsAsync<GatewayFatalException>(() => client.Running);

        Assert.Contains("Discord:Shards", fatal.Message, StringComparison.Ordinal);
        Assert.Equal(1000, await gateways[0].Closed);
        Assert.Equal((GatewayState.Stopped, null), (client.Gateway.State, client.Gateway.Trouble));
    }

    private static async Task<List<FakeGateway>> AcceptAsync(FakeDiscord discord, int count)
    {
        var gateways = new List<FakeGateway>();
        while (gateways.Count < count)
        {
            gateways.Add(await discord.AcceptAsync());
        }
        return gateways;
    }

    private static async Task<List<int>> IdentifyAsync(FakeDiscord discord, int count)
    {
        var shards = new List<int>();
        foreach (var gateway in await AcceptAsync(discord, count))
        {
            shards.Add((await gateway.OpenAsync(Rarely)).GetProperty("shard")[0].GetInt32());
        }
        return shards;
    }

    private static async Task<TimeSpan> NextShortWaitAsync(Client client)
    {
        while (true)
        {
            var wait = await client.Time.NextWaitAsync();
            if (wait < TimeSpan.FromMinutes(1))
            {
                return wait;
            }
        }
    }
}
