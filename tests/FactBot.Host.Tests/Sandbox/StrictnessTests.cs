using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>What Discord refuses is refused, with Discord's code, at Discord's path.</summary>
public sealed class StrictnessTests
{
    private static readonly string Long = new('x', 4097);

    public static TheoryData<string, int, string> Messages => new()
    {
        { $$"""{"content":"{{Long[..2001]}}"}""", 50035, "content" },
        { "{}", 50006, "" },
        { """{"content":"  "}""", 50006, "" },
        { "not json", 50109, "" },
        { "[1]", 50109, "" },
        { $$"""{"embeds":[{{Repeat(11, """{"title":"t"}""")}}]}""", 50035, "embeds" },
        { $$"""{"embeds":[{"title":"{{Long[..257]}}"}]}""", 50035, "embeds.0.title" },
        { $$"""{"embeds":[{"description":"{{Long}}"}]}""", 50035, "embeds.0.description" },
        { $$"""{"embeds":[{{Repeat(2, $$"""{"description":"{{Long[..3001]}}"}""")}}]}""", 50035, "embeds" },
        { $$"""{"embeds":[{"fields":[{{Repeat(26, """{"name":"n","value":"v"}""")}}]}]}""", 50035, "embeds.0.fields" },
        { """{"embeds":[{"fields":[{"name":"n","value":""}]}]}""", 50035, "embeds.0.fields.0.value" },
        { $$$"""{"embeds":[{"title":"t","footer":{"text":"{{{Long[..2049]}}}"}}]}""", 50035, "embeds.0.footer.text" },
        { """{"embeds":[{"title":"t","url":"nowhere"}]}""", 50035, "embeds.0.url" },
        { """{"embeds":[{}]}""", 50035, "embeds.0.description" },
        { $$"""{"components":[{{Repeat(6, Row("""{"type":2,"style":1,"label":"l","custom_id":"#"}"""))}}]}""", 50035, "components" },
        { $$"""{"components":[{{Row(Repeat(6, """{"type":2,"style":1,"label":"l","custom_id":"#"}"""))}}]}""", 50035, "components.0.components" },
        { Button("""{"type":2,"style":1,"label":"l"}"""), 50035, "components.0.components.0.custom_id" },
        { Button($$"""{"type":2,"style":1,"label":"l","custom_id":"{{Long[..101]}}"}"""), 50035, "components.0.components.0.custom_id" },
        { Button($$"""{"type":2,"style":1,"label":"{{Long[..81]}}","custom_id":"a"}"""), 50035, "components.0.components.0.label" },
        { Button("""{"type":2,"style":1,"custom_id":"a"}"""), 50035, "components.0.components.0" },
        { Button("""{"type":2,"style":5,"label":"l"}"""), 50035, "components.0.components.0.url" },
        { Button("""{"type":2,"style":9,"label":"l","custom_id":"a"}"""), 50035, "components.0.components.0.style" },
        { Button("""{"type":4,"style":1,"label":"l","custom_id":"a"}"""), 50035, "components.0.components.0.type" },
        { Button("""{"type":99}"""), 50035, "components.0.components.0.type" },
        { Button("""{"type":2,"style":1,"label":"l","custom_id":"a"},{"type":2,"style":1,"label":"l","custom_id":"a"}"""), 50035, "components.0.components.1.custom_id" },
        { Button("""{"type":3,"custom_id":"a","options":[]}"""), 50035, "components.0.components.0.options" },
        { Button($$"""{"type":3,"custom_id":"a","options":[{{Repeat(26, """{"label":"l","value":"#"}""")}}]}"""), 50035, "components.0.components.0.options" },
        { Button("""{"type":3,"custom_id":"a","min_values":3,"max_values":2,"options":[{"label":"l","value":"v"}]}"""), 50035, "components.0.components.0.min_values" },
        { """{"components":[{"type":10,"content":"text"}]}""", 50035, "components.0.type" },
        { """{"flags":32768,"content":"c","components":[{"type":10,"content":"text"}]}""", 50035, "content" },
        { """{"content":"c","nonce":"12345678901234567890123456"}""", 50035, "nonce" },
        { """{"content":"c","allowed_mentions":{"parse":["all"]}}""", 50035, "allowed_mentions.parse.0" },
        { """{"content":"c","allowed_mentions":{"parse":["users"],"users":["1"]}}""", 50035, "allowed_mentions" },
        { $$$"""{"content":"c","allowed_mentions":{"users":[{{{Repeat(101, "\"1\"")}}}]}}""", 50035, "allowed_mentions.users" },
        { """{"content":"c","message_reference":{"message_id":"5"}}""", 50035, "message_reference" },
    };

