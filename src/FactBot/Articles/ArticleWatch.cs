using FactBot.Posts;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Articles;

/// <summary>
/// Looks once a day at each article's page, one after the other. Beside the desk's own loop, since a slow page must not
/// hold up a post.
/// </summary>
public sealed partial class ArticleWatch(IServiceScopeFactory scopes, DeskLoop loop, TimeProvider time, ILogger<ArticleWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Looks at all articles that are due.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        while (await LookAtNextAsync(cancel))
        {
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
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogRoundFailed(e);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> LookAtNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var looks = scope.ServiceProvider.GetRequiredService<DueLooks>();
        if (await looks.FindNextAsync(cancel) is not var (team, article))
        {
            return false;
        }

        try
        {
            await looks.LookAsync(team, article, cancel);
        }
        catch (DbUpdateException e) when (SaveRace.IsIn(e))
        {
            // Somebody changed the team meanwhile; the article is still due and is looked at again.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The edge of one article: the others are looked at all the same.
            LogFailed(e, article);
            await looks.PutOffAsync(article, cancel);
        }

        loop.Nudge();
        return true;
    }

    [LoggerMessage(LogLevel.Error, "The article {Article} could not be looked at; it is tried again tomorrow")]
    private partial void LogFailed(Exception e, long article);

    [LoggerMessage(LogLevel.Error, "The articles could not be looked at; they are in a minute")]
    private partial void LogRoundFailed(Exception e);
}
