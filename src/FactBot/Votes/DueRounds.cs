using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Votes;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Votes;

/// <summary>Finds and closes rounds that end at their due time. Reads only the tables, so a restart changes nothing.</summary>
public sealed class DueRounds(FactBotDbContext db, TimeProvider time)
{
    /// <summary>Returns claims of all teams with a round without rules, or whose missing votes are due but unneeded.</summary>
    public async Task<IReadOnlyList<DueRound>> FindAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.Claims.IgnoreQueryFilters().Where(c => c.Stage == Stage.Open)
            .Where(c => c.RoundRules == null
                || (c.Assignments.Any(a => a.State == AssignmentState.Open)
                    && c.Assignments.All(a => a.State != AssignmentState.Open || a.Due <= now)
                    && c.Ballots.Count(b => b.Round == c.Round && !b.IsSetAside) >= c.RoundRules.VotesNeeded))
            .Select(c => new DueRound(c.TeamId, c.Id)).ToListAsync(cancellationToken);
    }

    /// <summary>Gives the round its rules if it has none, and closes it if it's due, unless that was done already.</summary>
    public async Task DoAsync(DueRound due, CancellationToken cancellationToken)
    {
        db.CurrentTeam = due.TeamId;
        var team = await db.Teams.SingleAsync(t => t.Id == due.TeamId, cancellationToken);
        var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == due.Claim, cancellationToken);
        var context = db.ContextFor(team);
        if (claim is { Stage: Stage.Open, RoundRules: null })
        {
            db.Apply(context, claim, new RoundRulesKept(RoundRules.Of(team.Rules)));
        }

        if (claim.Stage == Stage.Open && claim.RoundDue <= context.At && claim.HasVotesNeeded(team.Rules))
        {
            db.Apply(context, claim, new RoundClosed());
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A round in which the bot has something to do by itself.</summary>
public sealed record DueRound(TeamId TeamId, long Claim);
