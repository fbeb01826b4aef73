using System.Threading.Channels;
using FactBot.Digests;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Posts;

/// <summary>
/// Asks the desk's tables what is due, every two seconds and after each change, and does it. It remembers nothing: after
/// a crash the next round finds what the last one left.
/// </summary>
public sealed partial class DeskLoop(IServiceScopeFactory scopes, TimeProvider time, ILogger<DeskLoop> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly Channel<bool> nudges = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something changed: look now instead of at the end of the pause.</summary>
    public void Nudge() => nudges.Writer.TryWrite(true);

    /// <summary>Goes round until nothing is due that could be done now.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        while (await GoRoundAsync(cancel) > 0)
        {
        }
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SettleAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogRoundFailed(e);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(CancellationToken cancel)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(nudges.Reader.WaitToReadAsync(pause.Token).AsTask(), Task.Delay(Pause, time, pause.Token));
        await pause.CancelAsync();
        nudges.Reader.TryRead(out _);
    }

    /// <summary>One round; tells how much it got done.</summary>
    private async Task<int> GoRoundAsync(CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            var done = await MakeDigestsAsync(cancel);
            var lanes = (await FindPostsAsync(cancel)).ToLookup(lane => lane.Kind == PostKind.Digest);
            // Digests go last, since they link to the other posts.
            done += await SendAsync(lanes[false], cancel);
            done += await SendAsync(lanes[true], cancel);
            return done;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<int> SendAsync(IEnumerable<PostLane> lanes, CancellationToken cancel) =>
        (await Task.WhenAll(lanes.Select(lane => SendAsync(lane, cancel)))).Sum();

    private async Task<int> SendAsync(PostLane lane, CancellationToken cancel)
    {
        var sent = 0;
        foreach (var post in lane.Posts)
        {
            await using var scope = scopes.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<Mirror>().SendAsync(post, cancel))
            {
                break;
            }

            sent++;
        }

        return sent;
    }

    private async Task<int> MakeDigestsAsync(CancellationToken cancel)
    {
        var made = 0;
        foreach (var id in await TeamsAsync(cancel))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                made += await scope.ServiceProvider.GetRequiredService<DueDigests>().MakeAsync(id, cancel) ? 1 : 0;
            }
            catch (DbUpdateException e) when (SaveRace.IsIn(e))
            {
                // Somebody changed the team meanwhile; the next round reads it anew.
                made++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The edge of one team: the others get their digests all the same.
                LogDigestFailed(e, id);
            }
        }

        return made;
    }

    private async Task<List<Chat.TeamId>> TeamsAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeskContext>().Teams.Select(t => t.Id).ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<PostLane>> FindPostsAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<DuePosts>();
        await due.MarkAsync(cancel);
        return await due.ToSendAsync(cancel);
    }

    [LoggerMessage(LogLevel.Error, "The digest of team {Team} could not be made")]
    private partial void LogDigestFailed(Exception e, Chat.TeamId team);

    [LoggerMessage(LogLevel.Error, "A round of the desk failed; the next one begins anew")]
    private partial void LogRoundFailed(Exception e);
}
