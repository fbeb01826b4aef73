namespace FactBot.Discord.Gateway;

/// <summary>
/// Remembers across restarts when sessions were started. Discord resets the token of a bot that identifies more than
/// 1000 times in a day, which a bot that keeps crashing would do.
/// </summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#identifying</remarks>
public interface IIdentifyLedger
{
    /// <summary>Returns the Identifies of at least the last 24 hours, in any order.</summary>
    Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Called just before an Identify is sent. Anything older than 24 hours may be dropped.</summary>
    Task AddAsync(DateTimeOffset at, CancellationToken cancellationToken);
}
