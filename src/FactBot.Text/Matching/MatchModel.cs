using FactBot.Text.Learning;

namespace FactBot.Text.Matching;

/// <summary>Judges how likely two texts are to say the same, by their <see cref="MatchFeatures"/>; sets thresholds.</summary>
public static class MatchModel
{
    /// <summary>The probability from which a claim may be the same, and the person is asked.</summary>
    public const double PerhapsSame = 0.2;

    /// <summary>The maximum if a number, a “not” or the order of names differs, however alike the rest is.</summary>
    public const double MostWhereTheyDiffer = 0.75;

    /// <summary>The minimum for the same words in the same order, and for the same words with a phrase moved.</summary>
    public const double LeastWhereSame = 0.97, LeastWhereMoved = 0.5;

    /// <summary>How near a team's own weights stay to these: as if this many decisions had confirmed them.</summary>
    private const double PriorStrength = 50, Half = 60;

    /// <summary>
    /// Set by hand, in steps of 0.5. What counts most is how much of each is found in the other, how rare that is, and how far
    /// the claim is ahead of the next and of all others: a text that many claims come close to shares their subject and doesn't
    /// repeat one. A different number, negation or order makes two statements of the same words.
    /// </summary>
    public static Logistic ByHand { get; } = Weighing(-3, new(
        ClaimInText: 2.5, TextInClaim: 2.5, RareWord: 2.5, Lead: 2.5, Crowd: -4.5, SameMonth: 1.5, CommonNames: -1,
        OtherNumbers: -3.5, OtherNegation: -3.5, OtherOrder: -6, SameWords: 4, ClaimInOtherWords: 0, TextInOtherWords: 0));

    /// <summary>
    /// Moves the weights toward those that fit the team's decisions. After <see cref="Half"/> answers they're halfway there, so
    /// that a few answers of one kind don't undo what the weights know.
    /// </summary>
    public static Logistic Learn(IReadOnlyList<(MatchFeatures Features, bool IsSame)> decided)
    {
        var fit = ByHand.Learn([.. decided.Select(d => (d.Features.ToArray(), d.IsSame))], PriorStrength);
        var share = decided.Count / (decided.Count + Half);
        return decided.Count == 0 ? ByHand
            : new(Between(ByHand.Bias, fit.Bias), [.. ByHand.Weights.Zip(fit.Weights, Between)]);

        double Between(double given, double learned) => given + (share * (learned - given));
    }

    /// <summary>
    /// For a team with few claims. A single claim with a word in common is then easily the nearest, and how close others come
    /// says little; so a shared rare word counts for more, and everything else has to match too.
    /// </summary>
    private static readonly Logistic FirstClaims = Weighing(-6.25, new(
        ClaimInText: 3, TextInClaim: 3, RareWord: 5.5, Lead: 2, Crowd: -0.5, SameMonth: 1, CommonNames: 0,
        OtherNumbers: -6, OtherNegation: -6, OtherOrder: -6, SameWords: 4, ClaimInOtherWords: 0, TextInOtherWords: 0));

    /// <summary>
    /// For a team with some claims on the same subject; separates the same from the merely similar. What two texts say in other
    /// words counts about as much as what they say in the same.
    /// </summary>
    private static readonly Logistic FewClaims = Weighing(-7.85, new(
        ClaimInText: 4.5, TextInClaim: 4.5, RareWord: 6.5, Lead: 1, Crowd: -2.5, SameMonth: 1.5, CommonNames: -1,
        OtherNumbers: -5, OtherNegation: -5, OtherOrder: -6, SameWords: 4, ClaimInOtherWords: 3.5, TextInOtherWords: 5));

    private const int First = 300, Few = 3000;

    /// <summary>How far a team's answers can move the log-odds, so that they only decide close cases.</summary>
    private const double MostLearned = 1;

    /// <summary>Returns how likely the two texts of the comparison are to say the same.</summary>
    /// <param name="comparison">The comparison of the text with the claim.</param>
    /// <param name="model">The team's model, learned from <see cref="ByHand"/>.</param>
    /// <param name="total">How many claims the team has.</param>
    public static double ProbabilityOf(Comparison comparison, Logistic model, int total)
    {
        var features = comparison.Features.ToArray();
        var given = total < First ? FirstClaims : total < Few ? FewClaims : ByHand;
        var learned = ReferenceEquals(model, ByHand) ? 0
            : Math.Clamp(model.LogOddsOf(features) - ByHand.LogOddsOf(features), -MostLearned, MostLearned);
        var probability = 1 / (1 + Math.Exp(-given.LogOddsOf(features) - learned));
        // Texts that are the same by their words stay so, whatever the team has answered.
        return comparison.Agreement switch
        {
            Agreement.Same => Math.Max(probability, LeastWhereSame),
            Agreement.Moved => Math.Max(probability, LeastWhereMoved),
            _ => comparison.Features.Differ ? MostWhereTheyDiffer * probability : probability,
        };
    }

    private static Logistic Weighing(double bias, MatchFeatures weights) => new(bias, weights.ToArray());
}
