using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Matching;

/// <summary>Finds those of the team's claims that say perhaps the same as a text, by what the team itself has decided.</summary>
internal sealed class ClaimMatcher(DeskContext db)
{
    /// <summary>The latest decisions from which the team's weights are learned.</summary>
    private const int Remembered = 1000;

    /// <summary>The likeliest first; none that is less likely than perhaps the same.</summary>
    public async Task<IReadOnlyList<ClaimMatch>> FindAsync(string text, int most, CancellationToken cancel)
    {
        var found = await ClaimRanking.FindAsync(text, db.ClaimSearch, ids => ReadAsync(ids, cancel), await ModelAsync(cancel), cancel);
        var likely = found.Where(f => f.Probability >= MatchModel.PerhapsSame).Take(most).ToList();
        var ids = likely.Select(f => f.Claim.Claim.Id).ToList();
        var claims = await db.Claims.Include(c => c.Verdicts).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        return [.. likely.Select(f => new ClaimMatch(claims[f.Claim.Claim.Id], f.Probability, Write(f.Claim.Signs)))];
    }

    /// <summary>The weights by which this team's claims are compared.</summary>
    public async Task<Logistic> ModelAsync(CancellationToken cancel)
    {
        var decided = await db.Offers.Where(o => o.IsSame != null).OrderByDescending(o => o.Id).Take(Remembered)
            .Select(o => new { o.Signs, o.IsSame }).ToListAsync(cancel);
        return MatchModel.ByHand.Learn(
            [.. decided.Select(d => (Read(d.Signs), d.IsSame!.Value)).Where(d => d.Item1.Length == MatchModel.ByHand.Weights.Count)],
            MatchModel.Caution);
    }

    /// <summary>
    /// An editor found the one claim a duplicate of the other, which counts whatever was answered when it was submitted.
    /// Saving is still to come.
    /// </summary>
    public async Task LearnSameAsync(Claim claim, Claim original, PersonId editor, CancellationToken cancel)
    {
        if (await db.Offers.FirstOrDefaultAsync(o => o.Text == claim.Text && o.Offered == original.Number, cancel) is { } offer)
        {
            offer.Answer(isSame: true);
            return;
        }

        var found = await ClaimRanking.FindAsync(
            claim.Text, db.ClaimSearch, ids => ReadAsync([.. ids.Where(id => id != claim.Id)], cancel), await ModelAsync(cancel), cancel);
        // Where the index would not have proposed it, no weight could have helped.
        if (found.FirstOrDefault(f => f.Claim.Claim.Id == original.Id).Claim is { } comparison)
        {
            offer = new Offer(db.CurrentTeam, editor, claim.Text, original.Number, Write(comparison.Signs), db.Time.GetUtcNow());
            offer.Answer(isSame: true);
            db.Offers.Add(offer);
        }
    }

    private static string Write(double[] signs) => string.Join(' ', signs.Select(s => s.ToString("R", CultureInfo.InvariantCulture)));

    private static double[] Read(string signs) => [.. signs.Split(' ').Select(s => double.Parse(s, CultureInfo.InvariantCulture))];

    private async Task<IReadOnlyList<KnownClaim>> ReadAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var now = db.Time.GetUtcNow();
        var claims = await db.Claims.Where(c => ids.Contains(c.Id) && c.Stage != Stage.Duplicate && c.Stage != Stage.Withdrawn)
            .Select(c => new
            {
                c.Id,
                c.Text,
                c.SaidOn,
                c.SubmittedAt,
                Title = db.Articles.Where(a => c.Appearance != null && a.Id == c.Appearance.ArticleId).Select(a => a.Title).FirstOrDefault(),
                Summary = c.Verdicts.AsQueryable().Where(Verdict.IsInForce(now)).Select(v => v.Summary).FirstOrDefault(),
            }).ToListAsync(cancel);
        return
        [
            .. claims.Select(c => new KnownClaim(
                c.Id, MatchText.Of(c.Text), MatchText.Of(c.Title), MatchText.Of(c.Summary),
                c.SaidOn is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : c.SubmittedAt)),
        ];
    }
}
