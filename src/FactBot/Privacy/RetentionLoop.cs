using FactBot.Domain;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Privacy;

/// <summary>Erases data past its retention period, checking every team once an hour.</summary>
public sealed partial class RetentionLoop(IServiceScopeFactory scopes, TimeProvider time, ILogger<RetentionLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Checks once.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        List<TeamId> teams;
        await using (var scope = scopes.CreateAsyncScope())
        {
            teams = await scope.ServiceProvider.GetRequiredService<FactBotDbContext>().Teams.Select(t => t.Id).ToListAsync(cancellationToken);
        }

        foreach (var team in teams)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<FactBotDbContext>();
            db.CurrentTeam = team;
            await new PastKeeping(db, time).EraseAsync(cancellationToken);
        }
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

    [LoggerMessage(LogLevel.Error, "A look for what is past its time failed; the next one begins anew")]
    private partial void LogLookFailed(Exception e);
}
