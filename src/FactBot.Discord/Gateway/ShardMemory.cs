namespace FactBot.Discord.Gateway;

/// <summary>What a shard keeps from one connection to the next.</summary>
/// <param name="IsLeftOpen">Whether the session stays open for the next process; evaluated when this one stops.</param>
internal sealed record ShardMemory(Shard Shard, GatewaySession Session, SilenceWatch Silence, Lazy<bool> IsLeftOpen);
