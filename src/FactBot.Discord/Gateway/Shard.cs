using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>One of the connections over which Discord spreads a bot's guilds.</summary>
/// <param name="Id">From 0 on.</param>
/// <param name="Count">How many there are in all.</param>
/// <remarks>https://docs.discord.com/developers/events/gateway#sharding</remarks>
public readonly record struct Shard(int Id, int Count)
{
    /// <summary>The id of the shard that hears of a guild; what belongs to none, like direct messages, goes to 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no shard at all.</exception>
    public static int Of(Snowflake guild, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return (int)((guild.Value >> 22) % (ulong)count);
    }
}
