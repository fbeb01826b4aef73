using System.Globalization;
using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Gateway;

/// <remarks>https://github.com/discord-net/Discord.Net/issues/3175</remarks>
public sealed class ReplayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    // Long enough for the connection to count as one that held.
    private static readonly TimeSpan Meanwhile = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(-10, 60, true)]
    [InlineData(-10, 1, false)]
    [InlineData(0, 60, true)]
    [InlineData(0, 1, false)]
    [InlineData(10, 60, true)]
    [InlineData(10, 1, false)]
    public async Task A_replay_is_too_old_by_Discords_clock_not_by_ours(int wrongBy, int age, bool isTooOld)
    {
        await using var discord = await FakeDiscord.StartAsync();
        SaysItIs(discord, Noon);
        await using var client = StartAt(discord, Noon + TimeSpan.FromSeconds(wrongBy));

        var replay = await ReplayAsync(discord, client, Ids.At(Noon + Meanwhile - TimeSpan.FromSeconds(age)));

        Assert.True(replay.IsReplay);
        Assert.InRange(replay.Age!.Value.TotalSeconds, age, age + 0.9);
        Assert.Equal(isTooOld, replay.IsTooOld);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task What_comes_live_is_never_too_old(int wrongBy)
    {
        await using var discord = await FakeDiscord.StartAsync();
        SaysItIs(discord, Noon);
        await using var client = StartAt(discord, Noon + TimeSpan.FromSeconds(wrongBy));
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.DispatchAsync("INTERACTION_CREATE", 2, InteractionOf(Ids.At(Noon - TimeSpan.FromSeconds(5))));

        var live = await client.HearsAsync("INTERACTION_CREATE");

        Assert.Equal(Noon + TimeSpan.FromSeconds(wrongBy), live.ReceivedAt);
        Assert.False(live.IsTooOld);
        Assert.InRange(live.Age!.Value.TotalSeconds, 5, 6);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task Without_a_date_the_newest_interaction_tells_the_time(int wrongBy)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers("GET /gateway/bot", 200, discord.GatewayBot(1000, 0), ("Date", ""));
        await using var client = StartAt(discord, Noon + TimeSpan.FromSeconds(wrongBy));
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.DispatchAsync("INTERACTION_CREATE", 2, InteractionOf(Ids.At(Noon)));
        Assert.Equal(TimeSpan.Zero, (await client.HearsAsync("INTERACTION_CREATE")).Age);
        client.Time.Advance(TimeSpan.FromSeconds(20));
        await gateway.SendAsync("""{"op":7}""");
        var again = await discord.AcceptAsync();
        await again.SayHelloAsync();
        await again.NextAsync(6);
        await again.DispatchAsync("INTERACTION_CREATE", 3, InteractionOf(Ids.At(Noon + TimeSpan.FromSeconds(1))));
        await again.DispatchAsync("INTERACTION_CREATE", 4, InteractionOf(Ids.At(Noon + TimeSpan.FromSeconds(19))));

        Assert.True((await client.HearsAsync("INTERACTION_CREATE")).IsTooOld);
        Assert.False((await client.HearsAsync("INTERACTION_CREATE")).IsTooOld);
    }

    [Fact]
    public async Task A_replay_of_unknown_age_is_trusted()
    {
        await using var discord = await FakeDiscord.StartAsync();
        SaysItIs(discord, Noon + TimeSpan.FromDays(100));
        await using var client = StartAt(discord, Noon);

        var replay = await ReplayAsync(discord, client, Ids.At(Noon - TimeSpan.FromHours(1)));

        Assert.Null(replay.Age);
        Assert.False(replay.IsTooOld);
    }

    private static void SaysItIs(FakeDiscord discord, DateTimeOffset now) =>
        discord.Answers(
            "GET /gateway/bot", 200, discord.GatewayBot(1000, 0),
            ("Date", now.ToString("R", CultureInfo.InvariantCulture)));

    private static Client StartAt(FakeDiscord discord, DateTimeOffset now)
    {
        var time = new ObservedTime();
        time.SetUtcNow(now);
        var client = new Client(discord, time);
        return client.Start();
    }

    private static async Task<Dispatch> ReplayAsync(FakeDiscord discord, Client client, Snowflake id)
    {
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await client.HearsAsync("READY");
        client.Time.Advance(Meanwhile);
        await gateway.SendAsync("""{"op":7}""");
        var again = await discord.AcceptAsync();
        await again.SayHelloAsync();
        await again.NextAsync(6);
        await again.DispatchAsync("INTERACTION_CREATE", 2, InteractionOf(id));
        return await client.HearsAsync("INTERACTION_CREATE");
    }

    private static string InteractionOf(Snowflake id) => $$"""{"id":"{{id}}","type":2,"token":"t"}""";
}
