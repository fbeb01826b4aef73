using System.Net;
using System.Text.Json;
using FactBot.Discord.Rest;
using FactBot.Discord.Tests.Fakes;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Rest;

public sealed class RateLimitTests
{
    private const string Create = "POST /channels/11/messages";
    private static readonly CancellationToken s_none = CancellationToken.None;
    private static readonly Snowflake s_channel = new(11);

    [Fact]
    public async Task A_429_is_waited_out_to_the_fraction_of_a_second()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Create, 429, """{"message":"slow","retry_after":1.337,"global":false}""");
        await using var client = new Client(discord);

        await PostAsync(client);

        Assert.Equal([TimeSpan.FromSeconds(1.337)], client.Time.Waits);
        Assert.Equal(2, discord.Requests.Count);
    }

    [Fact]
    public async Task A_used_up_bucket_holds_its_own_channel_and_no_other()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Create, 200, "{}", Limit("abc", 0, "2.5"));
        await using var client = new Client(discord, new ObservedTime());

        await PostAsync(client);
        var held = PostAsync(client);
        await client.Rest.CreateMessageAsync(new Snowflake(12), new MessageBody(), s_none).Soon();

        Assert.Equal(TimeSpan.FromSeconds(2.5), await client.Time.NextWaitAsync());
        Assert.Equal(2, discord.Requests.Count);
        client.Time.Advance(TimeSpan.FromSeconds(2.5));
        await held.Soon();
    }

    [Fact]
    public async Task Calls_left_in_a_bucket_go_at_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        for (var left = 4; left >= 0; left--)
        {
            discord.Answers(Create, 200, "{}", Limit("abc", left, "5"));
        }

        await using var client = new Client(discord, new ObservedTime());

        for (var i = 0; i < 5; i++)
        {
            await PostAsync(client).Soon();
        }

        Assert.Empty(client.Time.Waits);
    }

    [Fact]
    public async Task A_call_is_counted_when_its_answer_does_not_say_so()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Create, 200, "{}", Limit("abc", 1, "5")).Answers(Create, 200, "{}");
        await using var client = new Client(discord, new ObservedTime());
        await PostAsync(client);
        await PostAsync(client).Soon();

        var held = PostAsync(client);

        Assert.Equal(TimeSpan.FromSeconds(5), await client.Time.NextWaitAsync());
        client.Time.Advance(TimeSpan.FromSeconds(5));
        await held.Soon();
    }

    [Fact]
    public async Task Two_routes_of_one_bucket_wait_together()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers("GET /channels/11/messages/1", 200, "{}", Limit("one", 5, "3"))
            .Answers("DELETE /channels/11/messages/1", 200, "{}", Limit("one", 0, "3"));
        await using var client = new Client(discord, new ObservedTime());

        await client.Rest.GetMessageAsync(s_channel, new Snowflake(1), s_none);
        await client.Rest.DeleteMessageAsync(s_channel, new Snowflake(1), s_none);
        var held = client.Rest.GetMessageAsync(s_channel, new Snowflake(2), s_none);

        Assert.Equal(TimeSpan.FromSeconds(3), await client.Time.NextWaitAsync());
        client.Time.Advance(TimeSpan.FromSeconds(3));
        await held.Soon();
    }

    [Fact]
    public async Task The_limit_of_one_interaction_holds_no_other()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers("POST /webhooks/2/t", 200, "{}", Limit("one", 0, "3"));
        await using var client = new Client(discord, new ObservedTime());
        await client.Rest.FollowUpAsync(new Snowflake(2), "t", new MessageBody(), s_none);

        await client.Rest.FollowUpAsync(new Snowflake(2), "u", new MessageBody(), s_none).Soon();

        Assert.Empty(client.Time.Waits);
    }

    [Fact]
    public async Task What_two_routes_share_in_one_channel_they_share_in_the_next()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers("GET /channels/11/messages/1", 200, "{}", Limit("one", 5, "3"))
            .Answers("DELETE /channels/11/messages/1", 200, "{}", Limit("one", 4, "3"))
            .Answers("GET /channels/12/messages/1", 200, "{}", Limit("one", 0, "3"));
        await using var client = new Client(discord, new ObservedTime());
        await client.Rest.GetMessageAsync(s_channel, new Snowflake(1), s_none);
        await client.Rest.DeleteMessageAsync(s_channel, new Snowflake(1), s_none);
        await client.Rest.GetMessageAsync(new Snowflake(12), new Snowflake(1), s_none);

        var held = client.Rest.DeleteMessageAsync(new Snowflake(12), new Snowflake(1), s_none);

        Assert.Equal(TimeSpan.FromSeconds(3), await client.Time.NextWaitAsync());
        client.Time.Advance(TimeSpan.FromSeconds(3));
        await held.Soon();
    }

    [Fact]
    public async Task Messages_of_a_channel_arrive_in_the_order_they_were_sent()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Create, 200, "{}", Limit("abc", 1, "1"))
            .Answers(Create, 429, """{"retry_after":0.5}""")
            .Answers(Create, 200, "{}", Limit("abc", 0, "1"));
        await using var client = new Client(discord);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.Rest.CreateMessageAsync(
            s_channel, new MessageBody { Content = $"{i}" }, s_none))).Soon();

        var order = discord.Requests.Select(request =>
            JsonElement.Parse(request.Body).GetProperty("content").GetString());
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), order.Distinct());
    }

    [Fact]
    public async Task A_limit_of_hours_fails_at_once_and_says_how_long()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Create, 429, """{"retry_after":7200}""");
        await using var client = new Client(discord, new ObservedTime());

        for (var i = 0; i < 2; i++)
        {
            var failure = await Assert.ThrowsAsync<DiscordApiException>(() => PostAsync(client).Soon());
            Assert.Equal(HttpStatusCode.TooManyRequests, failure.Status);
            Assert.Equal(TimeSpan.FromHours(2), failure.RetryAfter);
        }
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task Buckets_of_long_gone_interactions_are_forgotten_without_harm()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Create, 200, "{}", Limit("abc", 0, "2.5"));
        await using var client = new Client(discord, new ObservedTime());
        await PostAsync(client);
        for (ulong application = 0; application < 600; application++)
        {
            await client.Rest.FollowUpAsync(new Snowflake(application), "t", new MessageBody(), s_none).Soon();
        }

        var held = PostAsync(client);

        Assert.Equal(TimeSpan.FromSeconds(2.5), await client.Time.NextWaitAsync());
        client.Time.Advance(TimeSpan.FromSeconds(2.5));
        await held.Soon();
    }

    [Fact]
    public async Task Refusals_of_every_kind_of_call_are_counted()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime());
        for (var i = 0; i < InvalidRequests.Limit - 2; i++)
        {
            client.Refusals.Count(HttpStatusCode.Forbidden, new RateLimitAnswer());
        }

        discord.Answers(Create, 403).Answers("POST /interactions/5/t/callback", 401);
        var answer = InteractionResponse.DeferredUpdate();

        await Assert.ThrowsAsync<DiscordApiException>(() => PostAsync(client));
        await Assert.ThrowsAsync<DiscordApiException>(
            () => client.Rest.RespondAsync(new Snowflake(5), "t", answer, s_none));
        await Assert.ThrowsAsync<DiscordApiException>(() => PostAsync(client));
        await Assert.ThrowsAsync<DiscordApiException>(
            () => client.Rest.RespondAsync(new Snowflake(5), "t", answer, s_none));

        Assert.Equal(2, discord.Requests.Count);
    }

    [Fact]
    public async Task A_firewalls_429_has_the_standard_header_only()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Create, 429, "<html>1015</html>", ("Retry-After", "7"));
        await using var client = new Client(discord);

        await PostAsync(client);

        Assert.Equal([TimeSpan.FromSeconds(7)], client.Time.Waits);
    }

    [Fact]
    public async Task Refusals_without_end_stop_all_calls_for_ten_minutes()
    {
        var time = new ObservedTime();
        var refusals = new InvalidRequests(time);
        var own = RateLimitAnswer.Read(new HttpResponseMessage(HttpStatusCode.Forbidden), []);
        var shared = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        shared.Headers.Add("X-RateLimit-Scope", "shared");
        for (var i = 0; i < InvalidRequests.Limit - 1; i++)
        {
            refusals.Count(HttpStatusCode.Forbidden, own);
        }

        refusals.Count(HttpStatusCode.TooManyRequests, RateLimitAnswer.Read(shared, []));
        refusals.Count(HttpStatusCode.NotFound, own);
        refusals.ThrowIfNearLimit();

        refusals.Count(HttpStatusCode.Unauthorized, own);

        var failure = Assert.Throws<DiscordApiException>(refusals.ThrowIfNearLimit);
        Assert.Equal(TimeSpan.FromMinutes(10), failure.RetryAfter);
        time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        refusals.ThrowIfNearLimit();
    }

    private static Task<Message> PostAsync(Client client) =>
        client.Rest.CreateMessageAsync(s_channel, new MessageBody(), s_none);

    private static (string, string)[] Limit(string bucket, int remaining, string resetAfter) =>
    [
        ("X-RateLimit-Bucket", bucket),
        ("X-RateLimit-Remaining", $"{remaining}"),
        ("X-RateLimit-Reset-After", resetAfter),
    ];
}
