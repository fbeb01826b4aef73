using FactBot.Text.Terms;

namespace FactBot.Text.Matching;

/// <summary>A comparison of a text with a claim, with the evidence for and against their saying the same.</summary>
/// <param name="Claim">The claim, in the wording that's closest to the text.</param>
/// <param name="Score">How close it comes, by rare words in common.</param>
/// <param name="Features">The evidence for and against a match.</param>
/// <param name="Agreement">How far the two agree in all their words.</param>
public sealed record Comparison(KnownClaim Claim, double Score, MatchFeatures Features, Agreement Agreement)
{
    /// <summary>BM25's k1: how soon repetitions of a word stop counting.</summary>
    private const double Saturation = 1.2;

    /// <summary>The weight of two neighbouring words in common, in addition to the words themselves.</summary>
    private const double PairWorth = 0.1;

    /// <summary>How much a claim gains if its date is within a month after the text's date.</summary>
    private const double DayWorth = 8;

    /// <summary>
    /// The ranks of the claims that merely share the text's subject. Their average score shows how high a claim scores that
    /// doesn't match.
    /// </summary>
    private const int FirstOfOthers = 5, LastOfOthers = 20;

    /// <summary>The usual nearness of other claims, for teams with too few claims to measure it.</summary>
    private const double UsualNearness = 0.5;

    /// <summary>How many words make a title a full statement; “The tram” only names a subject.</summary>
    private const double WordsOfStatement = 4;

    /// <summary>Compares the text with each claim; best first.</summary>
    internal static IReadOnlyList<Comparison> Rank(MatchQuery query, IReadOnlyList<KnownClaim> claims)
    {
        var pairs = PairsOf(query.Text);
        var scored = claims.Select(c => (Claim: c, Days: AgreementOfDays(query.Day, c.At), Words: WordsOf(query, c) + (PairWorth * PairsIn(query, pairs, c))))
            .Select(s => (s.Claim, s.Days, Score: s.Words + (DayWorth * s.Days), Agreement: Wordings.Between(query.Text, s.Claim.Text)))
            // A claim may have several wordings; the one closest to the text counts.
            .GroupBy(s => s.Claim.Id, (_, wordings) => wordings.OrderByDescending(w => w.Agreement == Agreement.Same).ThenByDescending(w => w.Score).First())
            .OrderByDescending(s => s.Score).ToList();
        double? others = scored.Count < LastOfOthers ? null : scored.Take(FirstOfOthers..LastOfOthers).Average(s => s.Score);
        return
        [
            .. scored.Select((s, place) => new Comparison(s.Claim, s.Score, FeaturesOf(
                query, s.Claim, s.Days, s.Agreement, others / s.Score, s.Score - (place == 0 ? scored.ElementAtOrDefault(1).Score : scored[0].Score)), s.Agreement)),
        ];
    }

    private static MatchFeatures FeaturesOf(MatchQuery query, KnownClaim claim, double days, Agreement agreement, double? crowd, double lead)
    {
        var isSameOrder = agreement == Agreement.Moved ? null : OrderOf(query.Text, claim.Text);
        return new(
            ClaimInText: Math.Max(query.ShareFoundOf(claim.Text), StatementIn(claim.Title) * query.ShareFoundOf(claim.Title)),
            TextInClaim: query.ShareFoundIn(claim),
            RareWord: claim.Words.Where(query.Words.ContainsKey).Select(query.RarityOf).DefaultIfEmpty(0).Max() / 10,
            Lead: Math.Clamp(lead / 20, -2, 2),
            Crowd: Math.Min(crowd ?? UsualNearness, 2),
            SameMonth: days,
            CommonNames: claim.Text.Names.Where(query.Words.ContainsKey).Sum(query.RarityOf) / 20,
            OtherNumbers: NumbersDiffer(query.Numbers, claim.Text.Numbers) ? Alike(query, claim.Text) : 0,
            OtherNegation: query.Text.IsNegated != claim.Text.IsNegated ? Alike(query, claim.Text) : 0,
            OtherOrder: isSameOrder is false ? 1 : 0,
            SameWords: isSameOrder is true ? 1 : 0,
            ClaimInOtherWords: query.ShareMeantOf(claim.Text),
            TextInOtherWords: query.ShareMeantIn(claim));
    }

    private static double WordsOf(MatchQuery query, KnownClaim claim) => query.Words.Sum(word =>
    {
        var weight = claim.WeightOf(word.Key);
        return word.Value * weight * (Saturation + 1) / (weight + Saturation);
    });

    private static HashSet<(string, string)> PairsOf(MatchText text) =>
        [.. text.Terms.Zip(text.Terms.Skip(1), (a, b) => (a.Stem, b.Stem))];

    private static double PairsIn(MatchQuery query, HashSet<(string, string)> pairs, KnownClaim claim)
    {
        return Math.Max(In(claim.Text), In(claim.Title));

        double In(MatchText field) => PairsOf(field).Where(pairs.Contains).Sum(p => Math.Min(query.RarityOf(p.Item1), query.RarityOf(p.Item2)));
    }

    private static double StatementIn(MatchText title) => Math.Min(1, title.Stems.Count / WordsOfStatement);

    private static double AgreementOfDays(DateTimeOffset? one, DateTimeOffset? claim) => (claim - one)?.TotalDays switch
    {
        >= -3 and <= 30 => 1,
        > 30 and <= 60 => 0.5,
        _ => 0,
    };

    /// <summary>Returns the share of the claim's words that the text also has, weighted by rarity.</summary>
    private static double Covered(MatchQuery query, MatchText field)
    {
        var words = field.Stems;
        var all = words.Sum(query.RarityOf);
        return all == 0 ? 0 : words.Where(query.Words.ContainsKey).Sum(query.RarityOf) / all;
    }

    /// <summary>
    /// Returns how much the two have in common, from 0 to 1. The more they do, the likelier a different number or a “not” makes
    /// them two statements; in a text that also says other things, it may belong to those.
    /// </summary>
    private static double Alike(MatchQuery query, MatchText claim)
    {
        var all = query.Text.Stems.Sum(query.RarityOf);
        var shared = query.Text.Stems.Intersect(claim.Stems).Sum(query.RarityOf);
        return all == 0 ? 0 : Math.Min(shared / all, Covered(query, claim));
    }

    private static bool NumbersDiffer(IReadOnlySet<string> one, IReadOnlySet<string> other) =>
        one.Count > 0 && other.Count > 0 && !one.IsSubsetOf(other) && !other.IsSubsetOf(one);

    /// <summary>
    /// Returns whether two texts with the same words have them in the same order; “A sued B” and “B sued A” don't. Null if the
    /// words differ.
    /// </summary>
    private static bool? OrderOf(MatchText one, MatchText other)
    {
        var (a, b) = (one.Stems, other.Stems);
        return a.Count == 0 || a.Count != b.Count || !a.ToHashSet().SetEquals(b) ? null : a.SequenceEqual(b);
    }
}
