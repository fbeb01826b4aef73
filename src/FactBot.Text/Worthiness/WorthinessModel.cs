using FactBot.Text.Learning;
using FactBot.Text.Terms;

namespace FactBot.Text.Worthiness;

/// <summary>
/// Scores how worth checking a sentence is, by its features with hand-set weights and by what the team accepted and rejected
/// before. People can read and explain all of its weights.
/// </summary>
/// <param name="Features">How much each feature adds to the log-odds.</param>
/// <param name="Words">How much each word or pair of neighbouring words adds, if the team's decisions contain it.</param>
public sealed record WorthinessModel(Logistic Features, IReadOnlyDictionary<string, double> Words)
{
    /// <summary>Stands for all numbers, since one sentence's number says nothing about the next sentence.</summary>
    public const string AnyNumber = "0";

    /// <summary>How many decided sentences must contain a word before it counts.</summary>
    private const int SeenEnough = 2;

    /// <summary>How much all words of a sentence count together, compared with its features.</summary>
    private const double Reach = 3;

    /// <summary>How many sentences the team has decided on.</summary>
    public int Decided { get; private init; }

    /// <summary>How far words can lift or sink a sentence; five decisions don't turn a headline into a claim.</summary>
    private double MostLearned => 0.3 + (Decided / 50.0);

    /// <summary>Set by hand: countable facts, events and public matters rise; talk sinks.</summary>
    public static WorthinessModel ByHand { get; } = new(
        new Logistic(-2.5,
        [
            1.2, 1.8, 0, 1, 0.8, 0.4, 0.3, 0.6, 0, 0.8, // what can be checked
            -0.8, -1.8, -0.6, -0.3, -1.2, 0, // what cannot, and how much is said
        ]),
        new Dictionary<string, double>());

    /// <summary>Returns the log-odds that the sentence is worth checking.</summary>
    public double ScoreOf(string sentence) => ScoreOf(FeatureReader.Read(sentence), PartsOf(sentence));

    /// <summary>Learns words from accepted and rejected sentences; a few change little. Feature weights stay the same.</summary>
    /// <remarks>
    /// Each word counts by itself, as in naive Bayes: how many sentences with it were accepted, relative to how many would be
    /// at the team's overall rate. Adding one to both keeps rare words from weighing much.
    /// </remarks>
    public WorthinessModel Learn(IReadOnlyList<(string Sentence, bool IsWorthy)> decided)
    {
        var share = decided.Count == 0 ? 0 : (double)decided.Count(d => d.IsWorthy) / decided.Count;
        var words = new Dictionary<string, (int Accepted, int Seen)>();
        foreach (var (sentence, isWorthy) in decided)
        {
            foreach (var part in PartsOf(sentence))
            {
                var (accepted, seen) = words.GetValueOrDefault(part);
                words[part] = (accepted + (isWorthy ? 1 : 0), seen + 1);
            }
        }

        return this with
        {
            Decided = decided.Count,
            Words = words.Where(w => w.Value.Seen >= SeenEnough)
                .ToDictionary(w => w.Key, w => Math.Log((w.Value.Accepted + 1) / ((w.Value.Seen * share) + 1))),
        };
    }

    private static List<string> PartsOf(string sentence)
    {
        var words = MatchText.Of(sentence, keepsAll: true).Terms.Select(t => t.IsNumber ? AnyNumber : t.Stem).ToList();
        return [.. words.Concat(words.Zip(words.Skip(1), (a, b) => $"{a} {b}")).Distinct()];
    }

    private double ScoreOf(double[] features, List<string> parts) => Features.LogOddsOf(features)
        + (parts.Count == 0 ? 0 : Math.Clamp(Reach * parts.Sum(p => Words.GetValueOrDefault(p)) / Math.Sqrt(parts.Count), -MostLearned, MostLearned));
}
