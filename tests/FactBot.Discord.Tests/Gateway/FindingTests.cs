using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;

namespace FactBot.Discord.Tests.Gateway;

public sealed class FindingTests
{
    private const string GatewayBot = "GET /gateway/bot";

    [Fact]
    public async Task A_failing_address_is_asked_for_again_until_it_comes()
    {
        await using var discord = await FakeDiscord.StartAsync();
        for (var i = 0; i < 4; i++)
        {
            discord.Answers(GatewayBot, 500).Answers(GatewayBot, 200, "<html>Your proxy</html>").BreaksOn(GatewayBot);
        }

        await using var client = new Client(discord).Start();

        await discord.AcceptAsync();

        Assert.Equal(13, discord.Requests.Count);
        Assert.True(client.Time.Waits.Count >= 8);
    }

    [Fact]
    public async Task A_refused_connection_is_tried_again()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, apiUrl: "http://127.0.0.1:1").Start();
        for (var waits = 0; waits < 6; waits++)
        {
            await client.Time.NextWaitAsync();
        }

        Assert.Contains(client.Logs.Lines, line => line.Contains("asking again", StringComparison.Ordinal));
        await client.StopAsync();
    }

    [Fact]
    public async Task A_wrong_token_ends_the_loop_with_advice()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(GatewayBot, 401, """{"message":"401: Unauthorized","code":0}""");
        await using var client = new Client(discord).Start();

        var fatal = await Assert.ThrowsAsync<GatewayFatalException>(() => client.Running);

        Assert.Equal(4004, fatal.CloseCode);
        Assert.Contains("Discord:Token", fatal.Message, StringComparison.Ordinal);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task No_session_left_is_waited_out()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(GatewayBot, 200, discord.GatewayBot(0, 3_600_000));
        await using var client = new Client(discord, new ObservedTime()).Start();

        Assert.Equal(TimeSpan.FromHours(1), await client.Time.NextWaitAsync());
        Assert.Equal(GatewayState.Waiting, client.Gateway.State);
        Assert.Contains(client.Logs.Lines, line => line.Contains("No new session for 01:00:00", StringComparison.Ordinal));
        client.Time.Advance(TimeSpan.FromHours(1));

        await discord.AcceptAsync();
        Assert.Equal(2, discord.Requests.Count);
    }

    [Fact]
    public async Task A_rate_limit_of_an_hour_is_waited_out()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(GatewayBot, 429, """{"retry_after":3600,"global":false}""");
        await using var client = new Client(discord, new ObservedTime()).Start();

        Assert.Equal(TimeSpan.FromHours(1), await client.Time.NextWaitAsync());
        Assert.Equal(GatewayState.Waiting, client.Gateway.State);
        Assert.StartsWith("Waiting for Discord", client.Gateway.Trouble, StringComparison.Ordinal);
        client.Time.Advance(TimeSpan.FromHours(1));

        await discord.AcceptAsync();
    }

    [Theory]
    [InlineData("""{"url":"https://discord.com","shards":1}""")]
    [InlineData("""{"url":"","shards":-5}""")]
    [InlineData("""{"shards":1,"session_start_limit":{"max_concurrency":0,"total":0}}""")]
    [InlineData("""{"url":null}""")]
    [InlineData("[]")]
    public async Task An_address_without_sense_is_asked_for_again(string body)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(GatewayBot, 200, body).Answers(GatewayBot, 200, body);
        await using var client = new Client(discord).Start();

        await (await discord.AcceptAsync()).OpenAsync();
        await client.HearsAsync("READY");
    }
}
