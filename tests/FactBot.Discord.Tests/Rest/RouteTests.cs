using FactBot.Discord.Rest;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Rest;

public sealed class RouteTests
{
    [Fact]
    public void What_is_shown_of_a_call_has_its_ids_and_none_of_its_tokens()
    {
        var route = Route.Patch($"/webhooks/{new Snowflake(12)}/{"secret-token"}/messages/{new Snowflake(34)}");

        Assert.Equal("PATCH /webhooks/12/…/messages/34", route.Shown);
        Assert.Equal("/webhooks/12/secret-token/messages/34", route.Path);
    }

    [Fact]
    public void Only_a_post_does_more_when_it_is_sent_twice()
    {
        Assert.False(Route.Post($"/channels/{new Snowflake(1)}/messages").IsRepeatable);
        Assert.All([Route.Get($"/users/@me"), Route.Put($"/users/@me"), Route.Patch($"/users/@me"), Route.Delete($"/users/@me")], r => Assert.True(r.IsRepeatable));
    }

    [Fact]
    public void Limits_are_counted_for_each_channel_guild_and_webhook()
    {
        Assert.Equal("7", Route.Get($"/channels/{new Snowflake(7)}/messages/{new Snowflake(8)}").Major);
        Assert.Equal("7", Route.Get($"/guilds/{new Snowflake(7)}").Major);
        Assert.Equal("7/t", Route.Post($"/webhooks/{new Snowflake(7)}/{"t"}").Major);
        Assert.Equal("", Route.Get($"/users/{new Snowflake(7)}").Major);
    }
}
