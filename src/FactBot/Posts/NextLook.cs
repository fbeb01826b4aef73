using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>
/// When the loop next has to look at a claim or a team, because time alone may have changed something there. An indexed column
/// of their rows; null while only people can change anything. A migration that needs all of them looked at sets it to 0.
/// </summary>
internal static class NextLook
{
    /// <summary>The column's name.</summary>
    public const string Column = "NextLookAt";

    /// <summary>Returns the next instant after the present one at which time changes what the claim or its posts show.</summary>
    public static DateTimeOffset? Of(Claim claim, DateTimeOffset now) =>
        StepsOf(claim).Concat(PublicationsOf(claim)).Where(at => at > now).Min(at => (DateTimeOffset?)at);

    /// <summary>Returns when to look at a claim that was changed: if its reviewers are waited for, no later than planned.</summary>
    public static DateTimeOffset? AfterChange(Claim claim, DateTimeOffset? planned, DateTimeOffset now) =>
        Of(claim, now) is var next && StepsOf(claim).Any() && (next is null || planned < next) ? planned : next;

    /// <summary>Has these claims looked at now.</summary>
    public static Task AskAsync(IQueryable<Claim> claims, DateTimeOffset now, CancellationToken cancellationToken) =>
        claims.ExecuteUpdateAsync(s => s.SetProperty(c => EF.Property<DateTimeOffset?>(c, Column), now), cancellationToken);

    /// <summary>Has these teams looked at now.</summary>
    public static Task AskAsync(IQueryable<Team> teams, DateTimeOffset now, CancellationToken cancellationToken) =>
        teams.ExecuteUpdateAsync(s => s.SetProperty(t => EF.Property<DateTimeOffset?>(t, Column), now), cancellationToken);

    /// <summary>Plans the next look. The caller saves.</summary>
    public static void Plan(FactBotDbContext db, object subject, DateTimeOffset? at)
    {
        var column = db.Entry(subject).Property(Column);
        column.CurrentValue = at;
        // Written even if it seems the same: another change may have moved it since this one was read.
        column.IsModified = db.Entry(subject).State != EntityState.Added;
    }

    public static DateTimeOffset? Planned(FactBotDbContext db, object subject) => (DateTimeOffset?)db.Entry(subject).Property(Column).CurrentValue;

    /// <summary>When the claim's reviewers are reminded, and its round may close.</summary>
    private static IEnumerable<DateTimeOffset> StepsOf(Claim claim) => claim.Stage == Stage.Open
        ? claim.OpenAssignments.SelectMany(a => new[] { a.HalfTime, a.Due, a.Due + Domain.Assignments.Assignment.OfferedAfter })
        : [];

    /// <summary>When its verdicts become public or are replaced.</summary>
    private static IEnumerable<DateTimeOffset> PublicationsOf(Claim claim) =>
        claim.Verdicts.SelectMany(v => new[] { v.PublishedAt, v.ReplacedAt ?? v.PublishedAt });
}
