using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using FactBot.Host.Operations;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Tests.Operations;

/// <summary>All that is logged, traced and measured, as text.</summary>
internal sealed class KeptSignals : ILoggerProvider, ISupportExternalScope
{
    private readonly MeterListener metrics = new();
    private readonly ActivityListener traces;
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public KeptSignals()
    {
        traces = new ActivityListener
        {
            ShouldListenTo = source => Telemetry.Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => Traces.Enqueue(
                $"{a.DisplayName} {a.Kind} {a.Status} {a.StatusDescription} {Join(a.TagObjects)} {string.Join(' ', a.Events.Select(e => $"{e.Name} {Join(e.Tags)}"))} {Join(a.Baggage.Select(b => KeyValuePair.Create(b.Key, (object?)b.Value)))}"),
        };
        ActivitySource.AddActivityListener(traces);
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (Telemetry.Meters.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        metrics.SetMeasurementEventCallback<long>(Keep);
        metrics.SetMeasurementEventCallback<int>(Keep);
        metrics.SetMeasurementEventCallback<double>(Keep);
        metrics.Start();
    }

    public ConcurrentQueue<string> Logs { get; } = [];

    public ConcurrentQueue<string> Traces { get; } = [];

    public ConcurrentQueue<string> Metrics { get; } = [];

    /// <summary>Asks the gauges too.</summary>
    public void Observe() => metrics.RecordObservableInstruments();

    public ILogger CreateLogger(string categoryName) => new Kept(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
        metrics.Dispose();
        traces.Dispose();
    }

    private static string Join(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}"));

    private void Keep<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Metrics.Enqueue($"{instrument.Name} {value} {Join(tags.ToArray())}");

    private sealed class Kept(KeptSignals all, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => all.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> tags ? Join(tags) : "";
            all.Logs.Enqueue($"{logLevel} {category} {formatter(state, exception)} {values} {exception}");
            all.scopes.ForEachScope((scope, kept) => kept.Logs.Enqueue($"{scope}"), all);
        }
    }
}
