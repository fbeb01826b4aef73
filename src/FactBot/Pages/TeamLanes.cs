using FactBot.Domain;

namespace FactBot.Pages;

/// <summary>
/// Processes each team's pages in a lane of its own, one page at a time. After each page, a lane queues again behind the other
/// lanes, so that a team with many pages doesn't hold up the others.
/// </summary>
/// <param name="atOnce">How many pages are under way at once, across all teams.</param>
internal sealed class TeamLanes(int atOnce) : IDisposable
{
    private readonly Dictionary<TeamId, Task> running = [];
    private readonly SemaphoreSlim places = new(atOnce);

    /// <summary>Starts a team's lane, or returns the running one; it ends when there is nothing left to do.</summary>
    /// <param name="team">The team whose pages are processed.</param>
    /// <param name="doNextAsync">Processes the next page; false if there is none.</param>
    /// <param name="cancellationToken">Stops the lane.</param>
    public Task Begin(TeamId team, Func<CancellationToken, Task<bool>> doNextAsync, CancellationToken cancellationToken)
    {
        lock (running)
        {
            return running.TryGetValue(team, out var lane)
                ? lane
                : running[team] = Task.Run(() => RunAsync(team, doNextAsync, cancellationToken), CancellationToken.None);
        }
    }

    /// <summary>Waits until no lane is running, whether they succeed or fail.</summary>
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
