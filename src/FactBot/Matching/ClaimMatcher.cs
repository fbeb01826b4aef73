using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Storage;
using FactBot.Text.Learning;
using FactBot.Text.Matching;
using FactBot.Text.Terms;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Matching;

/// <summary>Finds the team's claims that may say the same as a text, weighted by the team's own decisions.</summary>
internal sealed class ClaimMatcher(FactBotDbContext db)
{
    /// <summary>How many of the latest decisions the team's weights are learned from.</summary>
    private const int Remembered = 1000;

    /// <summary>The share in common from which a claim with a different meaning is still worth showing.</summary>
    private const double Near = 0.6;

    /// <summary>Finds matches, identical ones first, then the likeliest; none less likely than “perhaps the same”.</summary>
    /// <param name="text">The text to compare with the claims.</param>
    /// <param name="most">The maximum number of matches.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <param name="withNear">Whether to include claims that differ only in a number, a “not” or the like.</param>
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

    /// <summary>Learns the weights for comparing this team's claims.</summary>
    public async Task<Logistic> ModelAsync(CancellationToken cancellationToken)
    {
        var decided = await db.DuplicateSuggestions.Where(s => s.IsSame != null).OrderByDescending(s => s.Id).Take(Remembered)
            .Select(s => new { s.Features, s.IsSame }).ToListAsync(cancellationToken);
        return MatchModel.Learn([.. decided.Select(d => (Features: MatchFeatures.Find(d.Features)!, IsSame: d.IsSame!.Value)).Where(d => d.Features is not null)]);
    }

    /// <summary>
    /// Learns that an editor marked one claim as a duplicate of the other, which overrides any answer given when it was
    /// submitted. The caller saves.
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
        // If the index wouldn't have proposed the original, no weight could have helped.
        if (found.FirstOrDefault(f => f.Claim.Claim.Id == original.Id).Claim is { } comparison)
        {
            suggestion = new DuplicateSuggestion(db.CurrentTeam, editor, claim.Text, original.Number, comparison.Features.ToText(), db.Time.GetUtcNow());
            suggestion.Answer(isSame: true);
            db.DuplicateSuggestions.Add(suggestion);
        }
    }

    /// <summary>Leads the text to the claim from now on, after a person said that they're the same. The caller saves.</summary>
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
