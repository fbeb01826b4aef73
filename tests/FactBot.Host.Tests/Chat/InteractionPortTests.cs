using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FactBot.Discord;
using FactBot.Discord.Interactions;
using FactBot.Discord.Wire;
using FactBot.Host.Operations;
using FactBot.Host.Tests.Stories;
using Microsoft.Extensions.DependencyInjection;
using NSec.Cryptography;

namespace FactBot.Host.Tests.Chat;

public sealed class InteractionPortTests : IDisposable
{
    private const string Timestamp = "1795341600";
    private const string Ping = """{"id":"1","application_id":"2","type":1,"token":"t","version":1}""";
    private const string Guild = "1100000000000000100";

    private static readonly DateTimeOffset SignedAt = DateTimeOffset.FromUnixTimeSeconds(1795341600);

    private readonly Key key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly HttpClient http = new() { BaseAddress = FreeAddress.Find() };

    [Fact]
    public async Task A_ping_is_answered_and_a_false_signature_refused_before_anything_is_read()
    {
        await using var newsroom = await OpenAsync();
        using var pong = await SendAsync(Ping);
        Assert.Equal(HttpStatusCode.OK, pong.StatusCode);
        Assert.Equal("application/json", pong.Content.Headers.ContentType?.MediaType);
        Assert.Equal(1, (int?)(await pong.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))?["type"]);

