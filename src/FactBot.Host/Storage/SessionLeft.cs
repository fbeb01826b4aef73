using FactBot.Discord.Gateway;

namespace FactBot.Host.Storage;

/// <summary>A gateway session that a process left open for the next one.</summary>
public sealed class SessionLeft
{
    /// <summary>The id of its shard.</summary>
    public int Id { get; init; }

    /// <summary>The total number of shards.</summary>
    public int Shards { get; init; }

    public required LeftSession Session { get; init; }
}
