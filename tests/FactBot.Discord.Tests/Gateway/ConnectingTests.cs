using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Gateway;

public sealed class ConnectingTests
{
    [Fact]
    public async Task Identifies_after_Hello_with_the_guilds_intent_alone()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();

        var gateway = await discord.AcceptAsync();
        Assert.Equal("/first?v=10&encoding=json", gateway.PathAndQuery);
        await gateway.SayHelloAsync();
        var identify = await gateway.NextAsync(2);

        Assert.Equal(Client.Token, identify.GetProperty("token").GetString());
        Assert.Equal(1, identify.GetProperty("intents").GetInt32());
        Assert.Equal(["os", "browser", "device"],
            identify.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.False(client.Gateway.IsConnected);
    }

    [Fact]
    public async Task Is_connected_from_READY_on()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();

        await (await discord.AcceptAsync()).OpenAsync();
        var ready = (await client.HearsAsync("READY")).ReadReady();

        Assert.Equal("session-1", ready!.SessionId);
        Assert.True(client.Gateway.IsConnected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_compressed_payload_may_come_in_pieces(int pieces)
    {
        await using var discord = await FakeDiscord.StartAsync(compresses: true);
        await using var client = new Client(discord).Start();

        var gateway = await discord.AcceptAsync();
        Assert.Equal("/first?v=10&encoding=json&compress=zlib-stream", gateway.PathAndQuery);
        await gateway.OpenAsync();
        var name = string.Concat(Enumerable.Range(0, 20_000).Select(i => i % 97 + ","));
        for (var i = 0; i < 3; i++)
        {
            await gateway.SendAsync(
                $$"""{"op":0,"t":"GUILD_CREATE","s":{{i + 2}},"d":{"id":"{{i}}","name":"{{name}}"} }""", pieces);
            var guild = (await client.HearsAsync("GUILD_CREATE")).ReadGuild();
            Assert.Equal(((ulong)i, name), (guild!.Id.Value, guild.Name));
        }
    }

    [Fact]
    public async Task Broken_compression_ends_the_connection_and_the_session_is_resumed()
    {
        await using var discord = await FakeDiscord.StartAsync(compresses: true);
        await using var client = new Client(discord).Start();

        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await client.HearsAsync("READY");
        await gateway.SendRawAsync([0xFF, 0xFE, 0xFD, 0xFC, 0, 0, 0xFF, 0xFF]);

        Assert.StartsWith("/resume", (await discord.AcceptAsync()).PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_closes_with_1000()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await client.HearsAsync("READY");

        await client.StopAsync();

        Assert.Equal(1000, await gateway.Closed);
        Assert.Equal(GatewayState.Stopped, client.Gateway.State);
    }

    [Fact]
    public async Task A_loop_that_runs_again_begins_a_new_session()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        await (await discord.AcceptAsync()).OpenAsync();
        await client.HearsAsync("READY");
        await client.StopAsync();

        client.Start();

        await (await discord.AcceptAsync()).OpenAsync();
        await client.HearsAsync("READY");
    }

    [Fact]
    public async Task Cancellation_ends_even_when_Discord_does_not_answer_the_close()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var patience = new GatewayPatience { Close = TimeSpan.FromMilliseconds(100) };
        await using var client = new Client(discord, patience: patience).Start();
        var gateway = await discord.AcceptAsync();
        gateway.IgnoresClose = true;
        await gateway.OpenAsync();
        await client.HearsAsync("READY");

        await client.StopAsync();

        Assert.Equal(GatewayState.Stopped, client.Gateway.State);
    }

    [Fact]
    public async Task A_gateway_that_goes_silent_after_Identify_is_left()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var patience = new GatewayPatience
        {
            Establish = TimeSpan.FromMilliseconds(200),
            Close = TimeSpan.FromMinutes(1),
        };
        await using var client = new Client(discord, patience: patience).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.SayHelloAsync();

        Assert.Equal(4000, await gateway.Closed);
        await discord.AcceptAsync();
    }

    [Fact]
    public async Task Two_Identifies_are_at_least_five_seconds_apart()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord);
        var first = client.Time.GetUtcNow();
        client.Start();
        var gateway = await discord.AcceptAsync();
        // So rare a beat that its timer does not move the clock.
        await gateway.OpenAsync(interval: int.MaxValue - 1);
        await client.HearsAsync("READY");

        await gateway.SendAsync("""{"op":9,"d":false}""");
        var second = await discord.AcceptAsync();
        await second.SayHelloAsync(int.MaxValue - 1);
        await second.NextAsync(2);

        Assert.True(client.Time.GetUtcNow() - first >= TimeSpan.FromSeconds(5));
    }
}
