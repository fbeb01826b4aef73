using FactBot.Chat;
using FactBot.Pages;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary>Which articles were last looked at a day ago: asked of the tables, so a restart changes nothing.</summary>
public sealed class DueLooks(FactBotDbContext db, ArticleLook look, TimeProvider time)
{
    /// <summary>Articles are watched for a month after they were added; silent edits come early.</summary>
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

    /// <summary>The teams with an article that is to be looked at now.</summary>
    public async Task<IReadOnlyList<TeamId>> FindTeamsAsync(CancellationToken cancellationToken) =>
        await Due.Select(a => a.TeamId).Distinct().ToListAsync(cancellationToken);

    /// <summary>The team's article that has waited longest to be looked at; null where none is due.</summary>
    public async Task<long?> FindNextAsync(TeamId team, CancellationToken cancellationToken) =>
        await Due.Where(a => a.TeamId == team).OrderBy(a => a.CheckedAt).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Writes down that a look begins, so that one that breaks off is made again later.</summary>
    public Task BeginAsync(long id, CancellationToken cancellationToken) => db.BeginPageTryAsync(PageKind.Article, id, cancellationToken);

    /// <summary>Looks at the article and keeps what was found.</summary>
    public async Task LookAsync(TeamId teamId, long id, CancellationToken cancellationToken)
    {
        db.CurrentTeam = teamId;
        var article = await db.Articles.SingleAsync(a => a.Id == id, cancellationToken);
        var (result, page) = await look.FetchAsync(article, cancellationToken);
        // Nobody else changes the team meanwhile, so that the page isn't fetched again for that. Read anew after the network,
        // so that what others did in between is not overwritten.
        using var turn = await db.HoldTurnAsync(cancellationToken);
        await db.Entry(article).ReloadAsync(cancellationToken);
        var team = await db.Teams.SingleAsync(t => t.Id == teamId, cancellationToken);
        await look.TakeAsync(article, result, page, db.ContextFor(team), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
