using System.Text.Json.Nodes;
using FactBot.Sandbox;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>What libraries of others need of the gateway, and Discord gives them.</summary>
public sealed class LibraryGatewayTests
{
    private const string Guild = "1100000000000000100";

    [Theory]
    [InlineData("sandbox")]
    [InlineData("Bot sandbox")]
    [InlineData("MTEwMDAwMDAwMDAwMDAwMDAwMQ.sandbox.sandbox")]
    public async Task A_token_identifies_with_or_without_bot_and_in_its_long_form(string token)
    {
        await using var sandbox = await SandboxHost.StartAsync(
            new SandboxOptions { Bare = true }, botFactory: null, TestContext.Current.CancellationToken);
        await using var bot = new PretendBot(sandbox.Address);
        await bot.OpenAsync();
        await bot.IdentifyAsync(token);
        await bot.NextEventAsync("READY");
    }

    [Fact]
    public async Task After_an_invalid_session_the_same_socket_identifies_again()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/faults", """{"kind":"invalidSession"}""");
        while ((await play.Bot.NextFrameAsync()).Number("op") != 9)
        {
        }

        play.Sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        await play.Bot.IdentifyAsync();
        Assert.Equal(1, (await play.Bot.NextEventAsync("READY")).Number("s"));
    }

    [Fact]
    public async Task Version_nine_is_spoken_too()
    {
        await using var sandbox = await SandboxHost.StartAsync(
            new SandboxOptions { Bare = true }, botFactory: null, TestContext.Current.CancellationToken);
        await using var bot = new PretendBot(sandbox.Address);
        await bot.OpenAsync(query: "?v=9&encoding=json");
        await bot.IdentifyAsync();
        Assert.Equal(9, (await bot.NextEventAsync("READY")).Map("d").Number("v"));
    }

    [Theory]
    [InlineData("""{"guild_id":"1100000000000000100","query":"Be","limit":5,"nonce":"n"}""", "Ben")]
    [InlineData("""{"guild_id":"1100000000000000100","user_ids":["1100000000000000012","5"],"limit":0}""", "Chi")]
    public async Task Members_come_by_query_and_by_ids(string request, string name)
    {
        await using var play = await Play.StartAsync();
        await play.Bot.SendAsync(8, JsonNode.Parse(request));
        var chunk = (await play.Bot.NextEventAsync("GUILD_MEMBERS_CHUNK")).Map("d");
        Assert.Equal([name], chunk.Maps("members").Select(member => member.Map("user").Text("global_name")));
        Assert.Equal((0, 1), (chunk.Number("chunk_index"), chunk.Number("chunk_count")));
        Assert.Equal(request.Contains("\"5\"", StringComparison.Ordinal) ? 1 : 0, chunk.List("not_found")!.Count);
    }

    [Fact]
    public async Task Flags_of_the_application_grant_privileged_intents()
    {
        await using var play = await Play.StartAsync();
        var reply = await play.Bot.CallAsync("PATCH", "applications/@me", $$"""{"flags":{{1 << 19}}}""");
        Assert.Equal(1 << 19, reply.Body.Number("flags"));

        await using var reader = new PretendBot(play.Sandbox.Address);
        play.Sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        await reader.OpenAsync();
        await reader.IdentifyAsync(intents: 1 | (1 << 9) | (1 << 15));
        await reader.NextEventAsync("GUILD_CREATE");
        await play.PostAsync("/people/Fay/messages", """{"channel":"newsroom","content":"The moon is flat"}""");
        Assert.Equal("The moon is flat", (await reader.NextEventAsync("MESSAGE_CREATE")).Map("d").Text("content"));
    }

    [Theory]
    [InlineData("POST", $"guilds/{Guild}/channels", """{"name":"desk"}""", "CHANNEL_CREATE")]
    [InlineData("PATCH", $"channels/{Play.Newsroom}", """{"topic":"news"}""", "CHANNEL_UPDATE")]
    [InlineData("DELETE", $"channels/{Play.Newsroom}", null, "CHANNEL_DELETE")]
    [InlineData("PUT", $"channels/{Play.Newsroom}/permissions/{Guild}", """{"type":0,"deny":"2048"}""", "CHANNEL_UPDATE")]
    [InlineData("POST", $"guilds/{Guild}/roles", """{"name":"walker"}""", "GUILD_ROLE_CREATE")]
    [InlineData("PATCH", $"guilds/{Guild}/members/@me", """{"nick":"Bot"}""", "GUILD_MEMBER_UPDATE")]
    [InlineData("POST", $"channels/{Play.Newsroom}/webhooks", """{"name":"Wire"}""", "WEBHOOKS_UPDATE")]
    [InlineData("POST", $"channels/{Play.Newsroom}/threads", """{"name":"t","type":11}""", "THREAD_CREATE")]
    [InlineData("PATCH", $"guilds/{Guild}", """{"name":"Elsewhere"}""", "GUILD_UPDATE")]
    [InlineData("POST", $"channels/{Play.Newsroom}/invites", "{}", "INVITE_CREATE")]
    public async Task Each_change_is_told_by_its_event(string method, string path, string? body, string type)
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/permissions", """{"role":"FactBot","allow":["ADMINISTRATOR"]}""");
        await using var listener = new PretendBot(play.Sandbox.Address);
        play.Sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        await listener.OpenAsync();
        await listener.IdentifyAsync(intents: 1 | (1 << 5) | (1 << 6));
        await listener.NextEventAsync("GUILD_CREATE");
        var reply = await play.Bot.CallAsync(method, path, body);
        Assert.True(reply.Status < 300, reply.Body?.ToJsonString());
        Assert.Equal(Guild, (await listener.NextEventAsync(type)).Map("d") is { } data ? data.Text("guild_id") ?? data.Text("id") : null);
    }
}
