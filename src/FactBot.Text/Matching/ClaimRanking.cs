using FactBot.Text.Learning;

namespace FactBot.Text.Matching;

/// <summary>Finds the claims that may say the same as a text, and how likely each is to.</summary>
public static class ClaimRanking
{
    /// <summary>How many claims the index proposes; each is then compared word by word.</summary>
    private const int Proposals = 60;

    /// <summary>Finds claims, likeliest first.</summary>
    /// <param name="text">The text to compare with the claims.</param>
    /// <param name="search">The team's index.</param>
    /// <param name="readAsync">Reads the claims with these ids.</param>
    /// <param name="model">Turns the features into a probability.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static async Task<IReadOnlyList<(Comparison Claim, double Probability)>> FindAsync(
        string text, IClaimSearch search, Func<IReadOnlyList<long>, Task<IReadOnlyList<KnownClaim>>> readAsync, Logistic model, CancellationToken cancellationToken)
    {
        var query = await MatchQuery.OfAsync(text, search, cancellationToken);
        var ids = query.Words.Count == 0 ? [] : await search.FindClaimsAsync([.. query.Words.OrderByDescending(w => w.Value).Select(w => w.Key)], Proposals, cancellationToken);
        var claims = ids.Count == 0 ? [] : await readAsync(ids);
        var total = await search.CountClaimsAsync(cancellationToken);
        query.Know(await search.CountAsync([.. claims.SelectMany(c => c.Words).Distinct().Where(w => query.RarityOf(w) == 0)], cancellationToken), total);
        return
        [
            .. Comparison.Rank(query, claims)
                .Select(c => (c, MatchModel.ProbabilityOf(c, model, total))).OrderByDescending(c => c.Item2),
        ];
    }
}
