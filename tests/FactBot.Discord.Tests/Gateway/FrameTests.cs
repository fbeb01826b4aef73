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
            $$"""{"op":0,"t":"HUGE","s":4,"d":"{{new string('x', GatewaySocket.LargestPayload)}}"}""");
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
