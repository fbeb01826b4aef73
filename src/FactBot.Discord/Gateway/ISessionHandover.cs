namespace FactBot.Discord.Gateway;

/// <summary>
/// Hands the sessions of a process that stops over to the process waiting to replace it. The new process resumes them,
/// and Discord replays what happened in between.
/// </summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#resuming</remarks>
public interface ISessionHandover
{
    /// <summary>Whether another process is waiting. If not, sessions are closed for good and the bot appears offline.</summary>
    bool IsAwaited { get; }

    /// <summary>Called once the shard's connection has been closed.</summary>
    Task LeaveAsync(Shard shard, LeftSession session, CancellationToken cancellationToken);

    /// <summary>Returns, once, the session that was left for a shard; null if there is none.</summary>
    Task<LeftSession?> TakeAsync(Shard shard, CancellationToken cancellationToken);
}
