using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Evidence;

/// <summary>Asks the tables which sources' pages were not kept yet, every few seconds, and keeps them; apart from the posts, since pages are slow.</summary>
public sealed partial class ArchiveLoop(IServiceScopeFactory scopes, TimeProvider time, ILogger<ArchiveLoop> log)
    : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Keeps all pages that are due.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        IReadOnlyList<DueSource> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<SourceArchive>().FindDueAsync(cancel);
        }

        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, KeepAsync);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SettleAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogLookFailed(e);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask KeepAsync(DueSource due, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<SourceArchive>().KeepAsync(due, cancel);
        }
        catch (DbUpdateException e) when (SaveRace.IsIn(e))
        {
            // Somebody changed the team meanwhile; the next look finds the source again.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The edge of one source: the others are kept all the same.
            LogFailed(e, due.Source, due.Claim);
        }
    }

    [LoggerMessage(LogLevel.Error, "The page of source {Source} of the claim with id {Claim} could not be kept")]
    private partial void LogFailed(Exception e, int source, long claim);

    [LoggerMessage(LogLevel.Error, "A look for pages to keep failed; the next one begins anew")]
    private partial void LogLookFailed(Exception e);
}
