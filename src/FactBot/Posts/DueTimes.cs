using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>When something falls due next, by the indexes of posts, claims and teams.</summary>
public sealed class DueTimes(FactBotDbContext db, TimeProvider time)
{
    /// <summary>Returns the instant; in the past if something is due that could not be done, null if there is none.</summary>
    public Task<DateTimeOffset?> FindNextAsync(CancellationToken cancellationToken)
    {
        // Posts that are due now wait for their thread or channel, and that is something in the future, or raises the signal.
        var now = time.GetUtcNow();
        return db.Posts.IgnoreQueryFilters().Where(p => p.DueAt > now).OrderBy(p => p.DueAt).Select(p => p.DueAt).Take(1)
            .Concat(db.Claims.IgnoreQueryFilters().Select(c => EF.Property<DateTimeOffset?>(c, NextLook.Column)).Where(at => at < DateTimeOffset.MaxValue).OrderBy(at => at).Take(1))
            .Concat(db.Teams.Select(t => EF.Property<DateTimeOffset?>(t, NextLook.Column)).Where(at => at < DateTimeOffset.MaxValue).OrderBy(at => at).Take(1))
            .OrderBy(at => at).FirstOrDefaultAsync(cancellationToken);
    }
}
