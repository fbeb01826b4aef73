using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Teams;
using FactBot.Pages;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary>Finds the articles that were last checked a day ago. It queries the tables, so a restart changes nothing.</summary>
public sealed class DueLooks(FactBotDbContext db, ArticleLook look, TimeProvider time)
{
    /// <summary>Articles are watched for a month after they're added, since silent edits come early.</summary>
    private static readonly TimeSpan Watched = TimeSpan.FromDays(30);

    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    private IQueryable<Article> Due
    {
        get
        {
            var now = time.GetUtcNow();
            var (due, oldest) = (now - Pause, now - Watched);
            return db.Articles.IgnoreQueryFilters()
                .Where(a => a.Url != null && a.CheckedAt != null && a.CheckedAt <= due && a.AddedAt >= oldest
                    && !db.PageTries.Any(t => t.Kind == PageKind.Article && t.Subject == a.Id && (t.NextAt > now || t.Tries >= PageTry.Most)));
        }
    }

    /// <summary>Finds the teams that have an article due.</summary>
    public async Task<IReadOnlyList<TeamId>> FindTeamsAsync(CancellationToken cancellationToken) =>
        await Due.Select(a => a.TeamId).Distinct().ToListAsync(cancellationToken);

    /// <summary>Finds the team's article that has waited longest; null if none is due.</summary>
    public async Task<long?> FindNextAsync(TeamId team, CancellationToken cancellationToken) =>
        await Due.Where(a => a.TeamId == team).OrderBy(a => a.CheckedAt).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Records that a check begins, so that one that's cut short is retried later.</summary>
    public Task BeginAsync(long id, CancellationToken cancellationToken) => db.BeginPageTryAsync(PageKind.Article, id, cancellationToken);

    /// <summary>Checks the article and saves what was found.</summary>
    public async Task LookAsync(TeamId teamId, long id, CancellationToken cancellationToken)
    {
        db.CurrentTeam = teamId;
        var article = await db.Articles.SingleAsync(a => a.Id == id, cancellationToken);
        var (result, page) = await look.FetchAsync(article, cancellationToken);
        // Holding the turn keeps others from changing the team meanwhile, so the page isn't fetched again for a conflict.
        // Reloading the article keeps changes that others made during the fetch.
        using var turn = await db.HoldTurnAsync(cancellationToken);
        await db.Entry(article).ReloadAsync(cancellationToken);
        var team = await db.Teams.SingleAsync(t => t.Id == teamId, cancellationToken);
        await look.TakeAsync(article, result, page, db.ContextFor(team), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
