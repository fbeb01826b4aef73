using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Votes;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary>The sections of a digest about claims that are waiting.</summary>
internal sealed class ClaimSections(FactBotDbContext db, Team team, ClaimLines lines)
{
    private const int MostWanted = 5;
    private const int MostLate = 3;

    public Task<DigestSection?> DisputedAsync(CancellationToken cancellationToken) =>
        InStageAsync(Stage.Disputed, $"Disputed: an editor decides or adds a reviewer", cancellationToken);

    public Task<DigestSection?> AgreedAsync(CancellationToken cancellationToken) =>
        InStageAsync(Stage.Agreed, $"Agreed: an editor publishes", cancellationToken);

    public Task<DigestSection?> SubmittedAsync(CancellationToken cancellationToken) =>
        InStageAsync(Stage.Submitted, $"Waiting for triage", cancellationToken);

    public async Task<DigestSection?> CorrectionsAsync(CancellationToken cancellationToken)
    {
        var claims = await UrgentFirst(db.Claims.AsNoTracking().Where(c => c.Proposal != null)).Take(ClaimLines.Most).ToListAsync(cancellationToken);
        await lines.LocateAsync(claims.Select(c => c.Id), cancellationToken);
        return DigestSection.Of($"Proposed: a second person approves", [.. claims.Select(lines.Of)]);
    }

    public async Task<DigestSection?> InReviewAsync(CancellationToken cancellationToken)
    {
        var claims = await UrgentFirst(Claims(Stage.Open)).Include(c => c.Ballots).Include(c => c.Assignments)
            .Take(ClaimLines.Most).AsSplitQuery().ToListAsync(cancellationToken);
        await lines.LocateAsync(claims.Select(c => c.Id), cancellationToken);
        return DigestSection.Of($"In review", [.. claims.Select(MissingIn)], await Claims(Stage.Open).CountAsync(cancellationToken));
    }

    /// <summary>Returns reviewers with an overdue ballot, ordered by id so that nobody is ranked.</summary>
    public async Task<DigestSection?> OverdueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open =
            from claim in Claims(Stage.Open)
            from assignment in claim.Assignments
            where assignment.State == AssignmentState.Open
            select new { claim.Id, claim.Number, assignment.Reviewer, assignment.Due };
        var late = await open.Where(a => a.Due < now).OrderBy(a => a.Due)
            .Select(a => new OpenAssignment(a.Id, a.Number, a.Reviewer, a.Due)).ToListAsync(cancellationToken);
        if (late.Count == 0)
        {
            return null;
        }

        var owed = await open.GroupBy(a => a.Reviewer).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var people = late.GroupBy(a => a.Reviewer).OrderBy(g => g.Key.Value).ToList();
        await lines.LocateAsync(people.SelectMany(g => g.Take(MostLate)).Select(a => a.Claim), cancellationToken);
        return DigestSection.Of($"Overdue", [.. people.Select(g => LineOf(g.Key, owed[g.Key], [.. g], now))]);
    }

    public async Task<DigestSection?> WantedAsync(CancellationToken cancellationToken)
    {
        var claims = await db.Claims.AsNoTracking().Where(c => (c.Stage == Stage.Submitted || c.Stage == Stage.Open) && c.Upvotes.Any())
            .OrderByDescending(c => c.Upvotes.Count).ThenBy(c => c.Number).Take(MostWanted).Include(c => c.Upvotes).ToListAsync(cancellationToken);
        await lines.LocateAsync(claims.Select(c => c.Id), cancellationToken);
        return DigestSection.Of($"Most wanted", [.. claims.Select<Claim, Words>(c => $"{lines.Of(c)} · wanted by {c.Upvotes.Count}")]);
    }

    private async Task<DigestSection?> InStageAsync(Stage stage, Words name, CancellationToken cancellationToken)
    {
        var first = await UrgentFirst(Claims(stage)).Take(ClaimLines.Most).ToListAsync(cancellationToken);
        await lines.LocateAsync(first.Select(c => c.Id), cancellationToken);
        return DigestSection.Of(name, [.. first.Select(LineOf)], await Claims(stage).CountAsync(cancellationToken));
    }

    private IQueryable<Claim> Claims(Stage stage) => db.Claims.AsNoTracking().Where(c => c.Stage == stage);

    private static IQueryable<Claim> UrgentFirst(IQueryable<Claim> claims) => claims
        .OrderBy(c => c.Priority == Priority.Breaking ? 0 : c.Priority == Priority.Normal ? 1 : 2)
        .ThenByDescending(c => c.Upvotes.Count).ThenBy(c => c.Number);

    private Words LineOf(Claim claim) =>
        claim.Priority == Priority.Breaking ? $"{lines.Of(claim)} · **breaking**" : lines.Of(claim);

    private Words MissingIn(Claim claim)
    {
        Words seats = claim.FreeSeats(team.Rules) is > 0 and var free ? (Words)$" · {Count.Of(free, "reviewer")} missing" : $"";
        return $"{LineOf(claim)} · {VoteCount.Of(claim, team.Rules)}{seats}";
    }

    private Words LineOf(PersonId reviewer, int owed, List<OpenAssignment> late, DateTimeOffset now)
    {
        Words more = late.Count > MostLate ? (Words)$" and {late.Count - MostLate} more" : $"";
        return $"{reviewer} owes {Count.Of(owed, "vote")}; late: {Words.Join(", ", late.Take(MostLate).Select(a => LineOf(a, now)))}{more}";
    }

    private Words LineOf(OpenAssignment assignment, DateTimeOffset now)
    {
        Words offered = now >= assignment.Due + Assignment.OfferedAfter ? (Words)$" (offered to others)" : $"";
        return $"{lines.NameOf(assignment.Claim, assignment.Number)}, due {assignment.Due:R}{offered}";
    }

    private sealed record OpenAssignment(long Claim, int Number, PersonId Reviewer, DateTimeOffset Due);
}
