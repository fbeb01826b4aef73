using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;

namespace FactBot.Discord.Tests.Gateway;

/// <summary>One process stops, and another goes on.</summary>
public sealed class HandoverTests
{
    [Fact]
    public async Task A_session_that_another_process_waits_for_is_left_open_and_resumed_by_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var handover = new FakeHandover { IsAwaited = true };
        await using (var first = new Client(discord, handover: handover).Start())
        {
            var gateway = await discord.AcceptAsync();
            await gateway.OpenAsync();
            await gateway.DispatchAsync("GUILD_CREATE", 41, """{"id":"7","name":"Desk"}""");
            await first.HearsAsync("GUILD_CREATE");
            await first.StopAsync();
            Assert.Equal(4000, await gateway.Closed);
        }

        await using var next = new Client(discord, handover: handover).Start();
        var again = await discord.AcceptAsync();
        Assert.Equal("/resume?v=10&encoding=json", again.PathAndQuery);
        await again.SayHelloAsync();
        var resume = await again.NextAsync(6);
        Assert.Equal("session-1", resume.GetProperty("session_id").GetString());
        Assert.Equal(41, resume.GetProperty("seq").GetInt32());
        await again.DispatchAsync("GUILD_UPDATE", 42, """{"id":"7"}""");
        await again.DispatchAsync("RESUMED", 43, "{}");

        Assert.True((await next.HearsAsync("GUILD_UPDATE")).IsReplay);
        // Who did not see the session begin is told what it began with.
        Assert.Equal("session-1", (await next.HearsAsync("READY")).ReadReady()!.SessionId);
        Assert.Empty(handover.Left);
    }

    [Fact]
    public async Task A_session_that_was_left_and_is_over_is_begun_anew()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var handover = new FakeHandover { Left = { [new Shard(0, 1)] = new("session-0", discord.GatewayUrl("/resume"), 7, "{}") } };
        await using var client = new Client(discord, handover: handover).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.SayHelloAsync();
        await gateway.NextAsync(6);
        await gateway.SendAsync("""{"op":9,"d":false}""");
        await (await discord.AcceptAsync()).OpenAsync();
        await client.HearsAsync("READY");
    }

    [Fact]
    public async Task Where_nobody_waits_the_session_is_closed_for_good()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var handover = new FakeHandover();
        await using var client = new Client(discord, handover: handover).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await client.HearsAsync("READY");
        await client.StopAsync();
        Assert.Equal(1000, await gateway.Closed);
        Assert.Empty(handover.Left);
    }

    [Fact]
    public async Task A_session_that_cannot_be_left_or_taken_stops_nothing()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, handover: new FakeHandover { IsAwaited = true, Fails = true }).Start();
        await (await discord.AcceptAsync()).OpenAsync();
        await client.HearsAsync("READY");
        await client.StopAsync();
        Assert.Equal(GatewayState.Stopped, client.Gateway.State);
        Assert.All(["could not be read", "could not be left"], told => Assert.Contains(client.Logs.Lines, l => l.Contains(told, StringComparison.Ordinal)));
    }
}
