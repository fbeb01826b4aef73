using System.IO.Compression;
using System.Text.Json.Nodes;
using FactBot.Sandbox;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

public sealed class GatewayTests : IAsyncLifetime
{
    private SandboxHost sandbox = null!;
    private PretendBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync(new SandboxOptions { Bare = true }, botFactory: null);
        bot = new PretendBot(sandbox.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task It_greets_with_hello_ready_and_the_whole_guild()
    {
        var hello = await bot.OpenAsync();
        Assert.Equal(41250, hello.Map("d").Number("heartbeat_interval"));

        await bot.IdentifyAsync();
        var ready = await bot.NextEventAsync("READY");
        Assert.Equal(1, ready.Number("s"));
        Assert.Equal(PretendBot.Application, ready.Map("d").Map("application").Text("id"));
        Assert.True(ready.Map("d").Maps("guilds").Single().Flag("unavailable"));

        var guild = (await bot.NextEventAsync("GUILD_CREATE")).Map("d");
        Assert.False(guild.Flag("unavailable"));
        Assert.Equal(["newsroom", "review", "verdicts", "digest"], guild.Maps("channels").Select(channel => channel.Text("name")));
        Assert.Equal(7, guild.Number("member_count"));
    }

    [Fact]
    public async Task It_answers_a_heartbeat()
    {
        await bot.OpenAsync();
        await bot.SendAsync(1, null);
        Assert.Equal(11, (await bot.NextFrameAsync()).Number("op"));
    }

    [Theory]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":1,"properties":{}}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"sandbox","properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"sandbox","intents":2147483648,"properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"sandbox","intents":32768,"properties":{}}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"sandbox","intents":1,"properties":{},"shard":[2,2]}}""", 4010)]
    [InlineData("""{"op":8,"d":{}}""", 4003)]
    [InlineData("""{"op":99,"d":{}}""", 4001)]
    [InlineData("not json", 4002)]
    [InlineData("[]", 4002)]
    public async Task What_is_wrong_closes_with_its_code(string frame, int code)
    {
        await bot.OpenAsync();
        await bot.SendTextAsync(frame);
        Assert.Null(await bot.NextFrameAsync());
        Assert.Equal(code, bot.CloseCode);
    }

    [Fact]
    public async Task A_frame_over_4096_bytes_closes_with_4002()
    {
        await bot.OpenAsync();
        await bot.SendAsync(1, new string('x', 4096));
        Assert.Null(await bot.NextFrameAsync());
        Assert.Equal(4002, bot.CloseCode);
    }

    [Fact]
    public async Task A_second_identify_closes_with_4005()
    {
        await bot.OpenAsync();
        await bot.IdentifyAsync();
        await bot.NextEventAsync("GUILD_CREATE");
        await bot.IdentifyAsync();
        Assert.Null(await bot.NextFrameAsync());
        Assert.Equal(4005, bot.CloseCode);
    }

    [Fact]
    public async Task Another_version_than_ten_closes_with_4012()
    {
        await bot.OpenAsync(query: "?v=6");
        Assert.Equal(4012, bot.CloseCode);
    }

    [Fact]
    public async Task Identifying_twice_within_five_seconds_is_an_invalid_session()
    {
        await bot.OpenAsync();
        await bot.IdentifyAsync();
        await bot.NextEventAsync("READY");

        await bot.OpenAsync();
        await bot.IdentifyAsync();
        Assert.Equal(9, (await bot.NextFrameAsync()).Number("op"));

        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        await bot.IdentifyAsync();
        await bot.NextEventAsync("READY");
        var gateway = await bot.CallAsync("GET", "gateway/bot");
        Assert.Equal(997, gateway.Body.Map("session_start_limit").Number("remaining"));
    }

    [Fact]
    public async Task A_resume_brings_what_was_missed_and_then_says_so()
    {
        await bot.OpenAsync();
        await bot.IdentifyAsync();
        var ready = await bot.NextEventAsync("READY");
        var session = ready.Map("d").Text("session_id");
        bot.Drop();

        await bot.OpenAsync("/gateway/resume");
        await bot.SendAsync(6, new JsonObject { ["token"] = "sandbox", ["session_id"] = session, ["seq"] = 1 });
        var missed = await bot.NextFrameAsync();
        Assert.Equal("GUILD_CREATE", missed.Text("t"));
        Assert.Equal(2, missed.Number("s"));
        var resumed = await bot.NextFrameAsync();
        Assert.Equal("RESUMED", resumed.Text("t"));
        Assert.Equal(3, resumed.Number("s"));
    }

    [Theory]
    [InlineData("no such session", 1)]
    [InlineData("{session}", 77)]
    public async Task A_resume_that_cannot_be_is_an_invalid_session(string session, int sequence)
    {
        await bot.OpenAsync();
        await bot.IdentifyAsync();
        var own = (await bot.NextEventAsync("READY")).Map("d").Text("session_id");
        bot.Drop();

        await bot.OpenAsync("/gateway/resume");
        var name = session.Replace("{session}", own, StringComparison.Ordinal);
        await bot.SendAsync(6, new JsonObject { ["token"] = "sandbox", ["session_id"] = name, ["seq"] = sequence });
        var frame = await bot.NextFrameAsync();
        Assert.Equal(9, frame.Number("op"));
        Assert.False(frame.Flag("d"));
    }

    [Fact]
    public async Task Zlib_stream_is_one_stream_through_the_whole_connection()
    {
        var connecting = new PretendBot(sandbox.Address);
        await using var _ = connecting;
        using var compressed = new MemoryStream();
        using var inflated = new ZLibStream(compressed, CompressionMode.Decompress);
        await connecting.OpenRawAsync("?v=10&encoding=json&compress=zlib-stream");

        Assert.Equal(10, (await InflateAsync(connecting, compressed, inflated)).Number("op"));
        await connecting.IdentifyAsync();
        Assert.Equal("READY", (await InflateAsync(connecting, compressed, inflated)).Text("t"));
        Assert.Equal("GUILD_CREATE", (await InflateAsync(connecting, compressed, inflated)).Text("t"));
    }

    private static async Task<JsonNode?> InflateAsync(PretendBot bot, MemoryStream compressed, ZLibStream inflated)
    {
        var bytes = (await bot.NextBytesAsync())!;
        Assert.Equal([0, 0, 255, 255], bytes[^4..]);
        var place = compressed.Position;
        compressed.Position = compressed.Length;
        compressed.Write(bytes);
        compressed.Position = place;
        var buffer = new byte[65536];
        var count = 0;
        int read;
        while ((read = inflated.Read(buffer, count, buffer.Length - count)) > 0)
            count += read;
        return JsonNode.Parse(buffer.AsSpan(0, count));
    }
}
