namespace FactBot.Sandbox;

/// <summary>The bot as the sandbox sees it: something to start, stop and wait for.</summary>
public interface IBot
{
    /// <summary>Starts connecting; needn't wait until it is connected.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Shuts down cleanly, as on a signal from the operating system.</summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Returns when nothing is due and nothing is waiting to be posted.</summary>
    Task SettleAsync(CancellationToken cancellationToken);
}
