namespace FactBot.Discord.Gateway;

/// <summary>The status of a part of the gateway loop. The part writes it; anything may read it.</summary>
internal sealed class ConnectionStatus(TimeProvider time)
{
    private volatile GatewayState state;
    private volatile string? trouble;

    public GatewayState State
    {
        get => state;
        set => state = value;
    }

    /// <summary>What is wrong, in a sentence; null if nothing is.</summary>
    public string? Trouble
    {
        get => trouble;
        set => trouble = value;
    }

    public Task PauseAsync(TimeSpan wait, string why, CancellationToken cancellationToken) =>
        wait > TimeSpan.Zero
            ? WaitAsync(() => Task.Delay(wait, time, cancellationToken), why)
            : Task.CompletedTask;

    public async Task WaitAsync(Func<Task> waiting, string why)
    {
        var (stateBefore, troubleBefore) = (state, trouble);
        (trouble, state) = (why, GatewayState.Waiting);
        await waiting();
        (trouble, state) = (troubleBefore, stateBefore);
    }
}
