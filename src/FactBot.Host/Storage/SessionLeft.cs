using FactBot.Discord.Gateway;

namespace FactBot.Host.Storage;

/// <summary>A session of the gateway that a process left open for the one that follows.</summary>
public sealed class SessionLeft
{
    /// <summary>Of its shard.</summary>
    public int Id { get; init; }

    /// <summary>Among how many shards.</summary>
    public int Shards { get; init; }

    public required LeftSession Session { get; init; }
}
