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
