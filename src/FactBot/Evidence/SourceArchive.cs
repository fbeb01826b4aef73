using FactBot.Chat;
using FactBot.Documents;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Pages;
using FactBot.Storage;
using FactBot.Text.Addresses;
using FactBot.Text.Characters;
using FactBot.Text.Pages;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Evidence;

/// <summary>
/// Keeps the pages of sources as text with a hash, or records why not. Temporary failures (a slow, overloaded or unreachable
/// site) are retried as long as their <see cref="PageTry"/> exists; a refusal by the site or a missing page is final.
/// </summary>
public sealed class SourceArchive(FactBotDbContext db, PageFetch pages, DocumentReader reader)
{
    /// <summary>In characters; a longer text is cut.</summary>
    public const int MaxText = 500_000;

    private IQueryable<Source> Due
    {
        get
        {
            var now = db.Time.GetUtcNow();
            return db.Set<Source>().Where(s => s.StruckFor == null
                && (s.Archive == null || (s.Archive.Hash == null && db.PageTries.Any(t => t.Kind == PageKind.Source && t.Subject == s.Id)))
                && !db.PageTries.Any(t => t.Kind == PageKind.Source && t.Subject == s.Id && t.NextAt > now));
        }
    }

    /// <summary>Returns the teams with a source whose page is due to be fetched.</summary>
    public async Task<IReadOnlyList<TeamId>> FindTeamsAsync(CancellationToken cancellationToken) => await Due
        .Join(db.Claims.IgnoreQueryFilters(), s => EF.Property<long>(s, "ClaimId"), c => c.Id, (s, c) => c.TeamId)
        .Distinct().ToListAsync(cancellationToken);

    /// <summary>Returns the team's oldest source whose page is due to be fetched; null if there is none.</summary>
    public async Task<DueSource?> FindNextAsync(TeamId team, CancellationToken cancellationToken) => await Due
        .Join(db.Claims.IgnoreQueryFilters().Where(c => c.TeamId == team), s => EF.Property<long>(s, "ClaimId"), c => c.Id, (s, c) => new { Source = s, ClaimId = c.Id })
        .OrderBy(d => d.Source.Id)
        .Select(d => new DueSource(team, d.ClaimId, d.Source.Id, d.Source.Number, d.Source.Url))
        .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Records the start of an attempt; false if the maximum number of attempts was already reached.</summary>
    public async Task<bool> BeginAsync(DueSource due, CancellationToken cancellationToken)
    {
        var isLeft = (await db.GetPageTryAsync(PageKind.Source, due.Id, cancellationToken)).Tries < PageTry.Most;
        await db.BeginPageTryAsync(PageKind.Source, due.Id, cancellationToken);
        return isLeft;
    }

    /// <summary>Fetches the page of a source, if an attempt is left, and records the result.</summary>
    public async Task KeepAsync(DueSource due, bool isTried, CancellationToken cancellationToken)
    {
        var (text, whyNot, isPassing) = isTried ? await ReadAsync(due.Url, cancellationToken) : (null, $"It was tried {PageTry.Most} times, and each try broke off.", false);
        db.CurrentTeam = due.Team;
        // Nobody else changes the team meanwhile, so a conflict can't force another fetch.
        using var turn = await db.HoldTurnAsync(cancellationToken);
        var team = await db.Teams.SingleAsync(t => t.Id == due.Team, cancellationToken);
        var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == due.Claim, cancellationToken);
        var isLast = !isPassing || (await db.GetPageTryAsync(PageKind.Source, due.Id, cancellationToken)).Tries >= PageTry.Most;
        if (isLast)
        {
            await db.EndPageTryAsync(PageKind.Source, due.Id, cancellationToken);
            whyNot = isPassing ? $"{whyNot} It was tried {PageTry.Most} times." : whyNot;
        }

        if (claim.GetSource(due.Source) is { Archive: null or { Hash: null }, IsStruck: false } source && (source.Archive is null || source.Archive.WhyNot != whyNot))
        {
            var context = db.ContextFor(team);
            var hash = text is null ? null : await db.KeepAsync(text, cancellationToken);
            db.Apply(context, claim, new SourceArchived(due.Source, new PageArchive(context.At, hash, text?.Length ?? 0, whyNot)));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Returns the text of a page, or a sentence why there is none and whether that may be temporary.</summary>
    public async Task<(string? Text, string? WhyNot, bool IsPassing)> ReadAsync(string url, CancellationToken cancellationToken)
    {
        var result = await pages.FetchAsync(new Uri(url), cancellationToken);
        if (result.Page is not { } page)
        {
            return (null, result.WhyNot?.ToString(), result.IsPassing);
        }

        try
        {
            var readable = await reader.ReadAsync(page, cancellationToken);
            return readable.Text.Length == 0
                ? (null, $"The page at {ShownHost.Of(page.Address)} holds no text.", false)
                : (Clip.Cut(readable.Text, MaxText), null, false);
        }
        catch (DeskRuleException e)
        {
            return (null, e.Message, e.IsPassing);
        }
    }
}

/// <summary>A source whose page is due to be kept.</summary>
/// <param name="Team">The team it belongs to.</param>
/// <param name="Claim">The claim's id.</param>
/// <param name="Id">The source's id.</param>
/// <param name="Source">Its number on the claim.</param>
/// <param name="Url">The address of its page.</param>
public sealed record DueSource(TeamId Team, long Claim, long Id, int Source, string Url);
