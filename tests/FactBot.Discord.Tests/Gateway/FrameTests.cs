using FactBot.Discord.Gateway;
using FactBot.Discord.Rest;
using FactBot.Discord.Tests.Fakes;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Gateway;

public sealed class FrameTests
{
    [Theory]
    [InlineData("this is no JSON")]
    [InlineData("[]")]
    [InlineData("""{"op":"zero"}""")]
    [InlineData("""{"op":1234,"d":{} }""")]
    [InlineData("""{"op":10,"d":{} }""")]
    [InlineData("""{"op":0,"t":null,"s":null,"d":null}""")]
    [InlineData("""{"op":9999999999,"d":{} }""")]
    [InlineData("""{"op":0,"t":"\ud800","s":2,"d":{} }""")]
    [InlineData("""{"op":31,"d":{} }""")]
    [InlineData("""{"op":0.5,"d":{} }""")]
    [InlineData("<html>Bad gateway</html>")]
    public async Task A_bad_frame_costs_one_line_of_the_log(string frame)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();

        await gateway.SendAsync(frame);
        await gateway.DispatchAsync("GUILD_CREATE", 5, """{"id":"7"}""");

        await client.HearsAsync("GUILD_CREATE");
        Assert.Single(client.Logs.Lines, line => line.Contains("Left out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_frame_beyond_measure_is_left_out(bool isCompressed)
    {
        await using var discord = await FakeDiscord.StartAsync(isCompressed);
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();

        await gateway.SendAsync(
            $$"""{"op":0,"t":"HUGE","s":4,"d":"{{new string('x', 20 * 1024 * 1024)}}"}""");
        await gateway.DispatchAsync("GUILD_CREATE", 5, """{"id":"7"}""");

        Assert.Equal("GUILD_CREATE", (await client.HearsAsync("GUILD_CREATE")).Name);
        Assert.Single(client.Logs.Lines, line => line.Contains("Left out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"op":0,"t":"READY","s":3}""")]
    [InlineData("""{"op":0,"t":"READY","s":3,"d":{"session_id":null}}""")]
    [InlineData("""{"op":0,"t":"INTERACTION_CREATE","s":3,"d":7}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":1}}""")]
    [InlineData("""{"op":11}""")]
    [InlineData("""{"op":0,"t":"INTERACTION_CREATE","s":3,"d":{"id":"5","token":"\ud800"}}""")]
    [InlineData("""{"op":0,"t":"INTERACTION_CREATE","s":3,"d":{"id":"\ud800","token":"t"}}""")]
    [InlineData("""{"op":0,"t":"GUILD_CREATE_NEVER_HEARD_OF","s":3,"d":{"a":[[[]]]},"novelty":1}""")]
    [InlineData("""{"op":0,"t":"RESUMED","s":3,"d":null}""")]
    public async Task An_odd_frame_does_not_end_the_connection(string frame)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();

        await gateway.SendAsync(frame);
        await gateway.DispatchAsync("GUILD_CREATE", 5, """{"id":"7"}""");

        await client.HearsAsync("GUILD_CREATE");
        Assert.True(client.Gateway.IsConnected);
    }

    [Fact]
    public async Task The_largest_payload_is_still_read()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();

        var filler = new string('x', GatewaySocket.LargestPayload - 100);
        await gateway.DispatchAsync("LARGE", 4, $"\"{filler}\"");

        Assert.Equal(filler.Length, (await client.HearsAsync("LARGE")).Data.GetString()!.Length);
    }

    [Fact]
    public async Task Events_out_of_order_do_not_lead_back()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        foreach (var sequence in (int[])[2, 9, 5, 9, 3])
        {
            await gateway.DispatchAsync("GUILD_UPDATE", sequence, """{"id":"7"}""");
            await client.HearsAsync("GUILD_UPDATE");
        }
        await gateway.SendAsync("""{"op":7}""");
        var again = await discord.AcceptAsync();
        await again.SayHelloAsync();

        Assert.Equal(9, (await again.NextAsync(6)).GetProperty("seq").GetInt32());
    }

    [Fact]
    public async Task A_new_session_counts_its_events_from_the_start()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime()).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.DispatchAsync("GUILD_UPDATE", 90, """{"id":"7"}""");
        // Out of order as well: the start of a session that nobody has asked for.
        await gateway.SayReadyAsync(1);
        await gateway.DispatchAsync("GUILD_CREATE", 2, """{"id":"7"}""");
        await client.HearsAsync("GUILD_CREATE");
        await gateway.SendAsync("""{"op":1}""");

        Assert.Equal(2, (await gateway.NextAsync(1)).GetInt32());
    }

    [Fact]
    public async Task A_second_Hello_is_not_answered()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();

        await gateway.SayHelloAsync();
        await gateway.DispatchAsync("GUILD_CREATE", 5, """{"id":"7"}""");
        await client.HearsAsync("GUILD_CREATE");
        await client.StopAsync();
        await gateway.Closed;

        Assert.Single(gateway.Opcodes, opcode => opcode is 2 or 6);
    }

    [Fact]
    public async Task A_listener_that_throws_does_not_end_the_connection()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord)
        {
            OnDispatch = _ => throw new InvalidOperationException("mine"),
        }.Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.DispatchAsync("GUILD_CREATE", 5, """{"id":"7"}""");

        await client.HearsAsync("GUILD_CREATE");
        Assert.True(client.Gateway.IsConnected);
    }

    [Fact]
    public async Task Neither_the_bots_token_nor_an_interactions_reaches_the_log()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.DispatchAsync("INTERACTION_CREATE", 2, """
            {"id":"5","application_id":"2","type":2,"token":"interaction-secret","data":{"name":"queue"}}
            """);
        var interaction = (await client.HearsAsync("INTERACTION_CREATE")).ReadInteraction()!;
        discord.Answers("PATCH /webhooks/2/interaction-secret/messages/@original", 404, """{"code":10008}""");
        var failure = await Assert.ThrowsAsync<DiscordApiException>(() => client.Rest.EditOriginalAsync(
            interaction.ApplicationId, interaction.Token, new MessageBody(), CancellationToken.None));
        await gateway.SendAsync("""{"op":7}""");
        await gateway.Closed;

        Assert.All([.. client.Logs.Lines, failure.ToString(), interaction.ToString()], line =>
        {
            Assert.DoesNotContain(Client.Token, line, StringComparison.Ordinal);
            Assert.DoesNotContain("interaction-secret", line, StringComparison.Ordinal);
        });
    }
}
