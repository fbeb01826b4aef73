using FactBot.Domain;
using FactBot.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Articles;

/// <summary>
/// Checks each article's page once a day, with one lane per team. Runs outside the bot's main loop, so that a slow page doesn't
/// hold up a post.
/// </summary>
public sealed partial class ArticleWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<ArticleWatch> log)
    : BackgroundService
{
    private const int AtOnce = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly TeamLanes lanes = new(AtOnce);

    /// <summary>Checks all articles that are due.</summary>
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
                LogRoundFailed(e);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await lanes.WhenIdleAsync();
    }

    /// <summary>Starts a lane for each team that has an article due, and returns the lanes.</summary>
    private async Task<IReadOnlyList<Task>> BeginAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var teams = await scope.ServiceProvider.GetRequiredService<DueLooks>().FindTeamsAsync(cancellationToken);
        return [.. teams.Select(team => lanes.Begin(team, c => LookAtNextAsync(team, c), cancellationToken))];
    }

    private async Task<bool> LookAtNextAsync(TeamId team, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var looks = scope.ServiceProvider.GetRequiredService<DueLooks>();
        var (id, isBegun) = ((long?)null, false);
        try
        {
            id = await looks.FindNextAsync(team, cancellationToken);
            if (id is not { } article)
            {
                return false;
            }

            await looks.BeginAsync(article, cancellationToken);
            isBegun = true;
            await looks.LookAsync(team, article, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One article's failure doesn't stop the others. If the try couldn't be saved, the lane goes on in the next round.
            LogFailed(e, id ?? 0);
        }

        return isBegun;
    }

    [LoggerMessage(LogLevel.Error, "The article {Article} could not be looked at; it is tried again later")]
    private partial void LogFailed(Exception e, long article);

    [LoggerMessage(LogLevel.Error, "The articles could not be looked at; they are in a minute")]
    private partial void LogRoundFailed(Exception e);
}
