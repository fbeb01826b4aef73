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
            discord.Answers(GatewayBot, 500).Answers(GatewayBot, 200, "<html>Your proxy</html>").BreaksOn(GatewayBot);
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
            await client.Time.NextWaitAsync();

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
        Assert.Contains(client.Logs.Lines, line => line.Contains("no more sessions", StringComparison.Ordinal));
        client.Time.Advance(TimeSpan.FromHours(1));

        await discord.AcceptAsync();
        Assert.Equal(2, discord.Requests.Count);
    }
}
