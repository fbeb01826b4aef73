using FactBot.Text.Terms;

namespace FactBot.Text.Matching;

/// <summary>A text and a claim, and what speaks for and against their saying the same.</summary>
/// <param name="Claim">The claim, in the one of its wordings that is nearest to the text.</param>
/// <param name="Score">How near it comes, by rare words in common.</param>
/// <param name="Features">What speaks for and against it.</param>
/// <param name="Agreement">Whether the two are one statement by all of their words.</param>
public sealed record Comparison(KnownClaim Claim, double Score, MatchFeatures Features, Agreement Agreement)
{
    /// <summary>How soon more of the same word counts less: BM25's k1.</summary>
    private const double Saturation = 1.2;

    /// <summary>What two neighbouring words in common are worth beside the words themselves.</summary>
    private const double PairWorth = 0.1;

    /// <summary>What it is worth that a claim was taken up within a month of the day that the text bears.</summary>
    private const double DayWorth = 8;

    /// <summary>
    /// The claims that share something with every text on a subject are those at these places; how near they come tells
    /// what is no match.
    /// </summary>
    private const int FirstOfOthers = 5, LastOfOthers = 20;

    /// <summary>How near these usually come, where a team has too few claims to tell.</summary>
    private const double UsualNearness = 0.5;

    /// <summary>From so many words on a title says something; “The tram” only names a subject.</summary>
    private const double WordsOfStatement = 4;

    /// <summary>Compares the text with each claim; the best first.</summary>
    internal static IReadOnlyList<Comparison> Rank(MatchQuery query, IReadOnlyList<KnownClaim> claims)
    {
        var pairs = PairsOf(query.Text);
        var scored = claims.Select(c => (Claim: c, Days: AgreementOfDays(query.Day, c.At), Words: WordsOf(query, c) + (PairWorth * PairsIn(query, pairs, c))))
            .Select(s => (s.Claim, s.Days, Score: s.Words + (DayWorth * s.Days), Agreement: Wordings.Between(query.Text, s.Claim.Text)))
            // A claim has as many wordings as people gave it, and the nearest is held against the text.
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
            SameWords: isSameOrder is true ? 1 : 0);
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

    /// <summary>The share of the claim's words that the text has too, the rare ones counting most.</summary>
    private static double Covered(MatchQuery query, MatchText field)
    {
        var words = field.Stems;
        var all = words.Sum(query.RarityOf);
        return all == 0 ? 0 : words.Where(query.Words.ContainsKey).Sum(query.RarityOf) / all;
    }

    /// <summary>
    /// How much the two say with the same words, 0 to 1. Another number, or a “not”, makes another statement as far as the
    /// rest is the same; in a text that says other things too it may belong to these.
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
    /// Of two texts with the same words, whether these stand in the same order; “A sued B” and “B sued A” do not. Null where
    /// the words differ.
    /// </summary>
    private static bool? OrderOf(MatchText one, MatchText other)
    {
        var (a, b) = (one.Stems, other.Stems);
        return a.Count == 0 || a.Count != b.Count || !a.ToHashSet().SetEquals(b) ? null : a.SequenceEqual(b);
    }
}
