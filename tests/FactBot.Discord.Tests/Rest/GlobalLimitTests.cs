using FactBot.Discord.Tests.Fakes;
using FactBot.Discord.Wire;
using Microsoft.AspNetCore.Http;

namespace FactBot.Discord.Tests.Rest;

public sealed class GlobalLimitTests
{
    private const string Create = "POST /channels/11/messages";
    private static readonly CancellationToken s_none = CancellationToken.None;

    [Theory]
    [InlineData("""{"retry_after":3,"global":true}""", "")]
    [InlineData("""{"retry_after":3}""", "true")]
    public async Task A_global_limit_holds_all_but_interactions(string body, string header)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Create, 429, body, ("X-RateLimit-Global", header));
        await using var client = new Client(discord, new ObservedTime());

        var first = client.Rest.CreateMessageAsync(new Snowflake(11), new MessageBody(), s_none);
        Assert.Equal(TimeSpan.FromSeconds(3), await client.Time.NextWaitAsync());
        var other = client.Rest.GetChannelAsync(new Snowflake(12), s_none);
        Assert.Equal(TimeSpan.FromSeconds(3), await client.Time.NextWaitAsync());
        await client.Rest.RespondAsync(new Snowflake(5), "t", InteractionResponse.DeferredUpdate(), s_none).Soon();
        await client.Rest.FollowUpAsync(new Snowflake(2), "t", new MessageBody(), s_none).Soon();

        Assert.False(first.IsCompleted);
        Assert.False(other.IsCompleted);
        client.Time.Advance(TimeSpan.FromSeconds(3));
        await Task.WhenAll(first, other).Soon();
    }

    [Fact]
    public async Task The_51st_call_of_a_second_waits()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, new ObservedTime());
        for (ulong channel = 0; channel < 50; channel++)
        {
            await client.Rest.GetChannelAsync(new Snowflake(channel), s_none).Soon();
        }

        Assert.Empty(client.Time.Waits);

        var late = client.Rest.GetChannelAsync(new Snowflake(99), s_none);

        Assert.Equal(TimeSpan.FromSeconds(1), await client.Time.NextWaitAsync());
        client.Time.Advance(TimeSpan.FromSeconds(1));
        await late.Soon();
    }

    [Fact]
    public async Task A_second_begins_when_a_call_was_answered_since_it_may_have_arrived_just_before()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var onItsWay = new TaskCompletionSource();
        discord.Answers("GET /channels/0", async context =>
        {
            await onItsWay.Task;
            await context.Response.WriteAsync("{}");
        });
        await using var client = new Client(discord, new ObservedTime());
        var slow = client.Rest.GetChannelAsync(new Snowflake(0), s_none);
        await Task.WhenAll(Enumerable.Range(1, 49).Select(channel =>
            client.Rest.GetChannelAsync(new Snowflake((ulong)channel), s_none))).Soon();
        client.Time.Advance(TimeSpan.FromSeconds(5));
        onItsWay.SetResult();
        await slow.Soon();
        await Task.WhenAll(Enumerable.Range(1, 49).Select(channel =>
            client.Rest.GetChannelAsync(new Snowflake((ulong)channel), s_none))).Soon();

        var late = client.Rest.GetChannelAsync(new Snowflake(99), s_none);

        Assert.Equal(TimeSpan.FromSeconds(1), await client.Time.NextWaitAsync());
        client.Time.Advance(TimeSpan.FromSeconds(1));
        await late.Soon();
    }

    [Fact]
    public async Task A_global_limit_met_by_an_interaction_is_waited_out_as_well()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers("POST /webhooks/2/t", 429, """{"retry_after":4,"global":true}""");
        await using var client = new Client(discord);

        await client.Rest.FollowUpAsync(new Snowflake(2), "t", new MessageBody(), s_none);

        Assert.Equal([TimeSpan.FromSeconds(4)], client.Time.Waits);
    }
}
