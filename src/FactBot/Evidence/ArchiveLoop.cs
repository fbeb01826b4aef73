using FactBot.Domain;
using FactBot.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Evidence;

/// <summary>
/// Checks the tables every few seconds for sources whose pages haven't been kept, and keeps them, with one queue per
/// team. Separate from the posts, because pages are slow.
/// </summary>
public sealed partial class ArchiveLoop(IServiceScopeFactory scopes, TimeProvider time, ILogger<ArchiveLoop> log)
    : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly TeamLanes lanes = new(AtOnce);

    /// <summary>Keeps all pages that are due.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken) => await Task.WhenAll(await BeginAsync(cancellationToken));

    public override void Dispose()
    {
        lanes.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BeginAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogLookFailed(e);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await lanes.WhenIdleAsync();
    }

    /// <summary>Starts the queues of the teams that have something due.</summary>
    private async Task<IReadOnlyList<Task>> BeginAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var teams = await scope.ServiceProvider.GetRequiredService<SourceArchive>().FindTeamsAsync(cancellationToken);
        return [.. teams.Select(team => lanes.Begin(team, c => KeepNextAsync(team, c), cancellationToken))];
    }

    private async Task<bool> KeepNextAsync(TeamId team, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var archive = scope.ServiceProvider.GetRequiredService<SourceArchive>();
        DueSource? due = null;
        var isBegun = false;
        try
        {
            due = await archive.FindNextAsync(team, cancellationToken);
            isBegun = due is not null && await archive.BeginAsync(due, cancellationToken);
            await (due is null ? Task.CompletedTask : archive.KeepAsync(due, isBegun, cancellationToken));
            return due is not null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The boundary of one source: the others are still kept. If the attempt couldn't be recorded, they are kept later.
            LogFailed(e, due?.Source ?? 0, due?.Claim ?? 0);
            return isBegun;
        }
    }

    [LoggerMessage(LogLevel.Error, "The page of source {Source} of the claim with id {Claim} could not be kept")]
    private partial void LogFailed(Exception e, int source, long claim);

    [LoggerMessage(LogLevel.Error, "A look for pages to keep failed; the next one begins anew")]
    private partial void LogLookFailed(Exception e);
}
