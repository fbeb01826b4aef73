using System.Collections.Concurrent;
using FactBot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace FactBot.Discord.Gateway;

/// <summary>Lets Identifies through no faster than Discord accepts them, and no more than a day's budget allows.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#sharding-max-concurrency</remarks>
internal sealed partial class IdentifyGate(
    IIdentifyLedger ledger, GatewayPatience patience, TimeProvider time, ILogger<IdentifyGate> logger)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, Lane> lanes = new();
    private readonly MemoryIdentifyLedger own = new();

    /// <summary>
    /// Returns the permission to identify. Dispose it after the Identify, or if none is sent. Returns null if the budget made
    /// the shard wait; ask Discord again after that.
    /// </summary>
    public async Task<Turn?> EnterAsync(
        Shard shard, SessionStartLimit limit, ConnectionStatus status, CancellationToken cancellationToken)
    {
        var lane = lanes.GetOrAdd(shard.Id % Math.Max(1, limit.MaxConcurrency), _ => new Lane());
        await status.WaitAsync(
            () => lane.Gate.WaitAsync(cancellationToken), "Waiting for other connections to Discord to be made");
        var turn = new Turn(this, lane);
        try
        {
            if (lane.IdentifiedAt is { } last)
            {
                await status.PauseAsync(
                    Apart - time.GetElapsedTime(last), "Waiting for Discord to take the next session", cancellationToken);
            }
            var identified = await ReadAsync(cancellationToken);
            var wait = IdentifyBudget.Wait(limit, shard.Count, identified, time.GetUtcNow());
            if (wait <= TimeSpan.Zero)
            {
                return turn;
            }
            turn.Dispose();
            LogHeldBack(wait, identified.Count, limit.Remaining, limit.Total);
            await status.PauseAsync(
                wait, $"Waiting for Discord to allow new sessions until {time.GetUtcNow() + wait:u}", cancellationToken);
            return null;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private async Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.ReadAsync(cancellationToken)
                .WaitAsync(patience.Ledger, TimeProvider.System, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogLedgerFailed(failure);
            return await own.ReadAsync(cancellationToken);
        }
    }

    private async Task AddAsync(Lane lane, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await own.AddAsync(now, cancellationToken);
        try
        {
            await ledger.AddAsync(now, cancellationToken)
                .WaitAsync(patience.Ledger, TimeProvider.System, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogLedgerFailed(failure);
        }
        lane.IdentifiedAt = time.GetTimestamp();
    }

    /// <summary>A queue of the shards that may not identify within five seconds of each other.</summary>
    internal sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public long? IdentifiedAt { get; set; }
    }

    /// <summary>A shard's turn to identify. The others in its queue wait until it is disposed.</summary>
    internal sealed class Turn(IdentifyGate gate, Lane lane) : IDisposable
    {
        private int isOver;

        /// <summary>Records the Identify. Call it before sending; the Identify counts from here on.</summary>
        public Task UseAsync(CancellationToken cancellationToken) => gate.AddAsync(lane, cancellationToken);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
            {
                lane.Gate.Release();
            }
        }
    }

    [LoggerMessage(LogLevel.Warning,
        "No new session for {Wait}: {Count} were begun in the last 24 hours, and Discord has {Remaining} of {Total} left")]
    private partial void LogHeldBack(TimeSpan wait, int count, int remaining, int total);

    [LoggerMessage(LogLevel.Error, "The ledger of Identifies cannot be used; they are counted in memory")]
    private partial void LogLedgerFailed(Exception failure);
}
