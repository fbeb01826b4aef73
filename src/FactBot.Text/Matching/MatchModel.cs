using FactBot.Text.Learning;

namespace FactBot.Text.Matching;

/// <summary>How likely two texts say the same, by their <see cref="MatchFeatures"/>; and what follows from it.</summary>
public static class MatchModel
{
    /// <summary>From here on a claim is perhaps the same, and the person says whether it is.</summary>
    public const double PerhapsSame = 0.2;

    /// <summary>What says another number, a “not” or the names the other way round is never the same, however alike the rest.</summary>
    public const double MostWhereTheyDiffer = 0.75;

    /// <summary>The least for the same words in the same order, and for those of which a phrase was moved.</summary>
    public const double LeastWhereSame = 0.97, LeastWhereMoved = 0.5;

    /// <summary>How near a team’s own weights stay to these: as if this many decisions had confirmed them.</summary>
    private const double PriorStrength = 50, Half = 60;

    /// <summary>
    /// Set by hand, in halves: how much of each is found in the other, how rare it is, and how far the claim stands above
    /// the next and above all others count most: a text to which many claims come near is about a subject, not the same as
    /// one of them. Numbers, a negation or an order that differs make two statements of the same words.
    /// </summary>
    public static Logistic ByHand { get; } = Weighing(-3, new(
        ClaimInText: 2.5, TextInClaim: 2.5, RareWord: 2.5, Lead: 2.5, Crowd: -4.5, SameMonth: 1.5, CommonNames: -1,
        OtherNumbers: -3.5, OtherNegation: -3.5, OtherOrder: -6, SameWords: 4));

    /// <summary>
    /// The weights moved by what a team decided: the way from the given ones to those that fit it is gone by half after
    /// <see cref="Half"/> answers, so that a few that happen to be all of one kind unlearn nothing.
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
    /// While a team has few claims: then one claim that has a word in common is soon the nearest, and what comes near besides
    /// says little, so a rare word in common counts for more and all else has to be found too.
    /// </summary>
    private static readonly Logistic FirstClaims = Weighing(-6.25, new(
        ClaimInText: 3, TextInClaim: 3, RareWord: 5.5, Lead: 2, Crowd: -0.5, SameMonth: 1, CommonNames: 0,
        OtherNumbers: -6, OtherNegation: -6, OtherOrder: -6, SameWords: 4));

    /// <summary>As soon as there are some that are on the same subject, these tell the same from the merely near.</summary>
    private static readonly Logistic FewClaims = Weighing(-2.5, new(
        ClaimInText: 4.5, TextInClaim: 4, RareWord: 4, Lead: 2.5, Crowd: -10, SameMonth: 1.5, CommonNames: -1,
        OtherNumbers: -5, OtherNegation: -5, OtherOrder: -6, SameWords: 4));

    private const int First = 300, Few = 3000;

    /// <summary>How far a team's answers can move the log-odds: they turn the scales where these are nearly even, and nowhere else.</summary>
    private const double MostLearned = 1;

    /// <summary>How likely the two of the comparison say the same.</summary>
    /// <param name="comparison">Of the text and the claim.</param>
    /// <param name="model">The team's, which was learned from <see cref="ByHand"/>.</param>
    /// <param name="total">How many claims the team has.</param>
    public static double ProbabilityOf(Comparison comparison, Logistic model, int total)
    {
        var features = comparison.Features.ToArray();
        var given = total < First ? FirstClaims : total < Few ? FewClaims : ByHand;
        var learned = ReferenceEquals(model, ByHand) ? 0
            : Math.Clamp(model.LogOddsOf(features) - ByHand.LogOddsOf(features), -MostLearned, MostLearned);
        var probability = 1 / (1 + Math.Exp(-given.LogOddsOf(features) - learned));
        // What is the same by its words stays so, whatever a team has answered.
        return comparison.Agreement switch
        {
            Agreement.Same => Math.Max(probability, LeastWhereSame),
            Agreement.Moved => Math.Max(probability, LeastWhereMoved),
            _ => comparison.Features.Differ ? MostWhereTheyDiffer * probability : probability,
        };
    }

    private static Logistic Weighing(double bias, MatchFeatures weights) => new(bias, weights.ToArray());
}
