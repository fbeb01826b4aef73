using FactBot.Matching;

namespace FactBot.Suggestions;

/// <summary>
/// How worth checking a sentence is: by its signs, with weights set by hand, and by what the team accepted and rejected
/// before. The weights can be read and told; there is nothing else in it.
/// </summary>
/// <param name="Signs">What each sign adds to the log-odds.</param>
/// <param name="Words">What each word, and each pair of neighbours, adds, for words of which the team has decided.</param>
public sealed record Worthiness(Logistic Signs, IReadOnlyDictionary<string, double> Words)
{
    /// <summary>Which number it is says nothing about the next sentence, so all count as this word.</summary>
    internal const string AnyNumber = "0";

    private const int Rounds = 3;

    /// <summary>How far one example moves a weight at most: a sign's, of which there are few, less than a word's.</summary>
    private const double SignStep = 0.05, WordStep = 0.1;

    /// <summary>How strongly a word's weight is drawn back to 0 each time that the word is seen: most words mean nothing.</summary>
    private const double Forgetting = 0.003;

    /// <summary>Set by hand: what can be counted or happened and concerns the public rises, talk sinks.</summary>
    public static Worthiness ByHand { get; } = new(
        new Logistic(-2.5,
        [
            1.2, 1.8, 0, 0.7, 0.4, 0.4, 0.3, 0.6, 0, 0.3, // what can be checked
            -0.8, -1.8, -0.6, -0.3, -1.2, 0.2, // what cannot, and how much is said
        ]),
        new Dictionary<string, double>());

    /// <summary>The log-odds that the sentence is worth checking.</summary>
    public double ScoreOf(string sentence) => ScoreOf(SignReader.Read(sentence), PartsOf(sentence));

    /// <summary>
    /// Learns from sentences that were accepted or rejected: few change little. The order does not matter to the reader, but
    /// it does to the result, so give them as they came.
    /// </summary>
    /// <remarks>Logistic regression by Adagrad, begun at these weights.</remarks>
    public Worthiness Learn(IReadOnlyList<(string Sentence, bool IsWorthy)> decided)
    {
        var examples = decided.Select(d => (Signs: SignReader.Read(d.Sentence), Parts: PartsOf(d.Sentence), d.IsWorthy)).ToList();
        double[] weights = [Signs.Bias, .. Signs.Weights];
        var squares = new double[weights.Length];
        var words = new Dictionary<string, (double Weight, double Squares)>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (signs, parts, isWorthy) in examples)
            {
                var odds = weights[0] + signs.Select((s, i) => s * weights[i + 1]).Sum() + parts.Sum(p => words.GetValueOrDefault(p).Weight);
                var error = (isWorthy ? 1 : 0) - (1 / (1 + Math.Exp(-odds)));
                for (var i = 0; i < weights.Length; i++)
                {
                    var gradient = error * (i == 0 ? 1 : signs[i - 1]);
                    squares[i] += gradient * gradient;
                    weights[i] += gradient == 0 ? 0 : SignStep * gradient / Math.Sqrt(1 + squares[i]);
                }

                foreach (var part in parts)
                {
                    var (weight, sum) = words.GetValueOrDefault(part);
                    sum += error * error;
                    words[part] = ((weight * (1 - Forgetting)) + (WordStep * error / Math.Sqrt(1 + sum)), sum);
                }
            }
        }

        return new(
            new Logistic(weights[0], weights[1..]),
            words.Where(w => Math.Abs(w.Value.Weight) >= 0.01).ToDictionary(w => w.Key, w => w.Value.Weight));
    }

    private static List<string> PartsOf(string sentence)
    {
        var words = MatchText.Of(sentence, keepsAll: true).Terms.Select(t => t.IsNumber ? AnyNumber : t.Stem).ToList();
        return [.. words.Concat(words.Zip(words.Skip(1), (a, b) => $"{a} {b}")).Distinct()];
    }

    private double ScoreOf(double[] signs, List<string> parts) => Signs.LogOddsOf(signs) + parts.Sum(p => Words.GetValueOrDefault(p));
}
