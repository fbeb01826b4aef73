using FactBot.Assignments;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Votes;

/// <summary>Which rounds close at their due time: asked of the tables, so a restart changes nothing.</summary>
public sealed class DueRounds(DeskContext db, TimeProvider time)
{
    /// <summary>The claims of all teams whose missing votes are due while the others suffice, and those whose round has no rules yet.</summary>
    public async Task<IReadOnlyList<DueRound>> FindAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return await db.Claims.IgnoreQueryFilters().Where(c => c.Stage == Stage.Open)
            .Where(c => c.RoundRules == null
                || (c.Assignments.Any(a => a.State == AssignmentState.Open)
                    && c.Assignments.All(a => a.State != AssignmentState.Open || a.Due <= now)
                    && c.Ballots.Count(b => b.Round == c.Round && !b.IsSetAside) >= c.RoundRules.VotesNeeded))
            .Select(c => new DueRound(c.TeamId, c.Id)).ToListAsync(cancel);
    }

    /// <summary>Does what is due of a round, unless somebody did it meanwhile; a round that now has rules is looked at again.</summary>
    public async Task DoAsync(DueRound due, CancellationToken cancel)
    {
        db.CurrentTeam = due.TeamId;
        var team = await db.Teams.SingleAsync(t => t.Id == due.TeamId, cancel);
        var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == due.Claim, cancel);
        var act = db.ActOf(team);
        if (claim is { Stage: Stage.Open, RoundRules: null })
        {
            db.Do(act, claim, new RoundRulesKept(RoundRules.Of(team.Rules)));
        }

        if (claim.Stage == Stage.Open && claim.RoundDue <= act.At && claim.HasVotesNeeded(team.Rules))
        {
            db.Do(act, claim, new RoundClosed());
        }

        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>A round in which the desk has something to do by itself.</summary>
public sealed record DueRound(TeamId TeamId, long Claim);
