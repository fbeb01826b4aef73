namespace FactBot.Discord.Gateway;

/// <summary>What a shard keeps from one connection to the next.</summary>
/// <param name="IsLeftOpen">Whether the session is left open for the process that follows; asked as this one stops.</param>
internal sealed record ShardMemory(Shard Shard, GatewaySession Session, SilenceWatch Silence, Lazy<bool> IsLeftOpen);
