using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;

namespace FactBot.Discord.Tests.Gateway;

public sealed class BeatingTests
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task A_request_for_a_beat_is_answered_at_once_with_the_last_sequence()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime()).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.DispatchAsync("GUILD_CREATE", 17, """{"id":"7"}""");
        await gateway.SendAsync("""{"op":1,"d":null}""");

        Assert.Equal(17, (await gateway.NextAsync(1)).GetInt32());
    }

    [Fact]
    public async Task A_missed_ack_closes_with_4000_and_resumes()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var patience = new GatewayPatience
        {
            Acknowledge = TimeSpan.FromMilliseconds(50),
            Close = TimeSpan.FromMinutes(1),
        };
        await using var client = new Client(discord, new ObservedTime(), patience: patience).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await client.HearsAsync("READY");
        gateway.IsDeaf = true;
        client.Time.Advance(s_interval);
        await gateway.NextAsync(1);
        Assert.True(client.Gateway.IsBeatPending);
        await WaitForBeatTimerAsync(client);
        client.Time.Skips = TimeSpan.FromSeconds(10);
        client.Time.Advance(s_interval);

        Assert.Equal(4000, await gateway.Closed);
        var again = await discord.AcceptAsync();
        await again.SayHelloAsync();
        await again.NextAsync(6);
    }

    [Fact]
    public async Task A_clock_moved_by_a_day_is_no_missed_ack()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime()).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await client.HearsAsync("READY");
        for (var day = 0; day < 3; day++)
        {
            client.Time.Advance(TimeSpan.FromDays(1));
            await gateway.NextAsync(1);
            await WaitForBeatTimerAsync(client);
        }
        await gateway.DispatchAsync("GUILD_UPDATE", 9, """{"id":"7"}""");
        await client.HearsAsync("GUILD_UPDATE");

        Assert.True(client.Gateway.IsConnected);
        Assert.DoesNotContain(client.Logs.Lines, line => line.Contains("heartbeats", StringComparison.Ordinal));
    }

    // The first beat comes after a random part of the interval, all others after all of it.
    private static async Task WaitForBeatTimerAsync(Client client)
    {
        while (await client.Time.NextWaitAsync() != s_interval)
        {
        }
    }
}
