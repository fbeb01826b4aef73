using System.Linq.Expressions;
using FactBot.Audit;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Votes;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>Erases data past a team's retention period; see <see cref="RetentionPolicy"/>.</summary>
internal sealed class PastKeeping(FactBotDbContext db, TimeProvider time)
{
    private readonly Fingerprints prints = Fingerprints.Begin();

    /// <summary>
    /// Erases it for the current team, in one transaction with the audit entry that records it and the row that schedules its
    /// removal from the files. If nothing is past its period, nothing is written.
    /// </summary>
    public async Task EraseAsync(CancellationToken cancellationToken)
    {
        using var turn = await db.HoldTurnAsync(cancellationToken);
        var team = await db.Teams.SingleAsync(t => t.Id == db.CurrentTeam, cancellationToken);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var texts = await EraseTextsAsync(team.Keeps, now, cancellationToken);
        var erased = await EraseOthersAsync(team.Keeps, now, cancellationToken);
        var (entries, left) = await EraseReasonsAsync(team.Keeps, now, cancellationToken);
        if (texts.Count + erased + entries.Count == 0)
        {
            return;
        }

        IReadOnlyList<int> lost = [.. entries.Select(e => e.Number)];
        db.Apply(db.ContextFor(team), new PastErased(lost) { LedTo = Erasure.WaysOf(entries), Lost = lost, Texts = texts });
        await db.SaveChangesAsync(cancellationToken);
        await left.WriteDownAsync(db.ContextFor(team), cancellationToken);
        var erasure = new OpenErasure(team.Id, person: null, now, ErasureLoop.NightAfter(now, time));
        erasure.FindBy(prints);
        db.OpenErasures.Add(erasure);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Erases the texts of pages; returns their hashes.</summary>
    private async Task<IReadOnlyList<string>> EraseTextsAsync(RetentionPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (policy.Pages == 0)
        {
            return [];
        }

        var fetchedSince = now.AddDays(-policy.Pages);
        var past = db.KeptTexts.Where(t => !db.Claims.SelectMany(c => c.Sources).Any(s => s.Archive!.Hash == t.Hash && s.Archive.At > fetchedSince));
        var hashes = await past.Select(t => t.Hash).ToListAsync(cancellationToken);
        await EraseAsync(past, t => t.Text, cancellationToken);
        return hashes;
    }

    private async Task<int> EraseOthersAsync(RetentionPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var erased = 0;
        if (policy.Offers > 0)
        {
            var suggestedBy = now.AddDays(-policy.Offers);
            erased += await EraseAsync(db.DuplicateSuggestions.Where(s => s.At <= suggestedBy), s => s.Text, cancellationToken);
        }

        var keptBy = now.AddDays(-policy.Messages);
        return erased + await EraseAsync(db.KeptMessages.Where(m => m.KeptAt <= keptBy), m => m.Text, cancellationToken);
    }

    private async Task<int> EraseAsync<T>(IQueryable<T> rows, Expression<Func<T, string>> textOf, CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var text in rows.Select(textOf).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            prints.Add(text);
        }

        return prints.IsEmpty && !await rows.AnyAsync(cancellationToken) ? 0 : await rows.ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Erases vote reasons on claims decided long enough ago; returns the affected entries as they were.</summary>
    private async Task<(IReadOnlyList<AuditEntry> Entries, LeftOver Left)> EraseReasonsAsync(RetentionPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (policy.Reasons == 0)
        {
            return ([], LeftOver.Nothing(db));
        }

        var decidedBy = now.AddDays(-policy.Reasons);
        var claims = await db.ClaimsWhole
            .Where(c => (c.Stage == Stage.Published || c.Stage == Stage.Retracted)
                && c.Verdicts.All(v => v.PublishedAt <= decidedBy) && c.Ballots.Any(b => b.Reason != ErasedWords.Reason))
            .ToListAsync(cancellationToken);
        if (claims.Count == 0)
        {
            return ([], LeftOver.Nothing(db));
        }

        var subjects = claims.ConvertAll(c => $"claim {c.Name}");
        string[] actions = [EventWords.Voted, ClaimStands.Name, BallotsStand.Name];
        var votes = await db.Audit.AsNoTracking().Where(e => subjects.Contains(e.Subject) && actions.Contains(e.Action) && e.Details != null).ToListAsync(cancellationToken);
        var left = await LeftOver.OfAsync(db, subjects, cancellationToken);
        var lost = votes.ConvertAll(e => e.Number);
        foreach (var ballot in claims.SelectMany(c => c.Ballots).Where(b => b.Reason != ErasedWords.Reason))
        {
            prints.Add(ballot.Reason);
            ballot.EraseReason(ErasedWords.Reason);
        }

        await db.Audit.Where(e => lost.Contains(e.Number)).ExecuteUpdateAsync(s => s.SetProperty(e => e.Details, (string?)null), cancellationToken);
        return (votes, left);
    }
}
