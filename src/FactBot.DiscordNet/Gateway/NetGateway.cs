using Discord;
using Discord.WebSocket;
using FactBot.Discord;
using FactBot.Discord.Gateway;
using FactBot.Discord.Wire;
using FactBot.DiscordNet.Rest;

namespace FactBot.DiscordNet.Gateway;

/// <summary>
/// Keeps the bot connected with Discord.Net, which reconnects and resumes by itself. This class stops what would go on
/// forever: a permanent close stops the bot, and a stuck client is replaced by a new one.
/// </summary>
internal sealed class NetGateway(GatewayFinder finder, IdentifyGuard guard, Hearing hearing, RestCare care, NetLog log)
    : IGateway, IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(3);

    private volatile IReadOnlyList<NetShard> shards = [];
    private BaseSocketClient? current;
    private BaseSocketClient? former;

    public GatewayState State =>
        guard.Status.State == GatewayState.Waiting || shards.Count == 0 ? guard.Status.State
        : shards.Select(shard => shard.State).FirstOrDefault(state => state != GatewayState.Connected, GatewayState.Connected);

    /// <summary>Always false: Discord.Net's heartbeats run in real time, unaffected by jumps of the bot's clock.</summary>
    public bool IsBeatPending => false;

    public DateTimeOffset? LastEventAt => shards.Max(shard => shard.LastEventAt);

    public string? Trouble => guard.Status.Trouble ?? shards.Select(shard => shard.Trouble).FirstOrDefault(trouble => trouble is not null);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var failures = 0; !cancellationToken.IsCancellationRequested;)
            {
                failures = await TryRunAsync(cancellationToken) ? 0 : failures + 1;
                await guard.Status.PauseAsync(
                    Backoff.Delay(failures), "Waiting for Discord's gateway, which cannot be reached", cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            shards = [];
            (guard.Status.State, guard.Status.Trouble) = (GatewayState.Stopped, null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { former, current }.OfType<BaseSocketClient>())
        {
            await client.DisposeAsync();
        }
    }

    /// <summary>Runs one client; returns false if it failed.</summary>
    private async Task<bool> TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            guard.Status.State = GatewayState.Connecting;
            await RunClientAsync(await finder.FindAsync(guard.Status, cancellationToken), cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not GatewayFatalException && !cancellationToken.IsCancellationRequested)
        {
            log.Fail(e);
            return false;
        }
    }

    private async Task RunClientAsync(GatewayBot gateway, CancellationToken cancellationToken)
    {
        var count = care.Options.ShardCount ?? Math.Clamp(gateway.Shards, 1, DiscordOptions.MostShards);
        var config = NetConfig.ForGateway(care, guard, gateway, count);
        BaseSocketClient client = count == 1 ? new DiscordSocketClient(config) : new DiscordShardedClient(config);
        await KeepAsync(client);
        IReadOnlyCollection<DiscordSocketClient> connections = client is DiscordShardedClient sharded ? sharded.Shards : [(DiscordSocketClient)client];
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        shards = [.. connections.Select(c => new NetShard(c, hearing, care.Time, e => refused.TrySetException(e)))];
        foreach (var connection in connections)
        {
            connection.Log += log.WriteAsync;
        }

        try
        {
            await client.LoginAsync(TokenType.Bot, care.Options.Token, validateToken: false);
            await client.StartAsync();
            await WatchAsync(refused.Task, cancellationToken);
        }
        finally
        {
            await client.StopAsync();
            await WaitForEndAsync(connections);
        }
    }

    /// <summary>Keeps the previous client too: once stopped, it still delivers responses to earlier interactions.</summary>
    private async Task KeepAsync(BaseSocketClient client)
    {
        if (former is not null)
        {
            await former.DisposeAsync();
        }

        (former, current) = (current, client);
    }

    /// <summary>Returns when the client should be replaced.</summary>
    private async Task WatchAsync(Task refused, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await Task.WhenAny(refused, Task.Delay(Glance, TimeProvider.System, cancellationToken)) == refused)
            {
                await refused;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (shards.Select(shard => shard.FindEnd()).FirstOrDefault(end => end is not null) is { } reason)
            {
                log.Replace(reason);
                return;
            }
        }
    }

    // Discord.Net closes the connection (1000) only after its StopAsync has returned.
    private static async Task WaitForEndAsync(IReadOnlyCollection<DiscordSocketClient> connections)
    {
        using var patience = new CancellationTokenSource(Goodbye, TimeProvider.System);
        while (!patience.IsCancellationRequested && connections.Any(c => c.ConnectionState != ConnectionState.Disconnected))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
        }
    }
}
