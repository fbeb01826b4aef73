namespace FactBot.Host.Chat;

/// <summary>An interaction's wait from arrival until work starts, which decides whether it may still start.</summary>
internal sealed class Waiting(TimeProvider time) : IDisposable
{
    /// <summary>How long Discord waits for the initial response.</summary>
    public static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    private readonly long began = time.GetTimestamp();
    private readonly CancellationTokenSource givenUp = new();
    private Task? promise;

    /// <summary>Waits for a free slot to work in; returns false if the person can't be answered any more.</summary>
    public async Task<bool> EnterAsync(SemaphoreSlim room, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(givenUp.Token, stopping);
        try
        {
            while (true)
            {
                await room.WaitAsync(either.Token);
                if (promise is not { IsCompleted: false } underWay)
                {
                    break;
                }

                // Whether the deferral reaches the person decides whether there is anything to do. Don't hold a slot meanwhile.
                room.Release();
                await underWay.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        if (promise is { IsCompletedSuccessfully: true } || (promise is null && time.GetElapsedTime(began) <= FirstAnswer))
        {
            return true;
        }

        room.Release();
        return false;
    }

    /// <summary>Notes that a deferral is being sent.</summary>
    public Task Promise(Task promising) => promise = promising;

    /// <summary>Notes that the person can't be answered: work that hasn't started needn't.</summary>
    public void GiveUp() => givenUp.Cancel();

    public void Dispose() => givenUp.Dispose();
}
