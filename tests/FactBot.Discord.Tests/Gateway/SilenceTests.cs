using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;

namespace FactBot.Discord.Tests.Gateway;

/// <remarks>https://github.com/discord/discord-api-docs/issues/8162</remarks>
public sealed class SilenceTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(40);

    [Fact]
    public async Task A_connection_that_only_acknowledges_beats_is_replaced_by_a_new_session()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime()).Start();
        var gateway = await OpenAsync(discord, client);
        await client.BeatAsync(gateway, Interval);
        Assert.Null(client.Gateway.Trouble);

        client.Time.Advance(Interval);

        Assert.Equal(4000, await gateway.Closed);
        var again = await discord.AcceptAsync();
        Assert.StartsWith("/first", again.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(
            "No event for 1.3 h although beats are acknowledged; connecting anew", client.Gateway.Trouble);
        Assert.False(client.Gateway.IsConnected);
        Assert.Contains(client.Logs.Lines, line => line.StartsWith("Warning: No event", StringComparison.Ordinal));
        await again.OpenAsync();
        await client.HearsAsync("READY");
        Assert.Null(client.Gateway.Trouble);
    }

    [Fact]
    public async Task The_next_silence_is_borne_for_longer()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime()).Start();
        var gateway = await OpenAsync(discord, client);
        await client.BeatAsync(gateway, Interval);
        client.Time.Advance(Interval);
        gateway = await OpenAsync(discord, client);

        for (var beat = 0; beat < 4; beat++)
        {
            await client.BeatAsync(gateway, Interval);
            Assert.True(client.Gateway.IsConnected);
        }
        client.Time.Advance(Interval);

        Assert.Equal(4000, await gateway.Closed);
    }

    [Fact]
    public async Task An_event_ends_the_silence_and_a_mere_resume_does_not()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime()).Start();
        var gateway = await OpenAsync(discord, client);
        await client.BeatAsync(gateway, Interval);
        await gateway.DispatchAsync("GUILD_UPDATE", 2, """{"id":"7"}""");
        await client.HearsAsync("GUILD_UPDATE");
        var last = client.Time.GetUtcNow();
        await client.BeatAsync(gateway, Interval);
        Assert.Equal(last, client.Gateway.LastEventAt);

        await gateway.SendAsync("""{"op":7}""");
        var resumed = await discord.AcceptAsync();
        await resumed.SayHelloAsync((int)Interval.TotalMilliseconds);
        await resumed.NextAsync(6);
        await resumed.DispatchAsync("RESUMED", 3, "{}");
        await client.HearsAsync("RESUMED");
        Assert.Equal(last, client.Gateway.LastEventAt);
        client.Time.Advance(Interval);
        await Client.UntilAsync(() => client.Gateway.IsConnected && !client.Gateway.IsBeatPending);
        client.Time.Advance(Interval);

        Assert.Equal(4000, await resumed.Closed);
    }

    [Fact]
    public async Task Before_the_first_event_there_is_none()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime());
        Assert.Null(client.Gateway.LastEventAt);
        client.Start();
        await discord.AcceptAsync();

        Assert.Null(client.Gateway.LastEventAt);
        Assert.Equal(GatewayState.Connecting, client.Gateway.State);
    }

    private static async Task<FakeGateway> OpenAsync(FakeDiscord discord, Client client)
    {
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync((int)Interval.TotalMilliseconds);
        await client.HearsAsync("READY");
        return gateway;
    }
}
