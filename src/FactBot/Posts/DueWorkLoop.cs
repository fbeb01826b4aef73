using System.Threading.Channels;
using FactBot.Assignments;
using FactBot.Digests;
using FactBot.Domain;
using FactBot.Storage;
using FactBot.Votes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Posts;

/// <summary>
/// Checks the tables for what is due, every two seconds and after each change, and hands it to the queues. It keeps no
/// state: after a crash, the next pass finds what the last one left.
/// </summary>
public sealed partial class DueWorkLoop(
    IServiceScopeFactory scopes, PostQueues queues, TimeProvider time, ILogger<DueWorkLoop> log) : BackgroundService
{
    /// <summary>Digests made before the first of them are posted, so that a busy morning starts promptly.</summary>
    private const int DigestsAtOnce = 25;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private long lookedAt = time.GetUtcNow().UtcTicks;
    private readonly Channel<bool> nudges = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>When it last completed a pass; its start time until then.</summary>
    public DateTimeOffset LookedAt => new(Interlocked.Read(ref lookedAt), TimeSpan.Zero);

    /// <summary>Signals a change: check now instead of after the pause.</summary>
    public void Nudge() => nudges.Writer.TryWrite(true);

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
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await WaitAsync(stoppingToken);
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

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(nudges.Reader.WaitToReadAsync(pause.Token).AsTask(), Task.Delay(Pause, time, pause.Token));
        await pause.CancelAsync();
        nudges.Reader.TryRead(out _);
    }

    /// <summary>Makes one pass and hands what is due to the queues. Returns the number of digests and closed rounds.</summary>
    private async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await LearnAsync(cancellationToken);
            var made = await CloseRoundsAsync(cancellationToken);
            await BeginAsync(cancellationToken);
            foreach (var teams in (await FindTeamsAsync(cancellationToken)).Chunk(DigestsAtOnce))
            {
                foreach (var team in teams)
                {
                    made += await MakeDigestAsync(team, cancellationToken) ? 1 : 0;
                }

                await BeginAsync(cancellationToken);
            }

            Interlocked.Exchange(ref lookedAt, time.GetUtcNow().UtcTicks);
            return made;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<bool> MakeDigestAsync(TeamId team, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<DueDigests>().MakeAsync(team, cancellationToken);
        }
        catch (DbUpdateException e) when (SaveRace.IsIn(e))
        {
            // Someone changed the team in the meantime; the next pass, which that change triggers, reads it again.
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException and not NotKeptException)
        {
            // The boundary of one team: the others still get their digests.
            LogDigestFailed(e, team);
            return false;
        }
    }

    private async Task<int> CloseRoundsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var closed = 0;
        foreach (var round in await scope.ServiceProvider.GetRequiredService<DueRounds>().FindAsync(cancellationToken))
        {
            closed += await CloseRoundAsync(round, cancellationToken) ? 1 : 0;
        }

        return closed;
    }

    private async Task<bool> CloseRoundAsync(DueRound round, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<DueRounds>().DoAsync(round, cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (SaveRace.IsIn(e))
        {
            // Someone changed the team in the meantime; the next pass reads the round again.
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary of one round: the others still close.
            LogRoundFailed(e, round.Claim, round.TeamId);
            return false;
        }
    }

    private async Task<IReadOnlyList<TeamId>> FindTeamsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DueDigests>().FindTeamsAsync(cancellationToken);
    }

    private async Task LearnAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<ReviewerDirectory>().LearnAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (SaveRace.IsIn(e))
        {
            // A command recorded the same person in the meantime; the next pass finds them there.
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<DuePosts>();
        await due.MarkAsync(cancellationToken);
        queues.Begin(await due.ToSendAsync(cancellationToken));
    }

    [LoggerMessage(LogLevel.Error, "The digest of team {Team} could not be made")]
    private partial void LogDigestFailed(Exception e, TeamId team);

    [LoggerMessage(LogLevel.Error, "The round of claim {Claim} (by its row) of team {Team} could not be closed")]
    private partial void LogRoundFailed(Exception e, long claim, TeamId team);

    [LoggerMessage(LogLevel.Error, "A look at what is due failed; the next one begins anew")]
    private partial void LogLookFailed(Exception e);
}
