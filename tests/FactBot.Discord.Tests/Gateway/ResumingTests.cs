using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;

namespace FactBot.Discord.Tests.Gateway;

public sealed class ResumingTests
{
    [Fact]
    public async Task Reconnect_closes_with_4000_and_resumes_at_the_resume_address()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.DispatchAsync("GUILD_CREATE", 41, """{"id":"7","name":"Desk"}""");
        await gateway.SendAsync("""{"op":7,"d":null}""");

        Assert.Equal(4000, await gateway.Closed);
        var again = await discord.AcceptAsync();
        Assert.Equal("/resume?v=10&encoding=json", again.PathAndQuery);
        await again.SayHelloAsync();
        var resume = await again.NextAsync(6);
        Assert.Equal(Client.Token, resume.GetProperty("token").GetString());
        Assert.Equal("session-1", resume.GetProperty("session_id").GetString());
        Assert.Equal(41, resume.GetProperty("seq").GetInt32());
    }

    [Fact]
    public async Task What_comes_before_RESUMED_is_a_replay()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.SendAsync("""{"op":7}""");
        var again = await discord.AcceptAsync();
        await again.SayHelloAsync();
        await again.NextAsync(6);
        await again.DispatchAsync("GUILD_UPDATE", 2, """{"id":"7"}""");
        await again.DispatchAsync("RESUMED", 3, "{}");
        await again.DispatchAsync("GUILD_UPDATE", 4, """{"id":"7"}""");

        Assert.True((await client.HearsAsync("GUILD_UPDATE")).IsReplay);
        Assert.False((await client.HearsAsync("GUILD_UPDATE")).IsReplay);
        Assert.True(client.Gateway.IsConnected);
    }

    [Theory]
    [InlineData("""{"op":7,"d":null}""")]
    [InlineData("""{"op":9,"d":false}""")]
    [InlineData("""{"op":9,"d":true}""")]
    public async Task What_ends_a_connection_may_come_in_place_of_Hello(string frame)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.SendAsync(frame);

        Assert.Equal(4000, await gateway.Closed);
        await (await discord.AcceptAsync()).OpenAsync();
        await client.HearsAsync("READY");
    }

    [Fact]
    public async Task An_invalid_session_is_begun_anew_at_the_first_address()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.SendAsync("""{"op":9,"d":false}""");

        var again = await discord.AcceptAsync();
        Assert.StartsWith("/first", again.PathAndQuery, StringComparison.Ordinal);
        await again.SayHelloAsync();
        await again.NextAsync(2);
    }

    [Fact]
    public async Task An_invalid_session_that_is_resumable_is_resumed()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.SendAsync("""{"op":9,"d":true}""");

        var again = await discord.AcceptAsync();
        await again.SayHelloAsync();
        await again.NextAsync(6);
    }

    [Fact]
    public async Task A_Discord_that_always_calls_the_session_invalid_is_asked_again_and_again()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var time = new ObservedTime { Skips = TimeSpan.FromMinutes(2) };
        var patience = new GatewayPatience { Close = TimeSpan.FromMilliseconds(100) };
        await using var client = new Client(discord, time, patience: patience).Start();

        for (var i = 0; i < 8; i++)
        {
            var gateway = await discord.AcceptAsync();
            gateway.IgnoresClose = i % 2 == 0;
            await gateway.SendAsync("""{"op":9,"d":false}""");
        }
    }

    [Fact]
    public async Task Resumes_that_keep_failing_end_in_a_new_Identify()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime { Skips = TimeSpan.FromMinutes(2) }).Start();
        discord.ClosedPath = "/resume";
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await client.HearsAsync("READY");
        await gateway.CloseAsync(4000);

        var again = await discord.AcceptAsync();

        Assert.StartsWith("/first", again.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(GatewaySession.ResumeAttempts, discord.ClosedPathAttempts);
        await again.SayHelloAsync();
        await again.NextAsync(2);
    }

    [Fact]
    public async Task Resumes_that_are_cut_off_end_in_a_new_Identify_too()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime { Skips = TimeSpan.FromMinutes(2) }).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await client.HearsAsync("READY");
        await gateway.CloseAsync(4000);
        for (var attempt = 0; attempt < GatewaySession.ResumeAttempts; attempt++)
        {
            gateway = await discord.AcceptAsync();
            Assert.StartsWith("/resume", gateway.PathAndQuery, StringComparison.Ordinal);
            await gateway.SayHelloAsync();
            await gateway.NextAsync(6);
            await gateway.CloseAsync(4000);
        }

        Assert.StartsWith("/first", (await discord.AcceptAsync()).PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4000, 6)]
    [InlineData(4008, 6)]
    [InlineData(1001, 6)]
    [InlineData(4007, 2)]
    [InlineData(4009, 2)]
    public async Task A_close_is_followed_by_Resume_or_Identify(int code, int opcode)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await client.HearsAsync("READY");
        await gateway.CloseAsync(code);

        // Answered, so that Discord need not wait for the connection to time out.
        Assert.Equal(4000, await gateway.Closed);
        var again = await discord.AcceptAsync();
        await again.SayHelloAsync();
        await again.NextAsync(opcode);
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "sharding")]
    [InlineData(4011, "sharding")]
    [InlineData(4012, "newer FactBot")]
    [InlineData(4013, "Discord:Intents")]
    [InlineData(4014, "privileged intent")]
    public async Task A_final_close_ends_the_loop_after_one_attempt(int code, string advice)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.SayHelloAsync();
        await gateway.NextAsync(2);
        await gateway.CloseAsync(code);

        var fatal = await Assert.ThrowsAsync<GatewayFatalException>(() => client.Running);

        Assert.Equal(code, fatal.CloseCode);
        Assert.Contains(advice, fatal.Message, StringComparison.Ordinal);
        Assert.Single(discord.Requests);
    }
}
