namespace FactBot.Discord.Gateway;

/// <summary>
/// Leaves the sessions of a process that stops to the one that waits to follow it, which resumes them: what happens between
/// the two is replayed to it.
/// </summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#resuming</remarks>
public interface ISessionHandover
{
    /// <summary>Whether another process waits. If none does, sessions are closed for good, and the bot is shown as offline.</summary>
    bool IsAwaited { get; }

    /// <summary>Called once the shard's connection was closed.</summary>
    Task LeaveAsync(Shard shard, LeftSession session, CancellationToken cancel);

    /// <summary>The session that was left for a shard, given once; null where there is none.</summary>
    Task<LeftSession?> TakeAsync(Shard shard, CancellationToken cancel);
}
