using FactBot.Domain;
using FactBot.Reminders;
using FactBot.Storage;
using FactBot.Votes;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>Finds the claims that time may have changed, and does for each what is due.</summary>
public sealed class DueClaims(FactBotDbContext db, DueRounds rounds, DueReminders reminders, TimeProvider time)
{
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(10);

    /// <summary>Returns claims of all teams to look at now, the longest due first.</summary>
    public async Task<IReadOnlyList<DueClaim>> FindAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.Claims.IgnoreQueryFilters().Where(c => EF.Property<DateTimeOffset?>(c, NextLook.Column) <= now)
            .OrderBy(c => EF.Property<DateTimeOffset?>(c, NextLook.Column)).Take(most)
            .Select(c => new DueClaim(c.TeamId, c.Id)).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Closes the claim's round, reminds its reviewers and marks its posts, as far as that is due, and plans the next look: all
    /// in one transaction.
    /// </summary>
    /// <returns>Whether its round was closed.</returns>
    public async Task<bool> LookAsync(DueClaim due, CancellationToken cancellationToken)
    {
        db.CurrentTeam = due.TeamId;
        // Nobody else writes meanwhile, so that what is planned here doesn't hide what another change plans.
        using var turn = await db.HoldTurnAsync(cancellationToken);
        var team = await db.Teams.SingleAsync(t => t.Id == due.TeamId, cancellationToken);
        var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == due.Claim, cancellationToken);
        var isClosed = rounds.Close(team, claim);
        var heldUntil = await reminders.AddAsync(team, claim, cancellationToken);
        var next = NextLook.Of(claim, time.GetUtcNow());
        NextLook.Plan(db, claim, heldUntil < next || next is null ? heldUntil : next);
        await db.SaveChangesAsync(cancellationToken);
        return isClosed;
    }

    /// <summary>Leaves a claim alone for ten minutes, because a bug or damaged data prevents the look.</summary>
    public Task PostponeAsync(DueClaim due, CancellationToken cancellationToken) =>
        NextLook.AskAsync(db.Claims.IgnoreQueryFilters().Where(c => c.Id == due.Claim), time.GetUtcNow() + UntilMended, cancellationToken);
}

/// <summary>A claim that the loop has to look at.</summary>
public sealed record DueClaim(TeamId TeamId, long Claim);
