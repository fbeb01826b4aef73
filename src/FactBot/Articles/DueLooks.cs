using FactBot.Chat;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary>Which articles were last looked at a day ago: asked of the tables, so a restart changes nothing.</summary>
public sealed class DueLooks(DeskContext db, ArticleLook look, TimeProvider time)
{
    /// <summary>Articles are watched for a month after they were added; silent edits come early.</summary>
    private static readonly TimeSpan Watched = TimeSpan.FromDays(30);

    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>The article that has waited longest to be looked at, of any team; null where none is due.</summary>
    public async Task<(TeamId Team, long Article)?> FindNextAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (due, oldest) = (now - Pause, now - Watched);
        var next = await db.Articles.IgnoreQueryFilters()
            .Where(a => a.Url != null && a.CheckedAt != null && a.CheckedAt <= due && a.AddedAt >= oldest)
            .OrderBy(a => a.CheckedAt).Select(a => new { a.TeamId, a.Id }).FirstOrDefaultAsync(cancel);
        return next is null ? null : (next.TeamId, next.Id);
    }

    /// <summary>Looks at the article and keeps what was found.</summary>
    public async Task LookAsync(TeamId teamId, long id, CancellationToken cancel)
    {
        db.CurrentTeam = teamId;
        var article = await db.Articles.SingleAsync(a => a.Id == id, cancel);
        var (result, page) = await look.FetchAsync(article, cancel);
        // Read anew after the network, so that what others did meanwhile is not overwritten.
        await db.Entry(article).ReloadAsync(cancel);
        var team = await db.Teams.SingleAsync(t => t.Id == teamId, cancel);
        await look.TakeAsync(article, result, page, db.ActOf(team), cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Lets the article wait until tomorrow.</summary>
    public Task PutOffAsync(long id, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return db.Articles.IgnoreQueryFilters().Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.CheckedAt, now), cancel);
    }
}
