namespace FactBot.Discord.Gateway;

/// <summary>The bot's connection to Discord, whichever client holds it; what is heard goes to who listens for it.</summary>
public interface IGateway
{
    /// <summary>Of several shards, that of the first one that is not connected.</summary>
    GatewayState State { get; }

    /// <summary>Whether a heartbeat was sent, on any shard, whose ACK has not come, and with it the clock's next leap has to wait.</summary>
    bool IsBeatPending { get; }

    /// <summary>When the last event came, by the bot's clock; null before the first.</summary>
    DateTimeOffset? LastEventAt { get; }

    /// <summary>A sentence for whoever looks after the bot, on what keeps it from Discord; null when all is well.</summary>
    string? Trouble { get; }

    /// <summary>Runs until it is cancelled, and then closes all sessions in good order (1000).</summary>
    /// <exception cref="GatewayFatalException">Discord will not have the bot, and trying again cannot help.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}
