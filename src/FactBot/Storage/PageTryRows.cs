using FactBot.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FactBot.Storage;

/// <summary>No row of a team: it holds only that work is under way, which an export leaves out.</summary>
internal sealed class PageTryTable : IEntityTypeConfiguration<PageTry>
{
    public void Configure(EntityTypeBuilder<PageTry> builder) => builder.HasKey(t => new { t.Kind, t.Subject });
}

/// <summary>Writes down the tries at pages.</summary>
internal static class PageTryRows
{
    /// <summary>The tries at the page so far; a new row where there was none, whose saving is still to come.</summary>
    public static async Task<PageTry> GetPageTryAsync(this DeskContext db, PageKind kind, long subject, CancellationToken cancel) =>
        await db.PageTries.FindAsync([kind, subject], cancel) ?? db.PageTries.Add(new PageTry(kind, subject)).Entity;

    /// <summary>Writes down that a try begins, before it's made.</summary>
    public static async Task BeginPageTryAsync(this DeskContext db, PageKind kind, long subject, CancellationToken cancel)
    {
        (await db.GetPageTryAsync(kind, subject, cancel)).Begin(db.Time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The try came to an end, whatever it was; saving is still to come.</summary>
    public static async Task EndPageTryAsync(this DeskContext db, PageKind kind, long subject, CancellationToken cancel)
    {
        if (await db.PageTries.FindAsync([kind, subject], cancel) is { } begun)
        {
            db.PageTries.Remove(begun);
        }
    }
}
