using FactBot.Domain.Claims;
using FactBot.Domain.Verdicts;
using FactBot.Privacy;
using FactBot.Storage;
using FactBot.Text.Matching;
using FactBot.Text.Terms;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Matching;

/// <summary>
/// Reads the team's claims for matching, each in all its wordings: its own, those of its duplicates, and those that people
/// confirmed as the same.
/// </summary>
internal sealed class KnownClaims(FactBotDbContext db)
{
    /// <summary>Longer than any team's chain of duplicates.</summary>
    private const int LongestChain = 100;

    /// <summary>The id of a claim to leave out.</summary>
    public long? Hidden { get; init; }

    /// <summary>Reads the claims that the ids lead to; a claim is returned once for each of its wordings.</summary>
    /// <param name="ids">The ids that the index proposed.</param>
    /// <param name="text">The text to compare with the claims.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyList<KnownClaim>> ReadAsync(IReadOnlyList<long> ids, MatchText text, CancellationToken cancellationToken)
    {
        var proposed = await RowsAsync(c => ids.Contains(c.Id) && c.Id != Hidden, cancellationToken);
        var numbers = proposed.Select(r => r.Number).ToList();
        var wordings = await db.Wordings.Where(w => numbers.Contains(w.Claim)).Select(w => new { w.Claim, w.Text }).ToListAsync(cancellationToken);
        var byNumber = await WithOriginalsAsync(proposed, cancellationToken);
        // An article's title doesn't tell several claims from that article apart.
        var shared = proposed.Where(r => r.Title is not null).GroupBy(r => r.Title).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var known = new List<KnownClaim>(proposed.Count);
        foreach (var row in proposed)
        {
            var target = TargetOf(row, byNumber);
            foreach (var words in wordings.Where(w => w.Claim == row.Number).Select(w => w.Text).Prepend(row.Text))
            {
                Take(words, row, target);
            }
        }

        return known;

        void Take(string words, Row row, Row? target)
        {
            if (target is null || words == ErasedWords.Claim || target.Text == ErasedWords.Claim || target.Id == Hidden)
            {
                return;
            }

            var face = MatchText.Of(words);
            // A withdrawn claim only shows up for the very same words.
            if (target.Stage != Stage.Withdrawn || Wordings.Between(text, face) == Agreement.Same)
            {
                var own = ReferenceEquals(row, target) && words == row.Text;
                known.Add(new KnownClaim(
                    target.Id, face, MatchText.Of(own && !shared.Contains(row.Title) ? row.Title : null), MatchText.Of(own ? row.Summary : null),
                    target.SaidOn is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : target.SubmittedAt));
            }
        }
    }

    private static Row? TargetOf(Row row, Dictionary<int, Row> byNumber)
    {
        var target = row;
        for (var steps = 0; target is { Stage: Stage.Duplicate, DuplicateOf: { } of }; steps++)
        {
            target = steps < LongestChain ? byNumber.GetValueOrDefault(of) : null;
        }

        return target;
    }

    private async Task<Dictionary<int, Row>> WithOriginalsAsync(List<Row> rows, CancellationToken cancellationToken)
    {
        var all = rows.ToDictionary(r => r.Number);
        for (var steps = 0; steps < LongestChain; steps++)
        {
            var missing = all.Values.Where(r => r is { Stage: Stage.Duplicate, DuplicateOf: not null }).Select(r => r.DuplicateOf!.Value)
                .Where(n => !all.ContainsKey(n)).Distinct().ToList();
            if (missing.Count == 0)
            {
                break;
            }

            foreach (var row in await RowsAsync(c => missing.Contains(c.Number), cancellationToken))
            {
                all[row.Number] = row;
            }
        }

        return all;
    }

    private Task<List<Row>> RowsAsync(System.Linq.Expressions.Expression<Func<Claim, bool>> which, CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow();
        return db.Claims.Where(which).Select(c => new Row(
            c.Id, c.Number, c.Text, c.Stage, c.DuplicateOf, c.SaidOn, c.SubmittedAt,
            db.Articles.Where(a => c.Appearance != null && a.Id == c.Appearance.ArticleId).Select(a => a.Title).FirstOrDefault(),
            c.Verdicts.AsQueryable().Where(Verdict.IsInForce(now)).Select(v => v.Summary).FirstOrDefault())).ToListAsync(cancellationToken);
    }

    private sealed record Row(
        long Id, int Number, string Text, Stage Stage, int? DuplicateOf, DateOnly? SaidOn, DateTimeOffset SubmittedAt, string? Title, string? Summary);
}
