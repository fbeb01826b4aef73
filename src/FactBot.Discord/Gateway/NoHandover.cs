namespace FactBot.Discord.Gateway;

/// <summary>Closes every session for good.</summary>
internal sealed class NoHandover : ISessionHandover
{
    public bool IsAwaited => false;

    public Task LeaveAsync(Shard shard, LeftSession session, CancellationToken cancel) => Task.CompletedTask;

    public Task<LeftSession?> TakeAsync(Shard shard, CancellationToken cancel) => Task.FromResult<LeftSession?>(null);
}
