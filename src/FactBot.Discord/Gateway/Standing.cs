namespace FactBot.Discord.Gateway;

/// <summary>Where a part of the gateway loop stands, written by the part and read by whoever asks.</summary>
internal sealed class Standing(TimeProvider time)
{
    private volatile GatewayState state;
    private volatile string? trouble;

    public GatewayState State
    {
        get => state;
        set => state = value;
    }

    /// <summary>A sentence on what is not well; null when there is nothing to say.</summary>
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
