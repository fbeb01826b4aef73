using FactBot.Chat;
using FactBot.Documents;
using FactBot.Pages;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Evidence;

/// <summary>Keeps the pages of sources as text, with their hash, or notes why not.</summary>
public sealed class SourceArchive(DeskContext db, PageFetch pages, DocumentReader reader)
{
    /// <summary>In characters; a longer text is cut.</summary>
    public const int MaxText = 500_000;

    /// <summary>The sources of all teams whose page was not tried yet, the oldest first.</summary>
    public async Task<IReadOnlyList<DueSource>> FindDueAsync(CancellationToken cancel) => await db.Claims.IgnoreQueryFilters()
        .SelectMany(c => c.Sources, (c, s) => new { c.TeamId, ClaimId = c.Id, Source = s })
        .Where(s => s.Source.Archive == null && s.Source.StruckFor == null)
        .OrderBy(s => s.Source.Id).Take(50)
        .Select(s => new DueSource(s.TeamId, s.ClaimId, s.Source.Number, s.Source.Url))
        .ToListAsync(cancel);

    /// <summary>Fetches the page of a source, then puts down what came of it.</summary>
    public async Task KeepAsync(DueSource due, CancellationToken cancel)
    {
        var (text, whyNot) = await ReadAsync(due.Url, cancel);
        db.CurrentTeam = due.Team;
        var team = await db.Teams.SingleAsync(t => t.Id == due.Team, cancel);
        var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == due.Claim, cancel);
        var act = db.ActOf(team);
        var hash = text is null ? null : await db.KeepAsync(text, cancel);
        db.Do(act, claim, new SourceArchived(due.Source, new PageArchive(act.At, hash, text?.Length ?? 0, whyNot)));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The text of a page, or in a sentence why there is none.</summary>
    public async Task<(string? Text, string? WhyNot)> ReadAsync(string url, CancellationToken cancel)
    {
        var result = await pages.FetchAsync(new Uri(url), cancel);
        if (result.Page is not { } page)
        {
            return (null, result.WhyNot?.ToString());
        }

        try
        {
            var readable = await reader.ReadAsync(page, cancel);
            return readable.Text.Length == 0
                ? (null, $"The page at {ShownHost.Of(page.Address)} holds no text.")
                : (Clip.Cut(readable.Text, MaxText), null);
        }
        catch (DeskRuleException e)
        {
            return (null, e.Message);
        }
    }
}

/// <summary>A source whose page is to be kept.</summary>
public sealed record DueSource(TeamId Team, long Claim, int Source, string Url);
