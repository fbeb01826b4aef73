using FactBot.Assignments;
using FactBot.Digests;
using FactBot.Domain;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Posts;

/// <summary>
/// Does what time makes due, and hands posts to the queues. It looks when a save tells it to and when something falls due, asks
/// only by index, and keeps no state: after a crash, the next look finds what the last one left.
/// </summary>
public sealed partial class DueWorkLoop(
    IServiceScopeFactory scopes, PostQueues queues, WriteTurn turn, TimeProvider time, ILogger<DueWorkLoop> log) : BackgroundService
{
    /// <summary>Claims looked at, and digests made, before the first of their posts are sent, so that a busy morning starts promptly.</summary>
    private const int AtOnce = 25;

    /// <summary>Before it looks again for what is due and could not be done.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>It looks at least this often, since the clock may be set.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private bool isSending;
    private long lookedAt = time.GetUtcNow().UtcTicks;

    /// <summary>When it last completed a look; its start time until then.</summary>
    public DateTimeOffset LookedAt => new(Interlocked.Read(ref lookedAt), TimeSpan.Zero);

    /// <summary>Returns once nothing more is due that could be done now.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        long before;
        int made;
        do
        {
            before = queues.Sent;
            made = await LookAsync(cancellationToken);
            await queues.WhenIdleAsync(cancellationToken);
        }
        while (made > 0 || queues.Sent > before);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await queues.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var hasBegun = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!hasBegun)
                {
                    await InScopeAsync<DueDigests, bool>(async digests => { await digests.PlanAllAsync(stoppingToken); return true; });
                    hasBegun = true;
                }

                await LookAsync(stoppingToken);
                await turn.Due.WaitAsync(await FindPauseAsync(stoppingToken), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (e is not NotKeptException)
                {
                    LogLookFailed(e);
                }

                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Returns how long nothing falls due.</summary>
    private async Task<TimeSpan> FindPauseAsync(CancellationToken cancellationToken)
    {
        if (isSending)
        {
            return Pause;
        }

        var next = await InScopeAsync<DueTimes, DateTimeOffset?>(times => times.FindNextAsync(cancellationToken)) - time.GetUtcNow();
        return next < Longest ? next > TimeSpan.Zero ? next.Value : Pause : Longest;
    }

    /// <summary>Makes one look and hands what is due to the queues. Returns the number of digests and closed rounds.</summary>
    private async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await LearnAsync(cancellationToken);
            await BeginAsync(cancellationToken);
            var made = await LookAtClaimsAsync(cancellationToken) + await MakeDigestsAsync(cancellationToken);
            Interlocked.Exchange(ref lookedAt, time.GetUtcNow().UtcTicks);
            return made;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<int> LookAtClaimsAsync(CancellationToken cancellationToken)
    {
        var (closed, seen) = (0, new HashSet<DueClaim>());
        while ((await FindClaimsAsync(cancellationToken)).Where(seen.Add).ToList() is { Count: > 0 } due)
        {
            foreach (var claim in due)
            {
                closed += await LookAtAsync(claim, cancellationToken) ? 1 : 0;
            }

            await BeginAsync(cancellationToken);
        }

        return closed;
    }

    private Task<IReadOnlyList<DueClaim>> FindClaimsAsync(CancellationToken cancellationToken) =>
        InScopeAsync<DueClaims, IReadOnlyList<DueClaim>>(claims => claims.FindAsync(AtOnce, cancellationToken));

    private async Task<bool> LookAtAsync(DueClaim due, CancellationToken cancellationToken)
    {
        try
        {
            return await InScopeAsync<DueClaims, bool>(claims => claims.LookAsync(due, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException and not NotKeptException)
        {
            // The boundary of one claim: the others are still looked at.
            LogClaimFailed(e, due.Claim, due.TeamId);
            return await InScopeAsync<DueClaims, bool>(async claims => { await claims.PostponeAsync(due, cancellationToken); return false; });
        }
    }

    private async Task<int> MakeDigestsAsync(CancellationToken cancellationToken)
    {
        var made = 0;
        foreach (var teams in (await InScopeAsync<DueDigests, IReadOnlyList<TeamId>>(d => d.FindTeamsAsync(cancellationToken))).Chunk(AtOnce))
        {
            foreach (var team in teams)
            {
                made += await MakeDigestAsync(team, cancellationToken) ? 1 : 0;
            }

            await BeginAsync(cancellationToken);
        }

        return made;
    }

    private async Task<bool> MakeDigestAsync(TeamId team, CancellationToken cancellationToken)
    {
        try
        {
            return await InScopeAsync<DueDigests, bool>(digests => digests.MakeAsync(team, cancellationToken));
        }
        catch (DbUpdateException e) when (SaveRace.IsIn(e))
        {
            // Someone changed the team in the meantime; the next look reads it again.
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException and not NotKeptException)
        {
            // The boundary of one team: the others still get their digests.
            LogDigestFailed(e, team);
            return false;
        }
    }

    private async Task LearnAsync(CancellationToken cancellationToken)
    {
        try
        {
            await InScopeAsync<ReviewerDirectory, bool>(async reviewers => { await reviewers.LearnAsync(cancellationToken); return true; });
        }
        catch (DbUpdateException e) when (SaveRace.IsIn(e))
        {
            // A command recorded the same person in the meantime; the next look finds them there.
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        var due = await InScopeAsync<DuePosts, IReadOnlyList<PostQueue>>(posts => posts.ToSendAsync(cancellationToken));
        isSending = due.Count > 0;
        queues.Begin(due);
    }

    private async Task<TResult> InScopeAsync<T, TResult>(Func<T, Task<TResult>> doAsync)
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await doAsync(scope.ServiceProvider.GetRequiredService<T>());
    }

    [LoggerMessage(LogLevel.Error, "The digest of team {Team} could not be made")]
    private partial void LogDigestFailed(Exception e, TeamId team);

    [LoggerMessage(LogLevel.Error, "The claim {Claim} (by its row) of team {Team} could not be looked at; it is again in ten minutes")]
    private partial void LogClaimFailed(Exception e, long claim, TeamId team);

    [LoggerMessage(LogLevel.Error, "A look at what is due failed; the next one begins anew")]
    private partial void LogLookFailed(Exception e);
}
