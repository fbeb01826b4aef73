using System.Net;
using FactBot.Discord.Rest;
using FactBot.Discord.Tests.Fakes;
using FactBot.Discord.Wire;
using Microsoft.AspNetCore.Http;

namespace FactBot.Discord.Tests.Interactions;

public sealed class CallbackTests
{
    private const string Callback = "POST /interactions/5/tok/callback";
    private const string Acknowledged = """{"message":"Interaction has already been acknowledged.","code":40060}""";

    [Fact]
    public async Task An_answer_goes_out_as_Discord_wants_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Callback, 204, "");
        await using var client = new Client(discord);

        await RespondAsync(client);

        Assert.Equal(
            """{"type":4,"data":{"content":"Done.","allowed_mentions":{"parse":[]},"flags":64}}""",
            Assert.Single(discord.Requests).Body);
    }

    [Fact]
    public async Task An_answer_that_had_arrived_counts_as_given()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.BreaksOn(Callback).Answers(Callback, 400, Acknowledged);
        await using var client = new Client(discord);

        await RespondAsync(client);

        Assert.Equal(2, discord.Requests.Count);
        Assert.Empty(client.Time.Waits);
    }

    [Fact]
    public async Task An_answer_by_someone_else_is_an_error()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Callback, 400, Acknowledged);
        await using var client = new Client(discord);

        var failure = await Assert.ThrowsAsync<DiscordApiException>(() => RespondAsync(client));

        Assert.Equal(ErrorCodes.AlreadyAcknowledged, failure.Code);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_once_more_and_not_twice()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.BreaksOn(Callback).BreaksOn(Callback);
        await using var client = new Client(discord);

        var failure = await Assert.ThrowsAsync<DiscordApiException>(() => RespondAsync(client));

        Assert.Null(failure.Status);
        Assert.Equal(2, discord.Requests.Count);
    }

    [Theory]
    [InlineData(404, """{"message":"Unknown interaction","code":10062}""")]
    [InlineData(400, """{"message":"Invalid Form Body","code":50035}""")]
    [InlineData(429, """{"retry_after":3600}""")]
    public async Task A_refusal_is_not_repeated(int status, string body)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Callback, status, body);
        await using var client = new Client(discord);

        var failure = await Assert.ThrowsAsync<DiscordApiException>(() => RespondAsync(client));

        Assert.Equal((HttpStatusCode)status, failure.Status);
        Assert.Single(discord.Requests);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(503, "<html>Try later</html>")]
    [InlineData(429, """{"retry_after":0.1}""")]
    public async Task What_may_pass_in_time_is_tried_again(int status, string body)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Callback, status, body);
        await using var client = new Client(discord);

        await RespondAsync(client).Soon();

        Assert.Equal(2, discord.Requests.Count);
    }

    [Fact]
    public async Task A_first_answer_is_tried_three_times_at_most()
    {
        await using var discord = await FakeDiscord.StartAsync();
        for (var i = 0; i < 4; i++)
        {
            discord.Answers(Callback, 500, "");
        }

        await using var client = new Client(discord);

        await Assert.ThrowsAsync<DiscordApiException>(() => RespondAsync(client).Soon());

        Assert.Equal(3, discord.Requests.Count);
    }

    [Fact]
    public async Task A_Discord_that_does_not_answer_is_given_up()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var never = new TaskCompletionSource();
        discord.Answers(Callback, context => never.Task.WaitAsync(context.RequestAborted));
        await using var client = new Client(discord, callbackTimeout: TimeSpan.FromMilliseconds(200));

        var failure = await Assert.ThrowsAsync<DiscordApiException>(() => RespondAsync(client).Soon());

        Assert.Null(failure.Status);
        Assert.True(discord.Requests.Count <= 1);
    }

    [Fact]
    public async Task An_answer_overtakes_posts_that_hang()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var never = new TaskCompletionSource();
        for (ulong channel = 0; channel < 100; channel++)
        {
            discord.Answers($"POST /channels/{channel}/messages", async context =>
            {
                await never.Task.WaitAsync(context.RequestAborted);
                await context.Response.WriteAsync("{}");
            });
        }
        await using var client = new Client(discord, new ObservedTime());
        var posts = Enumerable.Range(0, 100).Select(channel => client.Rest.CreateMessageAsync(
            new Snowflake((ulong)channel), new MessageBody(), CancellationToken.None)).ToList();
        await Client.UntilAsync(() => discord.Requests.Count >= 50);

        await RespondAsync(client).Soon();

        Assert.DoesNotContain(posts, post => post.IsCompleted);
        never.SetResult();
        await Task.WhenAll(posts.Take(50)).Soon();
        await Client.UntilAsync(() =>
        {
            // Those that begin to wait for their second only now have it to wait still.
            client.Time.Advance(TimeSpan.FromSeconds(1));
            return posts.TrueForAll(p => p.IsCompleted);
        });
        await Task.WhenAll(posts);
    }

    [Fact]
    public async Task An_answer_that_hangs_holds_up_no_other()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var never = new TaskCompletionSource();
        for (var i = 0; i < 20; i++)
        {
            discord.Answers(Callback, context => never.Task.WaitAsync(context.RequestAborted));
        }
        await using var client = new Client(discord);
        var hanging = Enumerable.Range(0, 20).Select(_ => RespondAsync(client)).ToList();
        await Client.UntilAsync(() => discord.Requests.Count >= 20);

        await client.Rest.RespondAsync(new Snowflake(6), "tok", InteractionResponse.DeferredUpdate(), CancellationToken.None).Soon();

        never.SetResult();
        await Task.WhenAll(hanging.Select(answer => answer.ContinueWith(_ => { }, TaskScheduler.Default)));
    }

    [Theory]
    [InlineData(403, "<html>Forbidden</html>")]
    [InlineData(429, """{"retry_after":3600,"global":true}""")]
    public async Task An_answer_that_meets_an_odd_one_fails_at_once(int status, string body)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Callback, status, body);
        await using var client = new Client(discord, new ObservedTime());

        await Assert.ThrowsAsync<DiscordApiException>(() => RespondAsync(client).Soon());
        // Whatever an interaction meets holds no other call.
        await RespondAsync(client).Soon();
        await client.Rest.GetChannelAsync(new Snowflake(11), CancellationToken.None).Soon();

        Assert.Empty(client.Time.Waits);
    }

    private static Task RespondAsync(Client client) => client.Rest.RespondAsync(
        new Snowflake(5), "tok",
        InteractionResponse.Message(new MessageBody
        {
            Content = "Done.",
            Flags = MessageFlags.Ephemeral,
            Nonce = "not for callbacks",
        }),
        CancellationToken.None);
}
