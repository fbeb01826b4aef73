using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>The clock, faults, restarts and the kept world.</summary>
public sealed class StageTests
{
    [Fact]
    public async Task A_count_of_none_takes_back_the_faults_that_wait()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/faults", """{"kind":"http500","count":2}""");
        await play.PostAsync("/stage/faults", """{"kind":"rateLimit","count":1}""");
        Assert.Equal(500, (await play.Bot.CallAsync("GET", "users/@me")).Status);
        await play.PostAsync("/stage/faults", """{"kind":"http500","count":0}""");
        Assert.Equal(429, (await play.Bot.CallAsync("GET", "users/@me")).Status);
        Assert.Equal(200, (await play.Bot.CallAsync("GET", "users/@me")).Status);
    }

    [Fact]
    public async Task The_clock_is_moved_as_far_as_it_is_told()
    {
        await using var play = await Play.StartAsync();
        var before = await NowAsync();
        Assert.Equal(200, (await play.PostAsync("/stage/clock", """{"advance":"01:07:00"}""")).Status);
        Assert.InRange(await NowAsync() - before, TimeSpan.FromMinutes(67), TimeSpan.FromMinutes(68));
        Assert.Equal(400, (await play.PostAsync("/stage/clock", """{"advance":"-01:00:00"}""")).Status);
        Assert.NotNull((await play.PostAsync("/stage/clock", """{"advance":"tomorrow"}""")).Body.Text("error"));

        async Task<DateTimeOffset> NowAsync() =>
            DateTimeOffset.Parse((await play.GetAsync("/stage/clock")).Body.Text("now")!, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("http500", 500)]
    [InlineData("rateLimit", 429)]
    public async Task A_fault_strikes_as_often_as_it_is_told(string kind, int status)
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/faults", $$"""{"kind":"{{kind}}","count":2,"ms":1500}""");
        var struck = await play.Bot.CallAsync("GET", "users/@me");
        Assert.Equal(status, struck.Status);
        if (status == 429)
            Assert.Equal(1.5, struck.Body!["retry_after"]!.GetValue<double>());
        Assert.Equal(status, (await play.Bot.CallAsync("GET", "users/@me")).Status);
        Assert.Equal(200, (await play.Bot.CallAsync("GET", "users/@me")).Status);
    }

    [Fact]
    public async Task A_lost_response_is_carried_out_all_the_same()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/faults", """{"kind":"loseResponse"}""");
        await Assert.ThrowsAsync<HttpRequestException>(() => play.PostMessageAsync("""{"content":"Lost"}"""));
        Assert.Equal(
            "Lost", (await play.GetAsync("/channels/newsroom/messages")).Body!.AsArray().Single().Text("content"));
    }

    [Fact]
    public async Task A_slow_answer_waits_for_the_clock()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/faults", """{"kind":"slow","ms":60000}""");
        var call = play.Bot.CallAsync("GET", "users/@me");
        while (!call.IsCompleted)
        {
            play.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Equal(200, (await call).Status);
    }

    [Fact]
    public async Task A_disconnected_bot_can_resume_and_hears_what_it_missed()
    {
        await using var play = await Play.StartAsync();
        var session = (await RestartSessionAsync(play)).Text("session_id");
        await play.PostAsync("/stage/faults", """{"kind":"disconnect"}""");
        await Assert.ThrowsAnyAsync<Exception>(play.Bot.NextFrameAsync);
        var action = play.PostAsync("/stage/guilds", """{"name":"Missed newsroom"}""");
        await action;

        await play.Bot.OpenAsync("/gateway/resume");
        await ResumeAsync(play, session, 2);
        Assert.Equal("Missed newsroom", (await play.Bot.NextEventAsync("GUILD_CREATE")).Map("d").Text("name"));
        await play.Bot.NextEventAsync("RESUMED");

        await play.PostAsync("/stage/faults", """{"kind":"disconnect"}""");
        play.Sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        await play.Bot.OpenAsync("/gateway/resume");
        await ResumeAsync(play, session, 4);
        Assert.Equal(9, (await play.Bot.NextFrameAsync()).Number("op"));
    }

    [Theory]
    [InlineData("reconnect", 7)]
    [InlineData("invalidSession", 9)]
    public async Task The_gateway_asks_to_come_back(string kind, int op)
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/faults", $$"""{"kind":"{{kind}}"}""");
        Assert.Equal(op, (await play.Bot.NextFrameAsync()).Number("op"));
    }

    [Fact]
    public async Task Only_a_guild_that_was_away_is_told_to_be_no_longer_unavailable()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/guilds", """{"name":"Joined newsroom"}""");
        Assert.False((await play.Bot.NextEventAsync("GUILD_CREATE")).Map("d").Has("unavailable"));
        await play.PostAsync("/stage/presence", """{"guild":"Joined newsroom","state":"outage"}""");
        await play.PostAsync("/stage/presence", """{"guild":"Joined newsroom","state":"here"}""");
        Assert.Equal(false, (await play.Bot.NextEventAsync("GUILD_CREATE")).Map("d").Flag("unavailable"));
    }

    [Fact]
    public async Task Events_are_dropped_repeated_and_held_back_as_told()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/faults", """{"kind":"dropEvents","count":1}""");
        await play.PostAsync("/stage/guilds", """{"name":"Dropped"}""");
        await play.PostAsync("/stage/guilds", """{"name":"Heard"}""");
        var heard = await play.Bot.NextEventAsync("GUILD_CREATE");
        Assert.Equal("Heard", heard.Map("d").Text("name"));

        await play.PostAsync("/stage/faults", """{"kind":"replayEvents"}""");
        var again = await play.Bot.NextEventAsync("GUILD_CREATE");
        Assert.Equal("Heard", again.Map("d").Text("name"));
        Assert.Equal(heard.Number("s") + 1, again.Number("s"));

        await play.PostAsync("/stage/faults", """{"kind":"silence"}""");
        await play.PostAsync("/stage/guilds", """{"name":"Unheard"}""");
        await play.Bot.SendAsync(1, null);
        Assert.Equal(11, (await play.Bot.NextFrameAsync()).Number("op"));
    }

    [Fact]
    public async Task An_unknown_fault_is_told_the_kinds()
    {
        await using var play = await Play.StartAsync();
        var reply = await play.PostAsync("/stage/faults", """{"kind":"flood"}""");
        Assert.Equal(400, reply.Status);
        Assert.Contains("loseResponse", reply.Body.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_in_which_nothing_is_said_is_archived()
    {
        await using var play = await Play.StartAsync();
        var thread = await play.PostMessageAsync();
        await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages/{thread}/threads", """{"name":"Talk","auto_archive_duration":1440}""");
        var said = (await play.Bot.CallAsync("POST", $"channels/{thread}/messages", """{"content":"In here"}""")).Body.Text("id");
        play.Sandbox.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(50083, (await play.Bot.CallAsync("PATCH", $"channels/{thread}/messages/{said}", """{"content":"c"}""")).Code);
        Assert.Equal(400, (await play.PostAsync("/people/Ben/commands", $$"""{"channel":"{{thread}}","command":"claim submit","options":{"text":"t"} }""")).Status);
        Assert.Equal(200, (await play.PostAsync("/people/Ben/messages", $$"""{"channel":"{{thread}}","content":"Awake"}""")).Status);
        Assert.Equal(200, (await play.Bot.CallAsync("PATCH", $"channels/{thread}/messages/{said}", """{"content":"c"}""")).Status);
    }

    [Fact]
    public async Task Traffic_has_every_exchange_and_frame()
    {
        await using var play = await Play.StartAsync();
        await play.PostMessageAsync();
        var text = await play.Bot.Http.GetStringAsync(
            new Uri("/stage/traffic", UriKind.Relative), TestContext.Current.CancellationToken);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)).ToList(
            );

        var post = lines.Single(line => line.Text("method") == "POST");
        Assert.Equal($"/api/v10/channels/{Play.Newsroom}/messages", post.Text("path"));
        Assert.Equal("Hello", post.Map("request").Text("content"));
        Assert.Equal("Bot sandbox", post.Map("requestHeaders").Text("Authorization"));
        Assert.Contains(lines, line => line.Text("from") == "bot" && line.Map("frame").Number("op") == 2);
        Assert.Contains(lines, line => line.Text("from") == "discord" && line.Map("frame").Text("t") == "READY");
    }

    [Fact]
    public async Task The_world_is_kept_in_its_folder()
    {
        var folder = Directory.CreateTempSubdirectory("factbot-sandbox-test-").FullName;
        var options = new SandboxOptions { Data = folder, Bare = true };
        string message;
        DateTimeOffset then;
        await using (var sandbox = await SandboxHost.StartAsync(options, botFactory: null, TestContext.Current.CancellationToken))
        await using (var bot = await PretendBot.ConnectAsync(sandbox))
        {
            await bot.RegisterAsync(Play.Commands);
            message = (await bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages", """{"content":"Kept"}""")).Body.Text("id")!;
            sandbox.Clock.Advance(TimeSpan.FromDays(30));
            then = sandbox.Clock.GetUtcNow();
        }

        await using (var sandbox = await SandboxHost.StartAsync(options, botFactory: null, TestContext.Current.CancellationToken))
        await using (var bot = await PretendBot.ConnectAsync(sandbox))
        {
            Assert.True(sandbox.Clock.GetUtcNow() >= then);
            Assert.Equal("Kept", (await bot.CallAsync("GET", $"channels/{Play.Newsroom}/messages/{message}")).Body.Text("content"));
            Assert.Equal(3, (await bot.CallAsync("GET", $"applications/{PretendBot.Application}/commands")).Body!.AsArray().Count);
            var next = (await bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages", """{"content":"c"}""")).Body.Text("id")!;
            Assert.True(ulong.Parse(next, null) > ulong.Parse(message, null));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<JsonObject> RestartSessionAsync(Play play)
    {
        play.Sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        await play.Bot.OpenAsync();
        await play.Bot.IdentifyAsync();
        var ready = (await play.Bot.NextEventAsync("READY")).Map("d")!;
        await play.Bot.NextEventAsync("GUILD_CREATE");
        return ready;
    }

    private static Task ResumeAsync(Play play, string? session, int sequence) => play.Bot.SendAsync(
        6, new JsonObject { ["token"] = "sandbox", ["session_id"] = session, ["seq"] = sequence });
}
