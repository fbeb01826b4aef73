using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Stage;

/// <summary>Starts, stops and restarts the bot in the sandbox; does nothing if there is none.</summary>
internal sealed class BotLife(SandboxWorld world, PretendGateway gateway, BotFactory? factory) : IAsyncDisposable
{
    private IBot? bot;

    public async Task StartAsync(BotSurroundings surroundings, CancellationToken cancellationToken)
    {
        Surroundings = surroundings;
        bot = factory?.Invoke(surroundings);
        if (bot is not null)
            await bot.StartAsync(cancellationToken);
    }

    /// <summary>Stops the bot and starts another on the same data.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        if (bot is null)
            throw People.PeopleRefusal.NotPossible("This sandbox has no bot of its own to restart.");
        await StopAsync(cancellationToken);
        lock (world.Gate)
        {
            CutConnections();
        }

        Hurry();
        await StartAsync(Surroundings!, cancellationToken);
    }

    /// <summary>Lets the next bot identify at once, as if five seconds had passed since the last one.</summary>
    public void Hurry()
    {
        lock (world.Gate)
        {
            gateway.Budget.Hurry();
        }
    }

    /// <summary>Waits until the bot has done what is due, or until the wait times out.</summary>
    public async Task SettleAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (bot is null)
            return;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(patience);
        try
        {
            await bot.SettleAsync(enough.Token).WaitAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever takes longer continues in the background; the people API needn't wait for it.
        }
    }

    /// <summary>Drops the bot's websockets without notice.</summary>
    public void CutConnections()
    {
        foreach (var connection in gateway.Connections.ToList())
        {
            connection.Cut();
            gateway.Leave(connection, closeCode: null);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private BotSurroundings? Surroundings { get; set; }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref bot, null) is not { } old)
            return;
        await old.StopAsync(cancellationToken);
        if (old is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
