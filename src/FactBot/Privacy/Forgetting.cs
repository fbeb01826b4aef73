using FactBot.Assignments;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Posts;
using FactBot.Storage;
using FactBot.Teams;
using FactBot.Votes;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>
/// Takes a person out of a team's tables: where they stood a pseudonym stands, so that counts stay true, and their words go.
/// All of it is one transaction.
/// </summary>
internal sealed class Forgetting(DeskContext db, Sightings sightings)
{
    public async Task ForgetAsync(Team team, Request request, CancellationToken cancel)
    {
        using var turn = await db.HoldTurnAsync(cancel);
        await db.Entry(team).ReloadAsync(cancel);
        var person = request.Person.Id;
        var former = new PersonId((ulong)team.FormerMembers + 1);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var entries = await EraseTrailAsync(person, cancel);
            await EraseWordsAsync(person, cancel);
            await PutAsync(former, person, cancel);
            db.ChangeTracker.Clear();
            team = await db.Teams.SingleAsync(t => t.Id == team.Id, cancel);
            var act = db.ActOf(team, request) with { By = former };
            db.Do(act, new PersonForgotten(entries));
            await EndWorkAsync(former, act, cancel);
            await db.SaveChangesAsync(cancel);
            await ShowAgainAsync(former, cancel);
            sightings.Forget(team.Id, person);
            await transaction.CommitAsync(cancel);
        }

