namespace FactBot.Discord.Gateway;

/// <summary>What a shard keeps from one connection to the next.</summary>
internal sealed record ShardMemory(Shard Shard, GatewaySession Session, SilenceWatch Silence);
