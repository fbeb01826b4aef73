using FactBot.Text.Learning;
using FactBot.Text.Terms;

namespace FactBot.Text.Worthiness;

/// <summary>
/// How worth checking a sentence is: by its features, with weights set by hand, and by what the team accepted and rejected
/// before. The weights can be read and told; there is nothing else in it.
/// </summary>
/// <param name="Features">What each feature adds to the log-odds.</param>
/// <param name="Words">What each word, and each pair of neighbours, adds, for words of which the team has decided.</param>
public sealed record WorthinessModel(Logistic Features, IReadOnlyDictionary<string, double> Words)
{
    /// <summary>Which number it is says nothing about the next sentence, so all count as this word.</summary>
    public const string AnyNumber = "0";

    /// <summary>A word that was seen in one decided sentence alone says nothing yet.</summary>
    private const int SeenEnough = 2;

    /// <summary>How much the words of a sentence count together, beside its features.</summary>
    private const double Reach = 3;

    /// <summary>Of how many sentences the team has decided.</summary>
    public int Decided { get; private init; }

    /// <summary>How far words can lift or sink a sentence: five decisions turn no headline into a claim.</summary>
    private double MostLearned => 0.3 + (Decided / 50.0);

    /// <summary>Set by hand: what can be counted or happened and concerns the public rises, talk sinks.</summary>
    public static WorthinessModel ByHand { get; } = new(
        new Logistic(-2.5,
        [
            1.2, 1.8, 0, 1, 0.8, 0.4, 0.3, 0.6, 0, 0.8, // what can be checked
            -0.8, -1.8, -0.6, -0.3, -1.2, 0, // what cannot, and how much is said
        ]),
        new Dictionary<string, double>());

    /// <summary>The log-odds that the sentence is worth checking.</summary>
    public double ScoreOf(string sentence) => ScoreOf(FeatureReader.Read(sentence), PartsOf(sentence));

    /// <summary>Learns words from sentences that were accepted or rejected; few change little. The features stay as they are.</summary>
    /// <remarks>
    /// Each word by itself, as in naive Bayes: how many sentences with it were accepted, against how many of as many are
    /// otherwise, each and one more, so that what was seen seldom weighs little.
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
