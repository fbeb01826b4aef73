using FactBot.Audit;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;
using FactBot.Votes;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>Erases what is past the time for which a team keeps it; see <see cref="KeepTimes"/>.</summary>
internal sealed class PastKeeping(DeskContext db, TimeProvider time)
{
    /// <summary>Erases it for the current team, in one transaction with an entry in its audit trail that tells of it.</summary>
    public async Task EraseAsync(CancellationToken cancel)
    {
        using var turn = await db.HoldTurnAsync(cancel);
        var team = await db.Teams.SingleAsync(t => t.Id == db.CurrentTeam, cancel);
        var now = time.GetUtcNow();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var erased = await EraseTextsAsync(team.Keeps, now, cancel);
            var entries = await EraseReasonsAsync(team.Keeps, now, cancel);
            if (erased + entries.Count == 0)
            {
                return;
            }

            db.Do(db.ActOf(team), new PastErased(entries));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        await db.EndErasureAsync(cancel);
    }

    private async Task<int> EraseTextsAsync(KeepTimes keeps, DateTimeOffset now, CancellationToken cancel)
    {
        var erased = 0;
        if (keeps.Pages > 0)
        {
            var fetchedSince = now.AddDays(-keeps.Pages);
            erased += await db.KeptTexts
                .Where(t => !db.Claims.SelectMany(c => c.Sources).Any(s => s.Archive!.Hash == t.Hash && s.Archive.At > fetchedSince))
                .ExecuteDeleteAsync(cancel);
        }

        if (keeps.Offers > 0)
        {
            var offeredBy = now.AddDays(-keeps.Offers);
            erased += await db.Offers.Where(o => o.At <= offeredBy).ExecuteDeleteAsync(cancel);
        }

        var keptBy = now.AddDays(-keeps.Messages);
        return erased + await db.KeptMessages.Where(m => m.KeptAt <= keptBy).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The reasons of votes on claims that are decided for so long, and the numbers of the entries that lost them.</summary>
    private async Task<IReadOnlyList<int>> EraseReasonsAsync(KeepTimes keeps, DateTimeOffset now, CancellationToken cancel)
    {
        if (keeps.Reasons == 0)
        {
            return [];
        }

        var decidedBy = now.AddDays(-keeps.Reasons);
        var claims = await db.ClaimsWhole
            .Where(c => (c.Stage == Stage.Published || c.Stage == Stage.Retracted)
                && c.Verdicts.All(v => v.PublishedAt <= decidedBy) && c.Ballots.Any(b => b.Reason != Ballot.NoReason))
            .ToListAsync(cancel);
        var subjects = claims.ConvertAll(c => $"claim {c.Name}");
        var votes = await db.Audit.Where(e => subjects.Contains(e.Subject) && e.Action == VoteCast.Name && e.Details != null)
            .Select(e => e.Number).ToListAsync(cancel);
        claims.ForEach(c => c.Ballots.ToList().ForEach(b => b.EraseReason()));
        await db.Audit.Where(e => votes.Contains(e.Number)).ExecuteUpdateAsync(s => s.SetProperty(e => e.Details, (string?)null), cancel);
        return votes;
    }
}
