namespace FactBot.Sandbox;

/// <summary>The bot as the sandbox sees it: something to start, to stop and to wait for.</summary>
public interface IBot
{
    /// <summary>Begins to connect; need not wait until connected.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Ends in an orderly way, as on a signal of the operating system.</summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Returns when nothing is due and nothing waits to be posted.</summary>
    Task SettleAsync(CancellationToken cancellationToken);
}
