using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Text.Learning;
using FactBot.Text.Matching;
using FactBot.Text.Terms;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Matching;

/// <summary>Finds those of the team's claims that say perhaps the same as a text, by what the team itself has decided.</summary>
internal sealed class ClaimMatcher(FactBotDbContext db)
{
    /// <summary>The latest decisions from which the team's weights are learned.</summary>
    private const int Remembered = 1000;

    /// <summary>From so much in common on, a claim is worth showing for what it says otherwise.</summary>
    private const double Near = 0.6;

    /// <summary>The same first, then the likeliest; none that is less likely than perhaps the same.</summary>
    /// <param name="text">What is held against the claims.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <param name="withNear">Whether those are shown too that say nearly the same with another number, a “not” or the like.</param>
    public async Task<IReadOnlyList<ClaimMatch>> FindAsync(string text, int most, CancellationToken cancellationToken, bool withNear = false)
    {
        var known = new KnownClaims(db);
        var read = MatchText.Of(text);
        var found = await ClaimRanking.FindAsync(text, db.ClaimSearch, ids => known.ReadAsync(ids, read, cancellationToken), await ModelAsync(cancellationToken), cancellationToken);
        var likely = found.Where(f => f.Probability >= MatchModel.PerhapsSame || (withNear && IsNear(read, f.Claim)))
            .OrderByDescending(f => f.Claim.Agreement == Agreement.Same).ThenByDescending(f => f.Probability).Take(most).ToList();
        var ids = likely.Select(f => f.Claim.Claim.Id).ToList();
        var claims = await db.Claims.Include(c => c.Verdicts).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        return
        [
            .. likely.Select(f => new ClaimMatch(
                claims[f.Claim.Claim.Id], f.Probability, f.Claim.Features, f.Claim.Agreement == Agreement.Same,
                f.Claim.Agreement is Agreement.Same or Agreement.Moved ? [] : Difference.Between(read, f.Claim.Claim.Text))),
        ];
    }

    /// <summary>The weights by which this team's claims are compared.</summary>
    public async Task<Logistic> ModelAsync(CancellationToken cancellationToken)
    {
        var decided = await db.DuplicateSuggestions.Where(s => s.IsSame != null).OrderByDescending(s => s.Id).Take(Remembered)
            .Select(s => new { s.Features, s.IsSame }).ToListAsync(cancellationToken);
        return MatchModel.Learn([.. decided.Select(d => (Features: MatchFeatures.Find(d.Features)!, IsSame: d.IsSame!.Value)).Where(d => d.Features is not null)]);
    }

    /// <summary>
    /// An editor found the one claim a duplicate of the other, which counts whatever was answered when it was submitted.
    /// Saving is still to come.
    /// </summary>
    public async Task LearnSameAsync(Claim claim, Claim original, PersonId editor, CancellationToken cancellationToken)
    {
        if (await db.DuplicateSuggestions.FirstOrDefaultAsync(s => s.Text == claim.Text && s.Offered == original.Number, cancellationToken) is { } suggestion)
        {
            suggestion.Answer(isSame: true);
            return;
        }

        var known = new KnownClaims(db) { Hidden = claim.Id };
        var found = await ClaimRanking.FindAsync(
            claim.Text, db.ClaimSearch, ids => known.ReadAsync(ids, MatchText.Of(claim.Text), cancellationToken), await ModelAsync(cancellationToken), cancellationToken);
        // Where the index would not have proposed it, no weight could have helped.
        if (found.FirstOrDefault(f => f.Claim.Claim.Id == original.Id).Claim is { } comparison)
        {
            suggestion = new DuplicateSuggestion(db.CurrentTeam, editor, claim.Text, original.Number, comparison.Features.ToText(), db.Time.GetUtcNow());
            suggestion.Answer(isSame: true);
            db.DuplicateSuggestions.Add(suggestion);
        }
    }

    /// <summary>A person found the text the same as the claim, so that it leads there from now on. Saving is still to come.</summary>
    public void Lead(string text, Claim claim, PersonId person)
    {
        if (Wordings.Between(MatchText.Of(text), MatchText.Of(claim.Text)) != Agreement.Same)
        {
            db.Wordings.Add(new Wording(db.CurrentTeam, claim.Number, person, text, db.Time.GetUtcNow()));
        }
    }

    private static bool IsNear(MatchText text, Comparison comparison) =>
        (comparison.Features.Differ || comparison.Agreement == Agreement.OtherOrder) && comparison.Features.ClaimInText >= Near && comparison.Features.TextInClaim >= Near
        && Difference.Between(text, comparison.Claim.Text).Count > 0;
}
