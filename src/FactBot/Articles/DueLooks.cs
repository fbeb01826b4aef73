using FactBot.Chat;
using FactBot.Pages;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary>Which articles were last looked at a day ago: asked of the tables, so a restart changes nothing.</summary>
public sealed class DueLooks(DeskContext db, ArticleLook look, TimeProvider time)
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
    public async Task<IReadOnlyList<TeamId>> FindTeamsAsync(CancellationToken cancel) =>
        await Due.Select(a => a.TeamId).Distinct().ToListAsync(cancel);

    /// <summary>The team's article that has waited longest to be looked at; null where none is due.</summary>
    public async Task<long?> FindNextAsync(TeamId team, CancellationToken cancel) =>
        await Due.Where(a => a.TeamId == team).OrderBy(a => a.CheckedAt).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Writes down that a look begins, so that one that breaks off is made again later.</summary>
    public Task BeginAsync(long id, CancellationToken cancel) => db.BeginPageTryAsync(PageKind.Article, id, cancel);

    /// <summary>Looks at the article and keeps what was found.</summary>
    public async Task LookAsync(TeamId teamId, long id, CancellationToken cancel)
    {
        db.CurrentTeam = teamId;
        var article = await db.Articles.SingleAsync(a => a.Id == id, cancel);
        var (result, page) = await look.FetchAsync(article, cancel);
        // Nobody else changes the team meanwhile, so that the page isn't fetched again for that. Read anew after the network,
        // so that what others did in between is not overwritten.
        using var turn = await db.HoldTurnAsync(cancel);
        await db.Entry(article).ReloadAsync(cancel);
        var team = await db.Teams.SingleAsync(t => t.Id == teamId, cancel);
        await look.TakeAsync(article, result, page, db.ActOf(team), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