    public static TheoryData<string, int, string> CommandLists => new()
    {
        { """[{"name":"Upper","description":"d"}]""", 50035, "0.name" },
        { """[{"name":"two words","description":"d"}]""", 50035, "0.name" },
        { """[{"name":"a"}]""", 50035, "0.description" },
        { $$"""[{"name":"a","description":"{{Long[..101]}}"}]""", 50035, "0.description" },
        { """[{"name":"Menu","type":3,"description":"d"}]""", 50035, "0.description" },
        { """[{"name":"a","description":"d"},{"name":"a","description":"d"}]""", 50035, "1" },
        { Option("""{"type":3,"name":"o","description":"d"},{"type":3,"name":"p","description":"d","required":true}"""), 50035, "0.options.1" },
        { Option("""{"type":3,"name":"o","description":"d"},{"type":3,"name":"o","description":"d"}"""), 50035, "0.options.1.name" },
        { Option("""{"type":12,"name":"o","description":"d"}"""), 50035, "0.options.0.type" },
        { Option("""{"type":1,"name":"o","description":"d"},{"type":3,"name":"p","description":"d"}"""), 50035, "0.options" },
        { Option($$"""{"type":3,"name":"o","description":"d","choices":[{{Repeat(26, """{"name":"n","value":"v"}""")}}]}"""), 50035, "0.options.0.choices" },
        { Option("""{"type":3,"name":"o","description":"d","autocomplete":true,"choices":[{"name":"n","value":"v"}]}"""), 50035, "0.options.0.autocomplete" },
        { Option(Repeat(26, """{"type":3,"name":"o#","description":"d"}""")), 50035, "0.options" },
        { Option(Repeat(25, $$"""{"type":3,"name":"o#","description":"d","choices":[{{Repeat(4, $$"""{"name":"n#","value":"{{Long[..90]}}"}""")}}]}""")), 50035, "0" },
        { $"[{Repeat(101, """{"name":"c#","description":"d"}""")}]", 30032, "" },
        { $"[{Repeat(16, """{"name":"m#","type":3}""")}]", 30032, "" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_beyond_the_limits_is_refused(string body, int code, string path)
    {
        await using var play = await Play.StartAsync();
        var reply = await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages", body);
        AssertRefused(reply, code, path);
    }

    [Theory]
    [MemberData(nameof(CommandLists))]
    public async Task Commands_beyond_the_limits_are_refused(string body, int code, string path)
    {
        await using var play = await Play.StartAsync();
        var reply = await play.Bot.CallAsync("PUT", $"applications/{PretendBot.Application}/commands", body);
        AssertRefused(reply, code, path);
    }

    [Theory]
    [InlineData("GET", "channels/1", 404, 10003)]
    [InlineData("GET", "guilds/1", 404, 10004)]
    [InlineData("GET", "guilds/1100000000000000100/members/1", 404, 10013)]
    [InlineData("GET", $"channels/{Play.Newsroom}/messages/1", 404, 10008)]
    [InlineData("GET", $"channels/{Play.Newsroom}/messages?limit=101", 400, 50035)]
    [InlineData("GET", $"applications/{PretendBot.Application}/commands/1", 404, 10063)]
    [InlineData("POST", "interactions/1/nothing/callback", 404, 10062)]
    [InlineData("PATCH", $"webhooks/{PretendBot.Application}/nothing/messages/@original", 401, 50027)]
    [InlineData("GET", "no/such/path", 404, 0)]
    [InlineData("PUT", $"channels/{Play.Newsroom}/messages", 405, 0)]
    public async Task What_is_not_there_has_its_code(string method, string path, int status, int code)
    {
        await using var play = await Play.StartAsync();
        var reply = await play.Bot.CallAsync(method, path, method == "GET" ? null : "{}");
        Assert.Equal((status, code), (reply.Status, (int?)reply.Code));
    }

    [Fact]
    public async Task Without_a_good_token_it_is_unauthorized_and_without_an_agent_blocked()
    {
        await using var play = await Play.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v10/users/@me");
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://factbot.example, 1)");
        request.Headers.TryAddWithoutValidation("Authorization", "Bot wrong");
        var wrong = await play.Bot.SendAsync(request);
        Assert.Equal("""{"message":"401: Unauthorized","code":0}""", wrong.Body!.ToJsonString());
        Assert.Equal(401, wrong.Status);

        var nameless = await play.GetAsync("/api/v10/users/@me");
        Assert.Equal(403, nameless.Status);
    }

    [Fact]
    public async Task Only_ones_own_messages_can_be_edited()
    {
        await using var play = await Play.StartAsync();
        var message = (await play.PostAsync("/people/Ben/messages", """{"channel":"newsroom","content":"Mine"}""")).Body.Text("id");
        var reply = await play.Bot.CallAsync("PATCH", $"channels/{Play.Newsroom}/messages/{message}", """{"content":"Yours"}""");
        Assert.Equal((403, 50005), (reply.Status, (int?)reply.Code));
    }

    [Fact]
    public async Task A_message_has_one_thread_and_an_archived_thread_takes_no_edit()
    {
        await using var play = await Play.StartAsync();
        var message = await play.PostMessageAsync();
        var path = $"channels/{Play.Newsroom}/messages/{message}/threads";
        var thread = await play.Bot.CallAsync("POST", path, """{"name":"Talk"}""");
        Assert.Equal((201, message), (thread.Status, thread.Body.Text("id")));
        Assert.Equal(160004, (await play.Bot.CallAsync("POST", path, """{"name":"Talk"}""")).Code);

        var said = await play.Bot.CallAsync("POST", $"channels/{message}/messages", """{"content":"In here"}""");
        await play.Bot.CallAsync("PATCH", $"channels/{message}", """{"archived":true}""");
        var edit = await play.Bot.CallAsync("PATCH", $"channels/{message}/messages/{said.Body.Text("id")}", """{"content":"No"}""");
        Assert.Equal((400, 50083), (edit.Status, (int?)edit.Code));
        Assert.Equal(200, (await play.Bot.CallAsync("POST", $"channels/{message}/messages", """{"content":"Open again"}""")).Status);
        var shown = await play.Bot.CallAsync("GET", $"channels/{Play.Newsroom}/messages/{message}");
        Assert.Equal(2, shown.Body.Map("thread").Number("message_count"));
    }

    [Fact]
    public async Task What_a_channel_denies_is_a_missing_permission_or_no_access()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/permissions", """{"channel":"newsroom","role":"FactBot","deny":["SEND_MESSAGES"]}""");
        Assert.Equal(50013, (await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages", """{"content":"c"}""")).Code);
        await play.PostAsync("/stage/permissions", """{"channel":"newsroom","role":"FactBot","deny":["VIEW_CHANNEL"]}""");
        Assert.Equal(50001, (await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/messages", """{"content":"c"}""")).Code);
    }

    private static void AssertRefused(RestReply reply, int code, string path)
    {
        Assert.Equal(400, reply.Status);
        Assert.True(reply.Code == code, reply.Body!.ToJsonString());
        if (code != 50035)
            return;
        JsonNode? place = reply.Body.Map("errors");
        foreach (var part in path.Split('.'))
            place = place.Member(part);
        Assert.True(place.List("_errors") is { Count: > 0 }, reply.Body!.ToJsonString());
    }

    private static string Row(string controls) => $$"""{"type":1,"components":[{{controls}}]}""";

    private static string Button(string controls) => $$"""{"components":[{{Row(controls)}}]}""";

    private static string Option(string options) => $$"""[{"name":"a","description":"d","options":[{{options}}]}]""";

    private static string Repeat(int count, string json) =>
        string.Join(',', Enumerable.Range(0, count).Select(n => json.Replace("#", $"{n}", StringComparison.Ordinal)));
}
