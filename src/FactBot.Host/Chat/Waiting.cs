namespace FactBot.Host.Chat;

/// <summary>An interaction in hand, from its arrival until work on it begins: whether it may still begin.</summary>
internal sealed class Waiting(TimeProvider time) : IDisposable
{
    /// <summary>How long Discord waits for the first answer.</summary>
    public static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    private readonly long began = time.GetTimestamp();
    private readonly CancellationTokenSource givenUp = new();
    private Task? promise;

    /// <summary>Waits for a place among those that are worked on; false where the person can't be answered any more.</summary>
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

                // Whether the promise reaches the person decides whether there is anything to do; no place is held meanwhile.
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

    /// <summary>The person is being told that the answer comes later.</summary>
    public Task Promise(Task promising) => promise = promising;

    /// <summary>The person can't be told: what has not begun need not.</summary>
    public void GiveUp() => givenUp.Cancel();

    public void Dispose() => givenUp.Dispose();
}
