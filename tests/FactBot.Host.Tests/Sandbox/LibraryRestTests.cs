using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>What libraries of others need of the REST API, and Discord gives them.</summary>
public sealed class LibraryRestTests
{
    private const string Guild = "1100000000000000100";

    [Fact]
    public async Task A_faults_429_carries_the_headers_of_its_route_and_via()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/faults", """{"kind":"rateLimit","ms":1500}""");
        var reply = await play.Bot.CallAsync("GET", $"channels/{Play.Newsroom}");
        Assert.Equal(429, reply.Status);
        Assert.Equal("shared", reply.Headers["X-RateLimit-Scope"]);
        Assert.Equal("2", reply.Headers["Retry-After"]);
        Assert.All(["Via", "Date", "X-RateLimit-Bucket", "X-RateLimit-Limit"], name => Assert.Contains(name, reply.Headers.Keys));
    }

    [Theory]
    [InlineData("GET", "no/such/path", 404, 0L)]
    [InlineData("PUT", $"channels/{Play.Newsroom}", 405, 0L)]
    [InlineData("POST", $"channels/{Play.Newsroom}/messages/pins", 405, 0L)]
    [InlineData("GET", $"guilds/{Guild}/members/nobody", 400, 50035L)]
    [InlineData("GET", $"channels/{Play.Newsroom}/messages/search", 400, 50035L)]
    [InlineData("GET", $"guilds/{Guild}/stickers", 200, null)]
    public async Task A_missing_route_is_404_or_405_and_never_read_as_an_id(string method, string path, int status, long? code)
    {
        await using var play = await Play.StartAsync();
        var reply = await play.Bot.CallAsync(method, path);
        Assert.Equal((status, code), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("POST", $"guilds/{Guild}/roles", """{"permissions":"all"}""")]
    [InlineData("POST", $"guilds/{Guild}/channels", """{"name":"a","permission_overwrites":[{"id":"1","type":0,"allow":"x"}]}""")]
    [InlineData("PUT", $"channels/{Play.Newsroom}/permissions/{Guild}", """{"type":0,"allow":"-1"}""")]
    [InlineData("POST", $"guilds/{Guild}/channels", """{"name":"a","type":99}""")]
    public async Task What_cannot_be_read_is_50035_and_never_a_500(string method, string path, string body)
    {
        await using var play = await StartAsAdministratorAsync();
        var reply = await play.Bot.CallAsync(method, path, body);
        Assert.Equal((400, 50035L), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData(0, "a-place")]
    [InlineData(2, "A place")]
    [InlineData(4, "A place")]
    [InlineData(5, "a-place")]
    [InlineData(13, "A place")]
    [InlineData(15, "a-place")]
    public async Task Channels_of_every_type_are_created_and_deleted(int type, string name)
    {
        await using var play = await StartAsAdministratorAsync();
        var made = await play.Bot.CallAsync("POST", $"guilds/{Guild}/channels", $$"""{"name":"A place","type":{{type}}}""");
        Assert.Equal((201, name, type), (made.Status, made.Body.Text("name"), made.Body.Number("type")));
        var path = $"channels/{made.Body.Text("id")}";
        Assert.Equal(200, (await play.Bot.CallAsync("DELETE", path)).Status);
        Assert.Equal(10003, (await play.Bot.CallAsync("GET", path)).Code);
    }

    [Fact]
    public async Task A_forums_thread_begins_with_its_message_and_its_tags()
    {
        await using var play = await StartAsAdministratorAsync();
        var forum = (await play.Bot.CallAsync(
            "POST", $"guilds/{Guild}/channels", """{"name":"forum","type":15,"available_tags":[{"name":"open"}]}""")).Body;
        var tag = forum.Maps("available_tags").Single().Text("id");
        var post = (await play.Bot.CallAsync("POST", $"channels/{forum.Text("id")}/threads",
            $$$"""{"name":"A post","applied_tags":["{{{tag}}}"],"message":{"content":"first"}}""")).Body;
        Assert.Equal(post.Text("id"), post.Map("message").Text("id"));
        Assert.Equal([tag], post.List("applied_tags")!.Select(one => one.AsText()));
        var plain = await play.Bot.CallAsync("POST", $"channels/{forum.Text("id")}/messages", """{"content":"x"}""");
        Assert.Equal((400, 50024L), (plain.Status, plain.Code));
    }

    [Fact]
    public async Task The_bot_reaches_no_role_or_member_as_high_as_itself()
    {
        await using var play = await StartAsAdministratorAsync();
        var own = (await play.Bot.CallAsync("GET", $"guilds/{Guild}/roles")).Body!.AsArray()
            .Single(role => role.Flag("managed") == true).Text("id");
        Assert.Equal(50013, (await play.Bot.CallAsync("PATCH", $"guilds/{Guild}/roles/{own}", """{"name":"me"}""")).Code);
        Assert.Equal(204, (await play.Bot.CallAsync("PUT", $"guilds/{Guild}/bans/1100000000000000015", "{}")).Status);
        Assert.Equal(10007, (await play.Bot.CallAsync("GET", $"guilds/{Guild}/members/1100000000000000015")).Code);
        Assert.Equal(204, (await play.Bot.CallAsync("DELETE", $"guilds/{Guild}/bans/1100000000000000015")).Status);
    }

    [Fact]
    public async Task An_overwrite_of_a_member_outweighs_those_of_roles()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/permissions", """{"role":"FactBot","allow":["MANAGE_ROLES"]}""");
        await play.Bot.CallAsync("PUT", $"channels/{Play.Newsroom}/permissions/{PretendBot.Application}", """{"type":1,"deny":"2048"}""");
        Assert.Equal(50013, (await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages", """{"content":"x"}""")).Code);
        await play.Bot.CallAsync("DELETE", $"channels/{Play.Newsroom}/permissions/{PretendBot.Application}");
        await play.PostMessageAsync();
    }

    [Fact]
    public async Task A_webhook_posts_under_a_name_and_needs_only_its_token()
    {
        await using var play = await StartAsAdministratorAsync();
        var webhook = (await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/webhooks", """{"name":"Wire"}""")).Body;
        var path = $"webhooks/{webhook.Text("id")}/{webhook.Text("token")}";
        Assert.Equal(204, (await play.Bot.CallAsync("POST", path, """{"content":"x"}""")).Status);
        var sent = (await play.Bot.CallAsync("POST", path + "?wait=1", """{"content":"x","username":"Somebody"}""")).Body;
        Assert.Equal("Somebody", sent.Map("author").Text("username"));
        Assert.Equal(webhook.Text("id"), sent.Text("webhook_id"));
        var wrong = await play.Bot.CallAsync("POST", $"webhooks/{webhook.Text("id")}/wrong", """{"content":"x"}""");
        Assert.Equal((401, 50027L), (wrong.Status, wrong.Code));
    }

    [Fact]
    public async Task The_audit_log_says_who_did_what_and_why()
    {
        await using var play = await StartAsAdministratorAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/v10/channels/{Play.Newsroom}");
        request.Headers.TryAddWithoutValidation("Authorization", "Bot sandbox");
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://factbot.example, 1)");
        request.Headers.TryAddWithoutValidation("X-Audit-Log-Reason", "It%20moved");
        await play.Bot.SendAsync(request);
        var entry = (await play.Bot.CallAsync("GET", $"guilds/{Guild}/audit-logs?action_type=12")).Body.Maps("audit_log_entries").Single();
        Assert.Equal((PretendBot.Application, Play.Newsroom, "It moved"), (entry.Text("user_id"), entry.Text("target_id"), entry.Text("reason")));
    }

    private static async Task<Play> StartAsAdministratorAsync()
    {
        var play = await Play.StartAsync();
        await play.PostAsync("/stage/permissions", """{"role":"FactBot","allow":["ADMINISTRATOR"]}""");
        return play;
    }
}