        using var falseOne = await SendAsync("no json at all", signed: "something else");
        Assert.Equal(HttpStatusCode.Unauthorized, falseOne.StatusCode);
        using var unsigned = await http.PostAsJsonAsync("/interactions", new { type = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
        using var noJson = await SendAsync("no json at all");
        Assert.Equal(HttpStatusCode.BadRequest, noJson.StatusCode);
    }

    [Fact]
    public async Task A_command_is_answered_in_the_response_and_the_same_one_is_done_once()
    {
        await using var newsroom = await OpenAsync();
        await SetUpAsync();
        var submit = Submit(IdOf(77));
        using var first = await SendAsync(submit);
        var answer = (await first.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        Assert.Equal(4, (int?)answer["type"]);
        Assert.Contains("Claim #1 is submitted", (string?)answer["data"]!["content"], StringComparison.Ordinal);

        using var second = await SendAsync(submit);
        Assert.Contains("done already", await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, newsroom.Database.Count("SELECT count(*) FROM Claims"));
    }

    [Fact]
    public async Task What_comes_by_the_gateway_is_left_alone()
    {
        await using var newsroom = await OpenAsync();
        await SetUpAsync();
        var asked = newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        using var other = await SendAsync(Submit(IdOf(90), "The tram cost 214 million crowns."));
        Assert.Contains("Claim #1", await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False((await asked).IsReply);
        Assert.Equal(1, newsroom.Database.Count("SELECT count(*) FROM Claims"));
    }

    [Fact]
    public async Task What_Discord_made_more_than_fifteen_minutes_ago_is_not_carried_out()
    {
        await using var newsroom = await OpenAsync();
        await SetUpAsync();
        using var late = await SendAsync(Submit($"{Snowflake.At(SignedAt - TimeSpan.FromMinutes(16)).Value}"));
        Assert.Contains("too late", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, newsroom.Database.Count("SELECT count(*) FROM Claims"));
    }

    [Fact]
    public async Task A_signature_from_more_than_five_minutes_away_is_refused()
    {
        await using var newsroom = await OpenAsync();
        foreach (var (minutes, status) in ((int, HttpStatusCode)[])[(-6, HttpStatusCode.Unauthorized), (6, HttpStatusCode.Unauthorized), (-4, HttpStatusCode.OK), (4, HttpStatusCode.OK)])
        {
            using var pong = await SendAsync(Ping, at: $"{(SignedAt + TimeSpan.FromMinutes(minutes)).ToUnixTimeSeconds()}");
            Assert.Equal(status, pong.StatusCode);
        }
    }

    [Theory]
    [InlineData(null, Timestamp)]
    [InlineData("", Timestamp)]
    [InlineData("abc", Timestamp)]
    [InlineData("zz", Timestamp)]
    [InlineData("64", null)]
    [InlineData("64", "")]
    [InlineData("64", "soon")]
    [InlineData("64", "-5")]
    [InlineData("64", "99999999999999999999")]
    [InlineData("64", "999999999999")]
    public async Task Malformed_signatures_are_refused_before_the_body_is_read(string? signature, string? timestamp)
    {
        await using var newsroom = await OpenAsync();
        var sent = signature switch { "64" => new string('a', 128), "zz" => new string('z', 128), _ => signature };
        Assert.Equal(HttpStatusCode.Unauthorized, await BeginAsync(sent, timestamp));
    }

    [Fact]
    public async Task A_body_of_more_than_256_KB_is_not_read_whether_its_length_is_told_or_not()
    {
        await using var newsroom = await OpenAsync();
        using var told = await SendAsync(new string('x', (256 * 1024) + 1));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, told.StatusCode);
        using var fitting = await SendAsync($"{Ping}{new string(' ', (256 * 1024) - Ping.Length)}");
        Assert.Equal(HttpStatusCode.OK, fitting.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await BeginAsync(new string('a', 128), Timestamp, chunks: 20));
    }

    [Fact]
    public async Task A_body_that_does_not_end_is_not_waited_for()
    {
        await using var newsroom = await OpenAsync();
        Assert.Equal(HttpStatusCode.RequestTimeout, await BeginAsync(new string('a', 128), Timestamp));
    }

    [Fact]
    public async Task An_unreadable_interaction_is_answered()
    {
        await using var newsroom = await OpenAsync();
        using var odd = await SendAsync($$"""{"id":"{{IdOf(91)}}","application_id":"2","type":2,"token":"t","guild_id":["?"]}""");
        Assert.Contains("under the reference", await odd.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_with_a_file_goes_the_other_way_and_the_request_is_accepted()
    {
        await using var newsroom = await OpenAsync();
        await SetUpAsync();
        using var accepted = await SendAsync($$$"""
            {"id":"{{{IdOf(78)}}}","application_id":"2","type":5,"token":"t","version":1,"guild_id":"{{{Guild}}}","channel_id":"1100000000000000104",
             "member":{"user":{"id":"1100000000000000015","username":"fay"},"roles":[],"permissions":"0"},
             "data":{"custom_id":"1||article add","components":[{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"title","value":"A title without an article"}}]}}
            """);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("", await accepted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single(await newsroom.TrafficAsync(), t => ((string?)t["path"])?.EndsWith($"/interactions/{IdOf(78)}/t/callback", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_payload_of_twenty_megabytes_is_refused_and_the_next_one_answered()
    {
        await using var newsroom = await OpenAsync();
        using var refused = await SendAsync(new string('x', 20 * 1024 * 1024));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        using var pong = await SendAsync(Ping);
        Assert.Equal(HttpStatusCode.OK, pong.StatusCode);
    }

    [Fact]
    public void By_http_a_public_key_is_needed()
    {
        var refusal = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() =>
        {
            var builder = FactBotHost.CreateBuilder(
                ["--Discord:Token=sandbox", "--Discord:Interactions=Http", "--Web:Url=http://127.0.0.1:8080"]);
            using var host = builder.Build();
            host.Services.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate();
        });
        Assert.Contains("PublicKey", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        key.Dispose();
        http.Dispose();
    }

    /// <summary>An id of the moment at which all is signed.</summary>
    private static string IdOf(ulong number) => $"{Snowflake.At(SignedAt).Value + number}";

    private static string Submit(string id, string text = "The tram has 14 stops.") => $$$"""
        {"id":"{{{id}}}","application_id":"2","type":2,"token":"t","version":1,"guild_id":"{{{Guild}}}","channel_id":"1100000000000000104",
         "member":{"user":{"id":"1100000000000000015","username":"fay"},"roles":[],"permissions":"0"},
         "data":{"id":"5","name":"claim","type":1,"options":[{"name":"submit","type":1,"options":[{"name":"text","type":3,"value":"{{{text}}}"}]}]}}
        """;

    /// <summary>Ada sets the desk up, by HTTP too.</summary>
    private async Task SetUpAsync()
    {
        using var done = await SendAsync($$$"""
            {"id":"{{{IdOf(1)}}}","application_id":"2","type":2,"token":"t","version":1,"guild_id":"{{{Guild}}}","channel_id":"1100000000000000104",
             "member":{"user":{"id":"1100000000000000010","username":"ada"},"roles":[],"permissions":"32"},
             "data":{"id":"5","name":"setup","type":1,"options":[
              {"name":"review","type":7,"value":"1100000000000000105"},{"name":"verdicts","type":7,"value":"1100000000000000106"},
              {"name":"digest","type":7,"value":"1100000000000000107"},{"name":"reviewers","type":8,"value":"1100000000000000102"},
              {"name":"editors","type":8,"value":"1100000000000000101"},{"name":"zone","type":3,"value":"Europe/Kyiv"},{"name":"time","type":3,"value":"09:00"}]}}
            """);
        Assert.Contains("is set up", await done.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<Newsroom> OpenAsync() => Newsroom.OpenAsync(isBare: true, change: services => services
        .Configure<DiscordOptions>(o =>
        {
            o.Interactions = InteractionDelivery.Http;
            o.PublicKey = Convert.ToHexString(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        })
        .Configure<WebOptions>(o => o.Url = http.BaseAddress!.ToString().TrimEnd('/')));

    private async Task<HttpResponseMessage> SendAsync(string body, string? signed = null, string at = Timestamp)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/interactions")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        // The answer to a body that is too large must not be lost while the body is still under way.
        request.Headers.ExpectContinue = true;
        var signature = SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(at + (signed ?? body)));
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexString(signature));
        request.Headers.Add("X-Signature-Timestamp", at);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends headers and the beginning of a body that never ends; what is answered to that.</summary>
    private async Task<HttpStatusCode> BeginAsync(string? signature, string? timestamp, int chunks = 1)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(http.BaseAddress!.Host, http.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await WriteAsync($"POST /interactions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n");
        await WriteAsync(signature is null ? "" : $"X-Signature-Ed25519: {signature}\r\n");
        await WriteAsync(timestamp is null ? "\r\n" : $"X-Signature-Timestamp: {timestamp}\r\n\r\n");
        for (var i = 0; i < chunks; i++)
        {
            await WriteAsync($"4000\r\n{new string('x', 0x4000)}\r\n");
        }

        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return (HttpStatusCode)int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);

        Task WriteAsync(string text) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken).AsTask();
    }
}
