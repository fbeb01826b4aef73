namespace FactBot.Discord.Gateway;

/// <summary>Closes every session for good.</summary>
internal sealed class NoHandover : ISessionHandover
{
    public bool IsAwaited => false;

    public Task LeaveAsync(Shard shard, LeftSession session, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<LeftSession?> TakeAsync(Shard shard, CancellationToken cancellationToken) => Task.FromResult<LeftSession?>(null);
}
