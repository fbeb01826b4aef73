using FactBot.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FactBot.Storage;

/// <summary>Not part of a team's record: it only says that work is in progress, which an export leaves out.</summary>
internal sealed class PageTryTable : IEntityTypeConfiguration<PageTry>
{
    public void Configure(EntityTypeBuilder<PageTry> builder) => builder.HasKey(t => new { t.Kind, t.Subject });
}

/// <summary>Records attempts to fetch pages.</summary>
internal static class PageTryRows
{
    /// <summary>Returns the attempts so far; adds a row if there was none, which the caller saves.</summary>
    public static async Task<PageTry> GetPageTryAsync(this FactBotDbContext db, PageKind kind, long subject, CancellationToken cancellationToken) =>
        await db.PageTries.FindAsync([kind, subject], cancellationToken) ?? db.PageTries.Add(new PageTry(kind, subject)).Entity;

    /// <summary>Records the start of an attempt, before it is made.</summary>
    public static async Task BeginPageTryAsync(this FactBotDbContext db, PageKind kind, long subject, CancellationToken cancellationToken)
    {
        (await db.GetPageTryAsync(kind, subject, cancellationToken)).Begin(db.Time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Records that the attempts have ended, with whatever result. The caller saves.</summary>
    public static async Task EndPageTryAsync(this FactBotDbContext db, PageKind kind, long subject, CancellationToken cancellationToken)
    {
        if (await db.PageTries.FindAsync([kind, subject], cancellationToken) is { } begun)
        {
            db.PageTries.Remove(begun);
        }
    }
}
