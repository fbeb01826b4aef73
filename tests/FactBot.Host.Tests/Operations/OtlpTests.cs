using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using FactBot.Host.Tests.Stories;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Tests.Operations;

/// <summary>The bot's process sends its traces and metrics to a receiver, and logs as JSON.</summary>
public sealed class OtlpTests : IDisposable
{
    private readonly HostProcess host = new();

    private readonly ConcurrentQueue<(string Path, string Body)> received = [];

    [Fact]
    public async Task Traces_and_metrics_go_where_opentelemetrys_variables_say()
    {
        var address = FreeAddress.Find();
        await using var receiver = await ReceiveAsync(address);
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        using var bot = host.StartBot(
            ("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Discord__ApiUrl", newsroom.Address.ToString()),
            ("FACTBOT_Storage__Path", Path.Combine(host.Folder, "desk.db")), ("FACTBOT_Logging__Format", "Json"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", address.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "200"));
        try
        {
            await Newsroom.UntilAsync(async () => (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Text.StartsWith("Claim #", StringComparison.Ordinal));
            await Newsroom.UntilAsync(() => Task.FromResult(Has("/v1/traces", "interaction claim submit") && Has("/v1/metrics", "factbot.interaction.acknowledge.duration") && Has("/v1/metrics", "factbot.posts.waiting")));
            Assert.True(Has("/v1/traces", "factbot"), "no service name");
            Assert.DoesNotContain(received, r => r.Body.Contains("14 stops", StringComparison.Ordinal));
            Assert.All(host.Said.Where(line => !string.IsNullOrEmpty(line)), line => Assert.NotNull(JsonNode.Parse(line!)!["Message"]));
            Assert.NotEmpty(host.Said);
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A series for each host would grow without end, and tell what the team reads.</summary>
    [Fact]
    public async Task No_host_that_a_member_named_is_in_any_metric_or_trace()
    {
        var address = FreeAddress.Find();
        await using var receiver = await ReceiveAsync(address);
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        using var bot = host.StartBot(
            ("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Discord__ApiUrl", newsroom.Address.ToString()),
            ("FACTBOT_Storage__Path", Path.Combine(host.Folder, "desk.db")),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", address.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "200"));
        try
        {
            await Newsroom.UntilAsync(async () => (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Text.StartsWith("Claim #", StringComparison.Ordinal));
            for (var i = 0; i < 20; i++)
            {
                await newsroom.Fay.AsksAsync("article add", ("url", $"http://quillhost{i}.invalid:443/quillpage{i}"));
            }

            await newsroom.Ada.TriagesAsync(1, "accept");
            await newsroom.Ben.AddsSourceAsync(1, "https://quillhost20.invalid/quillpage20");
            await Newsroom.UntilAsync(() => Task.FromResult(Has("/v1/metrics", "http.client.request.duration") && Has("/v1/traces", "interaction evidence add")));
            foreach (var (path, body) in received)
            {
                Assert.DoesNotContain("quill", body, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("server.address", body, StringComparison.Ordinal);
                Assert.DoesNotContain("server.port", body, StringComparison.Ordinal);
                Assert.DoesNotContain("network.peer.address", body, StringComparison.Ordinal);
            }
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => host.Dispose();

    private bool Has(string path, string words) => received.Any(r => r.Path == path && r.Body.Contains(words, StringComparison.Ordinal));

    private async Task<WebApplication> ReceiveAsync(Uri address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(address.ToString());
        app.MapPost("/v1/{kind}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((request.Path, Encoding.Latin1.GetString(body.ToArray())));
            return Results.Ok();
        });
        await app.StartAsync();
        return app;
    }
}
