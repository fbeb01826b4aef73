namespace FactBot.Discord.Gateway;

/// <summary>The bot's connection to Discord, whichever client implements it. Events go to the registered listener.</summary>
public interface IGateway
{
    /// <summary>With several shards, the state of the first that isn't connected.</summary>
    GatewayState State { get; }

    /// <summary>Whether any shard has an unacknowledged heartbeat. If so, the clock's next jump has to wait.</summary>
    bool IsBeatPending { get; }

    /// <summary>When the last event arrived, by the bot's clock; null before the first.</summary>
    DateTimeOffset? LastEventAt { get; }

    /// <summary>Tells the operator what keeps the bot from Discord; null if all is well.</summary>
    string? Trouble { get; }

    /// <summary>Runs until cancelled, then closes all sessions cleanly (1000) or hands them over to the next process.</summary>
    /// <exception cref="GatewayFatalException">Discord refuses the bot, and retrying can't help.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}
