using FactBot.Sandbox.Clock;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>What Discord counts by the hour and the day.</summary>
public sealed class DailyLimitTests
{
    [Fact]
    public void Ten_thousand_refusals_in_ten_minutes_block_the_bot_for_an_hour()
    {
        using var clock = new SandboxClock(DateTimeOffset.UnixEpoch);
        var calls = new InvalidCalls(clock);
        for (var i = 0; i < InvalidCalls.Most - 1; i++)
        {
            calls.Count(403, new Dictionary<string, string>());
        }

        calls.Count(429, new Dictionary<string, string> { ["X-RateLimit-Scope"] = "shared" });
        calls.Count(404, new Dictionary<string, string>());
        Assert.Null(calls.Find());
        calls.Count(401, new Dictionary<string, string>());
        Assert.Equal(429, calls.Find()!.Status);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(calls.Find());
    }

    [Fact]
    public async Task A_message_older_than_an_hour_takes_thirty_edits_in_an_hour()
    {
        await using var play = await Play.StartAsync();
        var path = $"channels/{Play.Newsroom}/messages/{await play.PostMessageAsync()}";
        async Task<RestReply> EditAsync(int n)
        {
            // Out of the way of the bucket of five in five seconds.
            play.Sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
            return await play.Bot.CallAsync("PATCH", path, $$"""{"content":"{{n}}"}""");
        }

        for (var i = 0; i < 35; i++)
        {
            Assert.Equal(200, (await EditAsync(i)).Status);
        }

        play.Sandbox.Clock.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(200, (await EditAsync(i)).Status);
        }

        var reply = await EditAsync(30);
        Assert.Equal((429, 30046), (reply.Status, (int?)reply.Code));
        Assert.True((double?)reply.Body!["retry_after"] > 3000);
        Assert.Equal("user", reply.Headers["X-RateLimit-Scope"]);
        play.Sandbox.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(200, (await EditAsync(31)).Status);
    }

    [Fact]
    public async Task Two_hundred_commands_can_be_created_in_a_day_and_known_ones_again_and_again()
    {
        await using var play = await Play.StartAsync();
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(200, (await PutAsync(play, 90, round)).Status);
            Assert.Equal(200, (await PutAsync(play, 90, round)).Status);
        }

        var reply = await PutAsync(play, 90, round: 2);
        Assert.Equal((400, 30034), (reply.Status, (int?)reply.Code));
        Assert.Equal(90, (await play.Bot.CallAsync("GET", Commands)).Body!.AsArray().Count);
        play.Sandbox.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(200, (await PutAsync(play, 90, round: 2)).Status);
    }

    [Theory]
    [InlineData("DiscordBot (https://factbot.example, 1)", 200)]
    [InlineData("DiscordBot (https://github.com/Rapptz/discord.py 2.4.0) Python/3.12 aiohttp/3.9.5", 200)]
    [InlineData("Python/3.12 aiohttp/3.9.5", 200)]
    [InlineData("DiscordBot (https://discord.js.org, 2.3.0) Node.js/20.11.1", 200)]
    [InlineData("Discord4J", 200)]
    [InlineData("curl/8.0", 200)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36", 403)]
    [InlineData("mozilla/5.0 (X11; Linux x86_64)", 403)]
    [InlineData(" ", 403)]
    public async Task Any_agent_is_taken_but_a_browser_s_and_an_empty_one(string agent, int status)
    {
        await using var play = await Play.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v10/users/@me");
        request.Headers.TryAddWithoutValidation("Authorization", "Bot sandbox");
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        Assert.Equal(status, (await play.Bot.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("""{"type":17,"components":[{"type":17,"components":[{"type":10,"content":"c"}]}]}""", "components.0.components.0.type")]
    [InlineData("""{"type":17,"components":[]}""", "components.0.components")]
    [InlineData("""{"type":2,"style":1,"label":"l","custom_id":"a"}""", "components.0.type")]
    [InlineData("""{"type":9,"components":[{"type":10,"content":"c"}]}""", "components.0.accessory.type")]
    [InlineData("""{"type":9,"components":[{"type":2,"style":1,"label":"l","custom_id":"a"}],"accessory":{"type":11,"media":{"url":"https://a.example/a.png"}}}""", "components.0.components.0.type")]
    [InlineData("""{"type":1,"components":[{"type":10,"content":"c"}]}""", "components.0.components.0.type")]
    [InlineData("""{"type":1,"components":[{"type":1,"components":[]}]}""", "components.0.components.0.type")]
    [InlineData("""{"type":18,"label":"l","component":{"type":4,"custom_id":"a","style":1}}""", "components.0.type")]
    public async Task Components_stand_only_where_they_may(string component, string path)
    {
        await using var play = await Play.StartAsync();
        var reply = await play.Bot.CallAsync(
            "POST", $"channels/{Play.Newsroom}/messages", $$"""{"flags":32768,"components":[{{component}}]}""");
        Assert.Equal(50035, reply.Code);
        System.Text.Json.Nodes.JsonNode? place = reply.Body.Map("errors");
        foreach (var part in path.Split('.'))
        {
            place = place.Member(part);
        }

        Assert.True(place.List("_errors") is { Count: > 0 }, reply.Body!.ToJsonString());
    }

    private const string Commands = $"applications/{PretendBot.Application}/guilds/1100000000000000100/commands";

    private static Task<RestReply> PutAsync(Play play, int count, int round)
    {
        var list = Enumerable.Range(0, count).Select(n => $$"""{"name":"c{{round}}-{{n}}","description":"d"}""");
        return play.Bot.CallAsync("PUT", Commands, $"[{string.Join(',', list)}]");
    }
}
