using System.Diagnostics;
using System.Diagnostics.Metrics;
using FactBot.Discord.Gateway;
using FactBot.Discord.Wire;
using FactBot.Posts;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Operations;

/// <summary>The bot's own traces and metrics: numbers and names of commands, never what a person wrote.</summary>
/// <remarks>https://opentelemetry.io/docs/specs/semconv/general/naming</remarks>
internal sealed class Signals : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "FactBot";

    private readonly ActivitySource source = new(Name);
    private readonly Meter meter;
    private readonly Counter<long> interactions;
    private readonly Histogram<double> acknowledge;
    private readonly TimeProvider time;

    public Signals(IMeterFactory meters, IServiceScopeFactory scopes, TimeProvider time)
    {
        this.time = time;
        meter = meters.Create(Name);
        interactions = meter.CreateCounter<long>(
            "factbot.interactions", "{interaction}", "Interactions, by command and outcome");
        acknowledge = meter.CreateHistogram<double>(
            "factbot.interaction.acknowledge.duration", "s", "From an interaction's arrival to Discord's answer to its first reply; Discord wants it within 3 s",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5] });
        meter.CreateObservableGauge("factbot.posts.waiting", () => Count(scopes, due => due.CountWaiting()), "{post}", "Posts that the chat does not show yet");
        meter.CreateObservableGauge("factbot.posts.overdue", () => Count(scopes, due => due.CountOverdue()), "{post}", "Posts that could have been made minutes ago");
        meter.CreateObservableGauge(
            "factbot.gateway.state",
            () => Enum.GetValues<GatewayState>().Select(s => new Measurement<int>(
                s == StateOf(scopes) ? 1 : 0, KeyValuePair.Create<string, object?>("factbot.gateway.state", s.ToString().ToLowerInvariant()))),
            description: "1 for the state in which the connection to Discord is, 0 for the others");
    }

    /// <summary>Starts to observe an interaction, until the result is disposed.</summary>
    /// <param name="type">The interaction's type.</param>
    /// <param name="command">The command's name; null if there is none.</param>
    public InteractionSignal Begin(InteractionType type, string? command)
    {
        var tags = new TagList { { "factbot.command", command ?? "none" }, { "factbot.interaction.type", type.ToString() } };
        return new InteractionSignal(source.StartActivity($"interaction {command}".TrimEnd(), ActivityKind.Server, default(ActivityContext), tags), tags, this);
    }

    public void Dispose()
    {
        source.Dispose();
        meter.Dispose();
    }

    /// <summary>Resolves the gateway on demand, because the gateway's listeners depend on this class.</summary>
    private static GatewayState StateOf(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IGateway>().State;
    }

    private static int Count(IServiceScopeFactory scopes, Func<DuePosts, int> count)
    {
        using var scope = scopes.CreateScope();
        return count(scope.ServiceProvider.GetRequiredService<DuePosts>());
    }

    /// <summary>An interaction, from its arrival to its last response.</summary>
    internal sealed class InteractionSignal(Activity? activity, TagList tags, Signals signals) : IDisposable
    {
        private readonly long began = signals.time.GetTimestamp();

        /// <summary>How it ended, in one word.</summary>
        public string Outcome { get; set; } = "replied";

        /// <summary>Records that the initial response arrived.</summary>
        public void Acknowledge(bool isDeferred)
        {
            var elapsed = signals.time.GetElapsedTime(began).TotalSeconds;
            signals.acknowledge.Record(elapsed, [.. tags, KeyValuePair.Create<string, object?>("factbot.interaction.deferred", isDeferred)]);
            activity?.AddEvent(new ActivityEvent(isDeferred ? "deferred" : "acknowledged"));
        }

        /// <summary>Records a failure: the kind of error, but not its message, which may contain anything.</summary>
        public void Fail(Exception failure)
        {
            Outcome = "failed";
            tags.Add("error.type", failure.GetType().FullName);
            activity?.SetTag("error.type", failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);
        }

        public void Dispose()
        {
            tags.Add("factbot.interaction.outcome", Outcome);
            signals.interactions.Add(1, tags);
            activity?.SetTag("factbot.interaction.outcome", Outcome).Dispose();
        }
    }
}
