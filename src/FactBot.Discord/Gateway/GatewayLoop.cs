using Microsoft.Extensions.Logging;

namespace FactBot.Discord.Gateway;

/// <summary>Keeps the bot connected to Discord, and passes events to the <see cref="IDispatchListener"/>.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#connection-lifecycle</remarks>
public sealed partial class GatewayLoop : IGateway
{
    private readonly GatewayConnector connector;
    private readonly GatewayFinder finder;
    private readonly IdentifyGate gate;
    private readonly ILogger<GatewayLoop> logger;
    private readonly ConnectionStatus status;
    private volatile IReadOnlyList<ShardLoop> shards = [];

    internal GatewayLoop(
        GatewayConnector connector, GatewayFinder finder, IdentifyGate gate, ILogger<GatewayLoop> logger)
    {
        (this.connector, this.finder, this.gate, this.logger) = (connector, finder, gate, logger);
        status = new ConnectionStatus(connector.Time);
    }

    /// <summary>With several shards, the state of the first that isn't connected.</summary>
    public GatewayState State => shards is { Count: > 0 } all
        ? all.Select(shard => shard.State).FirstOrDefault(state => state != GatewayState.Connected, GatewayState.Connected)
        : status.State;

    /// <summary>Whether every shard is connected.</summary>
    public bool IsConnected => State == GatewayState.Connected;

    /// <summary>Whether any shard has sent a heartbeat that hasn't been acknowledged yet.</summary>
    public bool IsBeatPending => shards.Any(shard => shard.IsBeatPending);

    /// <summary>When the last event arrived, by the bot's clock; null before the first.</summary>
    public DateTimeOffset? LastEventAt => shards.Max(shard => shard.LastEventAt);

    /// <summary>Tells the operator what keeps the bot from Discord; null if all is well.</summary>
    public string? Trouble =>
        shards is { Count: > 0 } all
            ? all.Select(shard => shard.Trouble).FirstOrDefault(trouble => trouble is not null)
            : status.Trouble;

    /// <summary>Runs until cancelled, then closes all sessions cleanly or hands them over to the next process.</summary>
    /// <exception cref="GatewayFatalException">Discord refuses the bot, and retrying can't help.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            (shards, status.State) = ([], GatewayState.Connecting);
            var gateway = await finder.FindAsync(status, cancellationToken);
            var count = connector.Options.ShardCount ?? Math.Clamp(gateway.Shards, 1, DiscordOptions.MostShards);
            var isLeftOpen = new Lazy<bool>(() => connector.Handover.IsAwaited);
            var all = new List<ShardLoop>();
            for (var id = 0; id < count; id++)
            {
                all.Add(await NewShardAsync(new Shard(id, count), isLeftOpen, cancellationToken));
            }

            shards = all;
            var running = shards.Select(shard => shard.RunAsync(gateway, stop.Token)).ToList();
            // A shard that ends by itself was refused for good, and the whole bot with it.
            await Task.WhenAny(running);
            await stop.CancelAsync();
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            (status.State, status.Trouble) = (GatewayState.Stopped, null);
        }
    }

    private async Task<ShardLoop> NewShardAsync(Shard shard, Lazy<bool> isLeftOpen, CancellationToken cancellationToken)
    {
        var session = new GatewaySession();
        try
        {
            if (await connector.Handover.TakeAsync(shard, cancellationToken) is { } left)
            {
                session.Restore(left);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Without a session to take over, a new one is started as usual.
            LogNotTaken(failure);
        }

        return new(new ShardMemory(shard, session, new SilenceWatch(), isLeftOpen), connector, finder, gate, logger);
    }

    [LoggerMessage(LogLevel.Warning, "The session that was left by the process before could not be read; a new one is begun")]
    private partial void LogNotTaken(Exception failure);
}
