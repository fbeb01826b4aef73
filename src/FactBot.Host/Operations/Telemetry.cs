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
/// Exports traces and metrics over OTLP if OpenTelemetry's own variables name an endpoint (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>).
/// </summary>
/// <remarks>https://opentelemetry.io/docs/specs/otel/protocol/exporter</remarks>
internal static class Telemetry
{
    /// <summary>
    /// The exported activity sources. .NET's own for HTTP records full URLs, some of which contain Discord's tokens.
    /// </summary>
    public static readonly string[] Sources = [Signals.Name, DiscordSignals.Name];

    /// <summary>The exported meters.</summary>
    public static readonly string[] Meters = [Signals.Name, DiscordSignals.Name, "System.Net.Http", "System.Runtime"];

    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>
    /// .NET labels its HTTP metrics with hosts, ports and addresses. Members can name any number of these; each would be a series
    /// of its own and reveal what they read. Only the labels listed here are exported.
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

        // Neither Discord nor any website gets the bot's trace headers.
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