        await db.EndErasureAsync(cancel);
    }

    /// <summary>Takes the person out of the audit trail and tells of which entries.</summary>
    private async Task<IReadOnlyList<int>> EraseTrailAsync(PersonId person, CancellationToken cancel)
    {
        var named = $"\"{person}\"";
        var entries = await db.Audit.AsNoTracking()
            .Where(e => e.Who == person || (e.Details != null && e.Details.Contains(named))).ToListAsync(cancel);
        var lost = entries.Where(e => e.Details?.Contains(named, StringComparison.Ordinal) == true || e.Deed is ClaimDeed or ClaimSubmitted)
            .Select(e => e.Number).ToList();
        await db.Posts.Where(p => p.Kind == PostKind.Notice && p.Message != null && lost.Contains((int)p.Subject))
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Wanted, p => p.Wanted + 1), cancel);
        await db.Audit.Where(e => lost.Contains(e.Number)).ExecuteUpdateAsync(s => s.SetProperty(e => e.Details, (string?)null), cancel);
        await db.Audit.Where(e => e.Who == person).ExecuteUpdateAsync(s => s.SetProperty(e => e.WhoSalt, (string?)null), cancel);
        return [.. entries.Select(e => e.Number).Order()];
    }

    /// <summary>What only they wrote, and what was made for them alone.</summary>
    private async Task EraseWordsAsync(PersonId person, CancellationToken cancel)
    {
        await db.Claims.SelectMany(c => c.Ballots).Where(b => b.Reviewer == person)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.Reason, Ballot.NoReason), cancel);
        await db.Claims.SelectMany(c => c.Assignments).Where(a => a.Reviewer == person && a.Reason != null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Reason, (string?)null), cancel);
        await db.Posts.Where(p => p.Message != null && db.Claims.SelectMany(c => c.Assignments).Any(a => a.Id == p.Subject && a.Reviewer == person)
                && (p.Kind == PostKind.HalfwayReminder || p.Kind == PostKind.DueReminder || p.Kind == PostKind.OverdueOffer))
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Wanted, p => p.Wanted + 1), cancel);
        await db.Posts.Where(p => p.Kind == PostKind.PersonalDigest && db.Digests.Any(d => d.Id == p.Subject && d.Reader == person))
            .ExecuteDeleteAsync(cancel);
        await db.Digests.Where(d => d.Reader == person).ExecuteDeleteAsync(cancel);
        await db.Offers.Where(o => o.Person == person).ExecuteDeleteAsync(cancel);
        await db.KeptMessages.Where(m => m.Author == person).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The pseudonym takes the person's place in every column.</summary>
    private async Task PutAsync(PersonId former, PersonId person, CancellationToken cancel)
    {
        foreach (var column in PersonColumn.In(db.Model))
        {
            var team = column.HasTeam ? "\"TeamId\" = {2}" : "\"ClaimId\" IN (SELECT \"Id\" FROM \"Claims\" WHERE \"TeamId\" = {2})";
            var (table, name) = (column.Table, column.Column);
            var sql = column switch
            {
                { IsKey: true } => $"DELETE FROM \"{table}\" WHERE \"{name}\" = {{1}} AND {team}",
                { IsJson: true } => $"UPDATE \"{table}\" SET \"{name}\" = replace(\"{name}\", {{1}}, {{0}}) WHERE instr(\"{name}\", {{1}}) > 0 AND {team}",
                _ => $"UPDATE \"{table}\" SET \"{name}\" = {{0}} WHERE \"{name}\" = {{1}} AND {team}",
            };
            object[] values = column.IsJson
                ? [$"{former}", $"{person}", (long)db.CurrentTeam.Value]
                : [(long)former.Value, (long)person.Value, (long)db.CurrentTeam.Value];
            await db.Database.ExecuteSqlRawAsync(sql, values, cancel);
        }
    }

    /// <summary>What they had begun is given back: their claims that nobody works on, their reviews and their open votes.</summary>
    private async Task EndWorkAsync(PersonId former, Act act, CancellationToken cancel)
    {
        var claims = await db.ClaimsWhole.Where(c => c.SubmittedBy == former || c.Assignments.Any(a => a.Reviewer == former)
            || c.Ballots.Any(b => b.Reviewer == former) || c.Sources.Any(s => s.Author == former) || c.Recusals.Any(r => r.Person == former)).ToListAsync(cancel);
        foreach (var claim in claims)
        {
            if (claim.SubmittedBy == former && claim.Stage == Stage.Submitted)
            {
                db.Do(act, claim, new ClaimWithdrawn());
            }
            else if (Stages.ToRecuse.Contains(claim.Stage) && claim.IsOpenTo(former)
                && (claim.Panel.Any(a => a.Reviewer == former) || claim.BallotsOfRound.Any(b => b.Reviewer == former)))
            {
                db.Do(act, claim, new ReviewerRecused(null));
            }

            if (claim.SubmittedBy == former && claim.Stage is Stage.Withdrawn or Stage.Rejected or Stage.Duplicate)
            {
                claim.Erase();
            }

            claim.EraseRecusalReason(former);
            foreach (var source in claim.Sources.Where(s => s.Author == former))
            {
                source.Erase(act.At);
            }
        }
    }

    /// <summary>Whatever shows them is shown anew, and texts that nothing points to any more go.</summary>
    private async Task ShowAgainAsync(PersonId former, CancellationToken cancel)
    {
        await db.Claims.Where(c => c.SubmittedBy == former || c.Assignments.Any(a => a.Reviewer == former)
                || c.Ballots.Any(b => b.Reviewer == former) || c.Sources.Any(s => s.AddedBy == former || s.Author == former)
                || c.Wants.Any(w => w.Person == former) || c.Recusals.Any(r => r.Person == former)
                || c.Verdicts.Any(v => v.PublishedBy == former || v.ApprovedBy == former || v.RetractedBy == former))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Revision, c => c.Revision + 1), cancel);
        await db.Claims.SelectMany(c => c.Verdicts).Where(v => v.PublishedBy == former || v.ApprovedBy == former || v.RetractedBy == former
                || v.Dissents.Any(d => d.Reviewer == former))
            .ExecuteUpdateAsync(s => s.SetProperty(v => v.Revision, v => v.Revision + 1), cancel);
        await db.KeptTexts.Where(t => !db.Claims.SelectMany(c => c.Sources).Any(s => s.Archive!.Hash == t.Hash)).ExecuteDeleteAsync(cancel);
    }
}
