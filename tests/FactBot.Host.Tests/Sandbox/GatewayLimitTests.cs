using FactBot.Sandbox;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>How often a bot may speak, beat and identify, and what it is given to begin with.</summary>
public sealed class GatewayLimitTests
{
    [Fact]
    public async Task A_connection_that_misses_its_beats_is_closed_with_4009_and_may_resume()
    {
        await using var sandbox = await StartAsync(new() { Bare = true, HeartbeatInterval = TimeSpan.FromMilliseconds(150) });
        await using var bot = new PretendBot(sandbox.Address);
        Assert.Equal(150, (await bot.OpenAsync()).Map("d").Number("heartbeat_interval"));
        await bot.IdentifyAsync();
        var session = (await bot.NextEventAsync("READY")).Map("d").Text("session_id");
        await bot.NextEventAsync("GUILD_CREATE");
        Assert.Null(await bot.NextFrameAsync());
        Assert.Equal(4009, bot.CloseCode);

        await bot.OpenAsync("/gateway/resume");
        await bot.SendAsync(6, new System.Text.Json.Nodes.JsonObject { ["token"] = "sandbox", ["session_id"] = session, ["seq"] = 2 });
        await bot.NextEventAsync("RESUMED");
    }

    [Fact]
    public async Task A_leap_of_the_clock_cuts_nobody_and_neither_does_a_steady_beat()
    {
        await using var sandbox = await StartAsync(new() { Bare = true, HeartbeatInterval = TimeSpan.FromMilliseconds(400) });
        await using var bot = new PretendBot(sandbox.Address);
        await bot.OpenAsync();
        for (var i = 0; i < 8; i++)
        {
            sandbox.Clock.Advance(TimeSpan.FromDays(1));
            await bot.SendAsync(1, null);
            Assert.Equal(11, (await bot.NextFrameAsync()).Number("op"));
            await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task The_hundred_and_twenty_first_send_of_a_minute_closes_with_4008()
    {
        await using var sandbox = await StartAsync(new() { Bare = true });
        await using var bot = new PretendBot(sandbox.Address);
        await bot.OpenAsync();
        for (var i = 0; i < 120; i++)
        {
            await bot.SendAsync(1, null);
            Assert.Equal(11, (await bot.NextFrameAsync()).Number("op"));
        }

        await bot.SendAsync(1, null);
        Assert.Null(await bot.NextFrameAsync());
        Assert.Equal(4008, bot.CloseCode);
    }

    [Fact]
    public async Task After_a_thousand_identifies_in_a_day_the_token_is_refused()
    {
        await using var sandbox = await StartAsync(new() { Bare = true });
        await using var bot = new PretendBot(sandbox.Address);
        await bot.OpenAsync();
        for (var i = 0; i < 1001; i++)
        {
            if (i % 100 == 0)
            {
                sandbox.Clock.Advance(TimeSpan.FromMinutes(2));
                await bot.OpenAsync();
            }

            await bot.IdentifyAsync();
            if (i is > 0 and < 1000 && i % 100 != 0)
            {
                Assert.Equal(9, (await bot.NextFrameAsync()).Number("op"));
            }
            else if (i < 1000)
            {
                await bot.NextEventAsync("GUILD_CREATE");
                await bot.OpenAsync();
            }
        }

        Assert.Null(await bot.NextFrameAsync());
        Assert.Equal(4004, bot.CloseCode);
        var limit = (await bot.CallAsync("GET", "gateway/bot")).Body.Map("session_start_limit");
        Assert.Equal(0, limit.Number("remaining"));
        Assert.True(limit.Number("reset_after") > 0);
    }

    [Fact]
    public async Task Ready_and_the_guild_have_every_list_a_library_expects()
    {
        await using var sandbox = await StartAsync(new() { Bare = true });
        await using var bot = new PretendBot(sandbox.Address);
        await bot.OpenAsync();
        await bot.IdentifyAsync();
        var ready = (await bot.NextEventAsync("READY")).Map("d");
        Assert.Equal(10, ready.Number("v"));
        foreach (var list in (string[])["private_channels", "presences", "relationships", "guilds"])
        {
            Assert.NotNull(ready.List(list));
        }

        var guild = (await bot.NextEventAsync("GUILD_CREATE")).Map("d");
        foreach (var list in (string[])
                 [
                     "roles", "emojis", "stickers", "features", "channels", "threads", "members", "presences", "voice_states",
                     "stage_instances", "guild_scheduled_events", "soundboard_sounds",
                 ])
        {
            Assert.True(guild.List(list) is not null, list);
        }

        Assert.Equal((false, false, 7), (guild.Flag("unavailable"), guild.Flag("large"), guild.Number("member_count")));
        Assert.NotNull(guild.Text("joined_at"));
    }

    private static Task<SandboxHost> StartAsync(SandboxOptions options) =>
        SandboxHost.StartAsync(options, botFactory: null, TestContext.Current.CancellationToken);
}
