using System.Collections;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using FactBot.Discord.Rest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FactBot.Host.Operations;

/// <summary>
/// Sends traces and metrics by OTLP, where OpenTelemetry's own variables say to where (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>).
/// </summary>
/// <remarks>https://opentelemetry.io/docs/specs/otel/protocol/exporter</remarks>
internal static class Telemetry
{
    /// <summary>
    /// Whose activities go out. .NET's own of HTTP do not: they hold whole addresses, and in some of Discord's stands a token.
    /// </summary>
    public static readonly string[] Sources = [Signals.Name, DiscordSignals.Name];

    /// <summary>Whose metrics go out.</summary>
    public static readonly string[] Meters = [Signals.Name, DiscordSignals.Name, "System.Net.Http", "System.Runtime"];

    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>
    /// What .NET tells of HTTP is labelled with hosts, ports and addresses, of which members can name as many as they like: each
    /// would be a series of its own, and tell what they read. Only these labels go out.
    /// </summary>
    private static readonly string[] HttpLabels =
        ["http.request.method", "http.response.status_code", "http.connection.state", "network.protocol.version", "url.scheme", "error.type"];

    public static void AddTelemetry(this HostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Signals>();
        if (Endpoints.All(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))))
        {
            return;
        }

        // Neither Discord nor any page is told of the bot's traces.
        DistributedContextPropagator.Current = DistributedContextPropagator.CreateNoOutputPropagator();
        builder.Configuration.AddInMemoryCollection(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(v => ((string)v.Key).StartsWith("OTEL_", StringComparison.Ordinal))
            .Select(v => KeyValuePair.Create((string)v.Key, (string?)v.Value)));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME") ?? "factbot", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => traces.AddSource(Sources).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddView(FindView).AddOtlpExporter());
    }

    private static MetricStreamConfiguration? FindView(Instrument instrument) =>
        instrument.Meter.Name == "System.Net.Http" ? new MetricStreamConfiguration { TagKeys = HttpLabels } : null;
}
