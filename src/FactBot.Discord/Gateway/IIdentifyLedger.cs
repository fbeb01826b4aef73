namespace FactBot.Discord.Gateway;

/// <summary>
/// Remembers when sessions were begun, beyond the end of the process: Discord resets the token of a bot that
/// identifies more than 1000 times in a day, which one that crashes again and again would do.
/// </summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#identifying</remarks>
public interface IIdentifyLedger
{
    /// <summary>The Identifies of the last 24 hours at least, in any order.</summary>
    Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancel);

    /// <summary>Called just before an Identify is sent. What is older than 24 hours may be forgotten.</summary>
    Task AddAsync(DateTimeOffset at, CancellationToken cancel);
}
