using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>Posting into a channel: how often, once only, and whom it pings.</summary>
public sealed class PostingTests
{
    [Fact]
    public async Task The_sixth_message_in_five_seconds_has_to_wait()
    {
        await using var play = await Play.StartAsync();
        for (var left = 4; left >= 0; left--)
        {
            var taken = await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages", """{"content":"c"}""");
            Assert.Equal((200, $"{left}"), (taken.Status, taken.Headers["X-RateLimit-Remaining"]));
            Assert.Equal("5", taken.Headers["X-RateLimit-Limit"]);
        }

        var refused = await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages", """{"content":"c"}""");
        Assert.Equal(429, refused.Status);
        Assert.False(refused.Body.Flag("global"));
        Assert.Equal("user", refused.Headers["X-RateLimit-Scope"]);
        Assert.Contains("X-RateLimit-Bucket", refused.Headers.Keys);
        var wait = refused.Body!["retry_after"]!.GetValue<double>();
        Assert.InRange(wait, 0, 5);

        const string Review = "1100000000000000105";
        Assert.Equal(200, (await play.Bot.CallAsync("POST", $"channels/{Review}/messages", """{"content":"c"}""")).Status);
        play.Sandbox.Clock.Advance(TimeSpan.FromSeconds(wait));
        Assert.Equal(200, (await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages", """{"content":"c"}""")).Status);
    }

    [Fact]
    public async Task What_is_null_is_as_good_as_not_there()
    {
        await using var play = await Play.StartAsync();
        var posted = await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages", """
            {"embeds":[{"title":"t","url":null,"footer":{"text":"f","icon_url":null}}],
             "components":[{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"c","url":null,"emoji":null}]}]}
            """);
        Assert.Equal(200, posted.Status);
        Assert.False(posted.Body.Maps("embeds").Single().Map("footer").Has("icon_url"));
        Assert.False(posted.Body.Maps("components").Single().Maps("components").Single().Has("url"));
    }

    [Fact]
    public async Task The_same_nonce_gives_the_same_message_for_some_minutes()
    {
        await using var play = await Play.StartAsync();
        const string Body = """{"content":"c","nonce":"post-1","enforce_nonce":true}""";
        var first = await play.PostMessageAsync(Body);
        Assert.Equal(first, await play.PostMessageAsync(Body));
        Assert.NotEqual(first, await play.PostMessageAsync("""{"content":"c","nonce":"post-1"}"""));
        play.Sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotEqual(first, await play.PostMessageAsync(Body));
        Assert.Equal(3, (await play.GetAsync("/channels/newsroom/messages")).Body!.AsArray().Count);
    }

    [Theory]
    [InlineData("", 1, 1, false)]
    [InlineData(""","allowed_mentions":{"parse":[]}""", 0, 0, false)]
    [InlineData(""","allowed_mentions":{"parse":["users"]}""", 1, 0, false)]
    [InlineData(""","allowed_mentions":{"roles":["1100000000000000102"]}""", 0, 0, false)]
    [InlineData(""","allowed_mentions":{"roles":["1100000000000000101","1100000000000000102"]}""", 0, 1, false)]
    public async Task A_message_pings_whom_it_may(string allowed, int users, int roles, bool everyone)
    {
        await using var play = await Play.StartAsync();
        var id = await play.PostMessageAsync(
            $$"""{"content":"<@1100000000000000011> <@&1100000000000000101> @everyone"{{allowed}}}""");
        var message = (await play.Bot.CallAsync("GET", $"channels/{Play.Newsroom}/messages/{id}")).Body;
        Assert.Equal(users, message.List("mentions")!.Count);
        Assert.Equal(roles, message.List("mention_roles")!.Count);
        Assert.Equal(everyone, message.Flag("mention_everyone"));
    }
}
