using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Votes;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Stats;

/// <summary>Computes a team's statistics; ratings of rounds that are still open are never counted.</summary>
public sealed class StatsReader(FactBotDbContext db, RatingScales scales)
{
    private const int MostNames = 5;

    /// <summary>Reads the current team's statistics from an instant up to another, exclusive.</summary>
    public async Task<DeskStats> ReadAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var submitted = await db.Claims.Where(c => c.SubmittedAt >= from && c.SubmittedAt < until).ToListAsync(cancellationToken);
        var judged = await db.ClaimsWhole
            .Where(c => c.Verdicts.Any(v => v.PublishedAt >= from && v.PublishedAt < until)
                || c.Ballots.Any(b => b.CastAt >= from && b.CastAt < until))
            .AsNoTracking().ToListAsync(cancellationToken);
        var verdicts = judged.SelectMany(c => c.Verdicts, (c, v) => (Claim: c, Verdict: v))
            .Where(v => v.Verdict.PublishedAt >= from && v.Verdict.PublishedAt < until && v.Verdict.IsOut(until)).ToList();
        var publishers = await PublishersAsync(submitted, cancellationToken);
        return new DeskStats(
            submitted.CountBy(c => c.Stage).ToDictionary(),
            verdicts.Count(v => v.Verdict.CorrectedFor is null),
            verdicts.Count(v => v.Verdict.CorrectedFor is not null),
            await db.Claims.SelectMany(c => c.Verdicts).CountAsync(v => v.RetractedAt >= from && v.RetractedAt < until && v.RetractedAt >= v.PublishedAt, cancellationToken),
            Median([.. verdicts.Where(v => v.Verdict.Version == 1).Select(v => v.Verdict.PublishedAt - v.Claim.SubmittedAt)]),
            await db.Claims.SelectMany(c => c.Assignments).CountAsync(a => a.State == AssignmentState.Open && a.Due < until, cancellationToken),
            AgreementOf(judged),
            await LoadsAsync(from, until, cancellationToken),
            Select(submitted.Where(c => c.Claimant is not null).Select(c => (c.Claimant!, c))),
            Select(submitted.Where(c => c.Appearance is not null && publishers.ContainsKey(c.Appearance.ArticleId))
                .Select(c => (publishers[c.Appearance!.ArticleId], c))),
            Select(submitted.SelectMany(c => c.Topics, (c, topic) => (topic, c))));
    }

    /// <summary>Whether the team chose to check it.</summary>
    internal static bool WasAccepted(Stage stage) =>
        stage is Stage.Open or Stage.Disputed or Stage.Agreed or Stage.Published or Stage.Retracted;

    private KrippendorffAlpha AgreementOf(IEnumerable<Claim> claims) => KrippendorffAlpha.Ordinal(claims
        .Where(c => c.IsUnsealed(1))
        .Select(c => c.Ballots.Where(b => b.Round == 1 && !b.IsSetAside)
            .Select(b => scales.Of(c).Find(b.Rating)?.Score).OfType<double>().ToList()));

    private async Task<List<ReviewerLoad>> LoadsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var ballots = await db.Claims.SelectMany(c => c.Ballots)
            .Where(b => !b.IsSetAside && b.CastAt >= from && b.CastAt < until)
            .GroupBy(b => b.Reviewer).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var open = await db.Claims.SelectMany(c => c.Assignments).Where(a => a.State == AssignmentState.Open)
            .GroupBy(a => a.Reviewer).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        // Ordered by id, so that nobody is ranked.
        return
        [
            .. ballots.Keys.Union(open.Keys).OrderBy(r => r.Value)
                .Select(r => new ReviewerLoad(r, ballots.GetValueOrDefault(r), open.GetValueOrDefault(r))),
        ];
    }

    private async Task<Dictionary<long, string>> PublishersAsync(List<Claim> claims, CancellationToken cancellationToken)
    {
        var articles = claims.Select(c => c.Appearance?.ArticleId).OfType<long>().Distinct().ToList();
        return await db.Articles.Where(a => articles.Contains(a.Id) && a.Publisher != null)
            .ToDictionaryAsync(a => a.Id, a => a.Publisher!, cancellationToken);
    }

    private static List<Selection> Select(IEnumerable<(string Name, Claim Claim)> named) =>
    [
        .. named.GroupBy(n => n.Name, n => n.Claim, StringComparer.OrdinalIgnoreCase)
            .Select(g => new Selection(g.Key, g.Count(), g.Count(c => WasAccepted(c.Stage))))
            .OrderByDescending(s => s.Submitted).ThenBy(s => s.Name, StringComparer.Ordinal).Take(MostNames),
    ];

    private static TimeSpan? Median(List<TimeSpan> spans)
    {
        spans.Sort();
        return spans.Count == 0 ? null : (spans[(spans.Count - 1) / 2] + spans[spans.Count / 2]) / 2;
    }
}
