using FactBot.Discord.Gateway;

namespace FactBot.Discord.Tests.Fakes;

/// <summary>Keeps what is left for as long as the test lasts.</summary>
internal sealed class FakeHandover : ISessionHandover
{
    public bool IsAwaited { get; set; }

    public bool Fails { get; set; }

    public Dictionary<Shard, LeftSession> Left { get; } = [];

    public Task LeaveAsync(Shard shard, LeftSession session, CancellationToken cancellationToken)
    {
        if (Fails)
        {
            throw new IOException("The disk is full.");
        }

        Left[shard] = session;
        return Task.CompletedTask;
    }

    public Task<LeftSession?> TakeAsync(Shard shard, CancellationToken cancellationToken) => Fails
        ? throw new IOException("The disk is full.")
        : Task.FromResult(Left.Remove(shard, out var left) ? left : null);
}
