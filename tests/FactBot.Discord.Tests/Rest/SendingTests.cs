using System.Net;
using FactBot.Discord.Rest;
using FactBot.Discord.Tests.Fakes;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Rest;

public sealed class SendingTests
{
    /// <summary>DiscordBot ($url, $versionNumber): https://docs.discord.com/developers/reference#user-agent</summary>
    private const string Agent = @"^DiscordBot \(https://github\.com/factbot/factbot, [0-9]+(\.[0-9]+)+\)$";

    private static readonly CancellationToken s_none = CancellationToken.None;
    private static readonly Snowflake s_channel = new(11);
    private static readonly Snowflake s_message = new(22);

    [Fact]
    public async Task A_call_carries_the_token_and_the_user_agent_Discord_asks_for()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord);

        await client.Rest.CreateMessageAsync(s_channel, new MessageBody { Content = "hi" }, s_none);

        var request = Assert.Single(discord.Requests);
        Assert.Equal("POST /channels/11/messages", request.Key);
        Assert.Equal("Bot " + Client.Token, request.Headers["Authorization"]);
        Assert.Matches(Agent, request.Headers["User-Agent"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("""{"content":"hi","allowed_mentions":{"parse":[]}}""", request.Body);
    }

    [Fact]
    public async Task An_interactions_own_calls_go_without_the_bots_token()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord);
        var app = new Snowflake(2);

        await client.Rest.RespondAsync(new Snowflake(5), "tok", InteractionResponse.DeferredUpdate(), s_none);
        await client.Rest.FollowUpAsync(app, "tok", new MessageBody(), s_none);
        await client.Rest.EditOriginalAsync(app, "tok", new MessageBody(), s_none);
        await client.Rest.DeleteOriginalAsync(app, "tok", s_none);

        Assert.Equal(
            [
                "POST /interactions/5/tok/callback", "POST /webhooks/2/tok",
                "PATCH /webhooks/2/tok/messages/@original", "DELETE /webhooks/2/tok/messages/@original",
            ],
            discord.Requests.Select(request => request.Key));
        Assert.All(discord.Requests, request => Assert.DoesNotContain("Authorization", request.Headers.Keys));
        Assert.All(discord.Requests, request => Assert.Matches(Agent, request.Headers["User-Agent"]));
    }

    [Fact]
    public async Task A_call_that_bears_it_is_repeated_when_Discord_stumbles()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers("GET /channels/11", 502, "<html>").BreaksOn("GET /channels/11")
            .Answers("GET /channels/11", 200, """{"id":"11","name":"review"}""");
        await using var client = new Client(discord);

        var channel = await client.Rest.GetChannelAsync(s_channel, s_none);

        Assert.Equal("review", channel.Name);
        Assert.Equal(2, client.Time.Waits.Count);
    }

    [Fact]
    public async Task Three_failures_are_enough()
    {
        await using var discord = await FakeDiscord.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            discord.Answers("GET /channels/11", 503);
        }

        await using var client = new Client(discord);

        var failure = await Assert.ThrowsAsync<DiscordApiException>(
            () => client.Rest.GetChannelAsync(s_channel, s_none));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failure.Status);
        Assert.Equal(3, discord.Requests.Count);
    }

    [Fact]
    public async Task A_message_without_nonce_is_sent_once_only()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.BreaksOn("POST /channels/11/messages");
        await using var client = new Client(discord);

        var failure = await Assert.ThrowsAsync<DiscordApiException>(
            () => client.Rest.CreateMessageAsync(s_channel, new MessageBody { Nonce = "n" }, s_none));

        Assert.Null(failure.Status);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task A_message_with_an_enforced_nonce_survives_a_lost_answer()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.BreaksOn("POST /channels/11/messages")
            .Answers("POST /channels/11/messages", 200, """{"id":"99"}""");
        await using var client = new Client(discord);

        var body = new MessageBody { Nonce = "n", EnforceNonce = true };
        var message = await client.Rest.CreateMessageAsync(s_channel, body, s_none);

        Assert.Equal(new Snowflake(99), message.Id);
        Assert.Single(discord.Requests.Select(request => request.Body).Distinct());
        Assert.Equal(2, discord.Requests.Count);
    }

    [Fact]
    public async Task A_delete_whose_answer_was_lost_has_worked()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.BreaksOn("DELETE /channels/11/messages/22")
            .Answers("DELETE /channels/11/messages/22", 404, """{"message":"Unknown Message","code":10008}""");
        await using var client = new Client(discord);

        await client.Rest.DeleteMessageAsync(s_channel, s_message, s_none);

        Assert.Equal(2, discord.Requests.Count);
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_an_error()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers("DELETE /channels/11/messages/22", 404, """{"message":"Unknown Message","code":10008}""");
        await using var client = new Client(discord);

        var failure = await Assert.ThrowsAsync<DiscordApiException>(
            () => client.Rest.DeleteMessageAsync(s_channel, s_message, s_none));

        Assert.Equal(ErrorCodes.UnknownMessage, failure.Code);
    }

    [Fact]
    public async Task A_file_goes_along_as_multipart()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord);

        var file = new MessageFile("report.csv", "text/csv", "a;b"u8.ToArray());
        await client.Rest.CreateMessageAsync(s_channel, new MessageBody { Content = "hi", Files = [file] }, s_none);

        var request = Assert.Single(discord.Requests);
        Assert.StartsWith("multipart/form-data", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("name=payload_json", request.Body, StringComparison.Ordinal);
        Assert.Contains("""{"content":"hi",""", request.Body, StringComparison.Ordinal);
        Assert.Contains("""name="files[0]"; filename=report.csv""", request.Body, StringComparison.Ordinal);
        Assert.Contains("a;b", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_are_overwritten_per_application_and_guild()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers("PUT /applications/2/guilds/7/commands", 200, """[{"id":"3","name":"queue"}]""")
            .Answers("PUT /applications/2/commands", 200, "[]")
            .Answers("GET /applications/2/guilds/7/commands", 200, """[{"id":"3","name":"queue"}]""")
            .Answers("GET /applications/2/commands", 200, "[]");
        await using var client = new Client(discord);
        var (app, guild) = (new Snowflake(2), new Snowflake(7));
        var queue = new ApplicationCommand { Name = "queue", Description = "What waits for you" };

        var put = await client.Rest.OverwriteGuildCommandsAsync(app, guild, [queue], s_none);
        await client.Rest.OverwriteGlobalCommandsAsync(app, [], s_none);
        var got = await client.Rest.GetGuildCommandsAsync(app, guild, s_none);

        Assert.Equal(new Snowflake(3), Assert.Single(put).Id);
        Assert.Equal("queue", Assert.Single(got).Name);
        Assert.Empty(await client.Rest.GetGlobalCommandsAsync(app, s_none));
        Assert.Equal("""[{"name":"queue","description":"What waits for you"}]""", discord.Requests.First().Body);
    }

    [Theory]
    [InlineData("", "/channels/11")]
    [InlineData("/", "/channels/11")]
    [InlineData("/api", "/channels/11")]
    [InlineData("/api/", "/channels/11")]
    [InlineData("/api/v10", "/channels/11")]
    [InlineData("/api/v10/", "/channels/11")]
    [InlineData("/api/v9", "/api/v9/channels/11")]
    [InlineData("/mirror/api", "/mirror/channels/11")]
    public async Task The_address_is_completed(string suffix, string path)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, apiUrl: discord.Url + suffix);

        await client.Rest.GetChannelAsync(s_channel, s_none);

        // The fake takes the first /api/v10 out of what it was asked for.
        Assert.Equal("GET " + path, Assert.Single(discord.Requests).Key);
    }
}
