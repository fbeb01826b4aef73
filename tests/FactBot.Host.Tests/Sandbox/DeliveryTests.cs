using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FactBot.Discord.Interactions;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>Interactions by HTTP, for an application that has an address for them.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task Interactions_come_by_http_alone_once_the_address_is_set()
    {
        await using var play = await Play.StartAsync();
        var key = (await play.Bot.CallAsync("GET", "applications/@me")).Body.Text("verify_key")!;
        await using var endpoint = new Endpoint(key, """{"type":4,"data":{"content":"By HTTP"}}""");
        Assert.Equal(200, (await SetAsync(play, endpoint.Address)).Status);

        var answer = (await play.SubmitsAsync("Ben")).Body;
        Assert.Equal("By HTTP", answer.Map("message").Text("content"));
        var traffic = await play.Bot.Http.GetStringAsync(new Uri("/stage/traffic", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("INTERACTION_CREATE", traffic);
        Assert.Contains("\"kind\":\"delivery\"", traffic);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_endpoint_that_takes_any_signature_or_none_is_refused(bool takesAll)
    {
        await using var play = await Play.StartAsync();
        await using var endpoint = new Endpoint(takesAll ? null : new string('0', 64), "{}");
        var reply = await SetAsync(play, endpoint.Address);
        Assert.Equal((400, 50035L), (reply.Status, reply.Code));
        Assert.NotNull(reply.Body.Map("errors").Map("interactions_endpoint_url"));
    }

    private static Task<RestReply> SetAsync(Play play, Uri address) => play.Bot.CallAsync(
        "PATCH", "applications/@me", new JsonObject { ["interactions_endpoint_url"] = address.AbsoluteUri }.ToJsonString());

    /// <summary>An application's endpoint, which takes every signature if it has no key.</summary>
    private sealed class Endpoint : IAsyncDisposable
    {
        private readonly HttpListener listener = new();
        private readonly string? key;
        private readonly string answer;
        private readonly Task listening;

        public Endpoint(string? key, string answer)
        {
            (this.key, this.answer) = (key, answer);
            Address = new Uri(FreeAddress.Find(), "/interactions");
            listener.Prefixes.Add(new Uri(Address, "/").AbsoluteUri);
            listener.Start();
            listening = ListenAsync();
        }

        public Uri Address { get; }

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await listening;
            listener.Close();
        }

        private async Task ListenAsync()
        {
            while (listener.IsListening)
            {
                try
                {
                    await AnswerAsync(await listener.GetContextAsync());
                }
                catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }

        private async Task AnswerAsync(HttpListenerContext context)
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var headers = context.Request.Headers;
            var isGood = key is null || InteractionSignature.IsValid(
                key, headers["X-Signature-Ed25519"], headers["X-Signature-Timestamp"], body.ToArray());
            context.Response.StatusCode = isGood ? 200 : 401;
            var isPing = JsonNode.Parse(body.ToArray()).Number("type") == 1;
            context.Response.Close(Encoding.UTF8.GetBytes(!isGood ? "" : isPing ? """{"type":1}""" : answer), willBlock: false);
        }
    }
}
