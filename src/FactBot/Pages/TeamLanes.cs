using FactBot.Chat;

namespace FactBot.Pages;

/// <summary>
/// Does each team's work with pages in a lane of its own, one page after the other. A lane takes a place for each page and
/// then stands behind the other lanes again, so that no team waits for another's many.
/// </summary>
/// <param name="atOnce">Pages under way at once, of all teams.</param>
internal sealed class TeamLanes(int atOnce) : IDisposable
{
    private readonly Dictionary<TeamId, Task> running = [];
    private readonly SemaphoreSlim places = new(atOnce);

    /// <summary>Begins a team's lane, or gives the one that is under way; it ends when nothing is left to do.</summary>
    /// <param name="team">Whose work it is.</param>
    /// <param name="doNextAsync">Does what is next; false where nothing is.</param>
    /// <param name="cancellationToken">Breaks the lane off.</param>
    public Task Begin(TeamId team, Func<CancellationToken, Task<bool>> doNextAsync, CancellationToken cancellationToken)
    {
        lock (running)
        {
            return running.TryGetValue(team, out var lane)
                ? lane
                : running[team] = Task.Run(() => RunAsync(team, doNextAsync, cancellationToken), CancellationToken.None);
        }
    }

    /// <summary>Waits until no lane is under way, however they end.</summary>
    public async Task WhenIdleAsync()
    {
        Task all;
        lock (running)
        {
            all = Task.WhenAll(running.Values);
        }

        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => places.Dispose();

    private async Task RunAsync(TeamId team, Func<CancellationToken, Task<bool>> doNextAsync, CancellationToken cancellationToken)
    {
        try
        {
            var isMore = true;
            while (isMore)
            {
                await places.WaitAsync(cancellationToken);
                try
                {
                    isMore = await doNextAsync(cancellationToken);
                }
                finally
                {
                    places.Release();
                }
            }
        }
        finally
        {
            lock (running)
            {
                running.Remove(team);
            }
        }
    }
}
