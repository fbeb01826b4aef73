using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FactBot.Discord;
using FactBot.Discord.Interactions;
using FactBot.Host.Operations;
using FactBot.Host.Tests.Stories;
using Microsoft.Extensions.DependencyInjection;
using NSec.Cryptography;

namespace FactBot.Host.Tests.Chat;

public sealed class InteractionPortTests : IDisposable
{
    private const string Timestamp = "1795341600";
    private const string Guild = "1100000000000000100";

    private readonly Key key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly HttpClient http = new() { BaseAddress = FreeAddress.Find() };

    [Fact]
    public async Task A_ping_is_answered_and_a_false_signature_refused_before_anything_is_read()
    {
        await using var newsroom = await OpenAsync();
        using var pong = await SendAsync("""{"id":"1","application_id":"2","type":1,"token":"t","version":1}""");
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
        await newsroom.Ada.AsksAsync("help");
        var submit = Submit("77");
        using var first = await SendAsync(submit);
        var answer = (await first.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        Assert.Equal(4, (int?)answer["type"]);
        Assert.Contains("Claim #1 is submitted", (string?)answer["data"]!["content"], StringComparison.Ordinal);

        using var second = await SendAsync(submit);
        Assert.Contains("done already", await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_with_a_file_goes_the_other_way_and_the_request_is_accepted()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.Ada.AsksAsync("help");
        using var accepted = await SendAsync($$$"""
            {"id":"78","application_id":"2","type":5,"token":"t","version":1,"guild_id":"{{{Guild}}}","channel_id":"1100000000000000104",
             "member":{"user":{"id":"1100000000000000015","username":"fay"},"roles":[],"permissions":"0"},
             "data":{"custom_id":"1||article add","components":[{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"title","value":"A title without an article"}}]}}
            """);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("", await accepted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single(await newsroom.TrafficAsync(), t => ((string?)t["path"])?.EndsWith("/interactions/78/t/callback", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_payload_of_twenty_megabytes_is_refused_and_the_next_one_answered()
    {
        await using var newsroom = await OpenAsync();
        using var refused = await SendAsync(new string('x', 20 * 1024 * 1024));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        using var pong = await SendAsync("""{"id":"1","application_id":"2","type":1,"token":"t","version":1}""");
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

    private static string Submit(string id) => $$$"""
        {"id":"{{{id}}}","application_id":"2","type":2,"token":"t","version":1,"guild_id":"{{{Guild}}}","channel_id":"1100000000000000104",
         "member":{"user":{"id":"1100000000000000015","username":"fay"},"roles":[],"permissions":"0"},
         "data":{"id":"5","name":"claim","type":1,"options":[{"name":"submit","type":1,"options":[{"name":"text","type":3,"value":"The tram has 14 stops."}]}]}}
        """;

    private Task<Newsroom> OpenAsync() => Newsroom.OpenAsync(change: services => services
        .Configure<DiscordOptions>(o =>
        {
            o.Interactions = InteractionDelivery.Http;
            o.PublicKey = Convert.ToHexString(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        })
        .Configure<WebOptions>(o => o.Url = http.BaseAddress!.ToString().TrimEnd('/')));

    private async Task<HttpResponseMessage> SendAsync(string body, string? signed = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/interactions")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        // The answer to a body that is too large must not be lost while the body is still under way.
        request.Headers.ExpectContinue = true;
        var signature = SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(Timestamp + (signed ?? body)));
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexString(signature));
        request.Headers.Add("X-Signature-Timestamp", Timestamp);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
