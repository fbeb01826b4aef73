using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>One of the connections that Discord spreads a bot's guilds over.</summary>
/// <param name="Id">Starts at 0.</param>
/// <param name="Count">The total number of shards.</param>
/// <remarks>https://docs.discord.com/developers/events/gateway#sharding</remarks>
public readonly record struct Shard(int Id, int Count)
{
    /// <summary>Returns the id of a guild's shard. Events without a guild, like direct messages, go to shard 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no shards.</exception>
    public static int Of(Snowflake guild, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return (int)((guild.Value >> 22) % (ulong)count);
    }
}
