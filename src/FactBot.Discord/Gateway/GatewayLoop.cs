using Microsoft.Extensions.Logging;

namespace FactBot.Discord.Gateway;

/// <summary>Keeps the bot connected to Discord; what is heard goes to the <see cref="IDispatchListener"/>.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#connection-lifecycle</remarks>
public sealed partial class GatewayLoop : IGateway
{
    private readonly GatewayConnector connector;
    private readonly GatewayFinder finder;
    private readonly IdentifyGate gate;
    private readonly ILogger<GatewayLoop> logger;
    private readonly Standing standing;
    private volatile IReadOnlyList<ShardLoop> shards = [];

    internal GatewayLoop(
        GatewayConnector connector, GatewayFinder finder, IdentifyGate gate, ILogger<GatewayLoop> logger)
    {
        (this.connector, this.finder, this.gate, this.logger) = (connector, finder, gate, logger);
        standing = new Standing(connector.Time);
    }

    /// <summary>Of several shards, that of the first one that is not connected.</summary>
    public GatewayState State => shards is { Count: > 0 } all
        ? all.Select(shard => shard.State).FirstOrDefault(state => state != GatewayState.Connected, GatewayState.Connected)
        : standing.State;

    /// <summary>Whether every shard is.</summary>
    public bool IsConnected => State == GatewayState.Connected;

    /// <summary>Whether a heartbeat was sent, on any shard, whose ACK has not come.</summary>
    public bool IsBeatPending => shards.Any(shard => shard.IsBeatPending);

    /// <summary>When the last event came, by the bot's clock; null before the first.</summary>
    public DateTimeOffset? LastEventAt => shards.Max(shard => shard.LastEventAt);

    /// <summary>A sentence for whoever looks after the bot, on what keeps it from Discord; null when all is well.</summary>
    public string? Trouble =>
        shards is { Count: > 0 } all
            ? all.Select(shard => shard.Trouble).FirstOrDefault(trouble => trouble is not null)
            : standing.Trouble;

    /// <summary>Runs until it is cancelled, and then closes all sessions in good order, or leaves them to the process that follows.</summary>
    /// <exception cref="GatewayFatalException">Discord will not have the bot, and trying again cannot help.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            (shards, standing.State) = ([], GatewayState.Connecting);
            var gateway = await finder.FindAsync(standing, cancellationToken);
            var count = connector.Options.ShardCount ?? Math.Clamp(gateway.Shards, 1, DiscordOptions.MostShards);
            var isLeftOpen = new Lazy<bool>(() => connector.Handover.IsAwaited);
            var all = new List<ShardLoop>();
            for (var id = 0; id < count; id++)
            {
                all.Add(await NewShardAsync(new Shard(id, count), isLeftOpen, cancellationToken));
            }

            shards = all;
            var running = shards.Select(shard => shard.RunAsync(gateway, stop.Token)).ToList();
            // One that ends by itself was refused for good, and with it the whole bot.
            await Task.WhenAny(running);
            await stop.CancelAsync();
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            (standing.State, standing.Trouble) = (GatewayState.Stopped, null);
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
            // Without what was left, a session is begun as ever.
            LogNotTaken(failure);
        }

        return new(new ShardMemory(shard, session, new SilenceWatch(), isLeftOpen), connector, finder, gate, logger);
    }

    [LoggerMessage(LogLevel.Warning, "The session that was left by the process before could not be read; a new one is begun")]
    private partial void LogNotTaken(Exception failure);
}
