using FactBot.Text.Language;
using FactBot.Text.Terms;

namespace FactBot.Text.Matching;

/// <summary>What matching reads of a claim: its text, the article's title and the verdict's summary, and its day.</summary>
public sealed record KnownClaim(long Id, MatchText Text, MatchText Title, MatchText Summary, DateTimeOffset? At)
{
    /// <summary>How much a word weighs where it stands.</summary>
    private const double InText = 1, InTitle = 1, InSummary = 0.5;

    // How long the fields usually are, in words that count; in longer ones a word weighs less.
    private const double UsualText = 11, UsualTitle = 6, UsualSummary = 11;
    private const double ForLength = 0.3;

    /// <summary>A title of fewer words only names a subject, on which other claims say something else.</summary>
    private const int LeastTitle = 2;

    private readonly Dictionary<string, double> weights = WeightsOf(Text, Title, Summary);

    /// <summary>How weightily the word stands in the claim; 0 where it does not.</summary>
    public double WeightOf(string word) => weights.GetValueOrDefault(word);

    /// <summary>All words of it, each once.</summary>
    public IEnumerable<string> Words => weights.Keys;

    /// <summary>How its words begin; see <see cref="Stems.RootOf"/>.</summary>
    public IReadOnlySet<string> Roots { get; } = (Title.Stems.Count < LeastTitle ? new[] { Text, Summary } : [Text, Title, Summary]).SelectMany(f => f.Stems).Select(Stems.RootOf).ToHashSet();

    private static Dictionary<string, double> WeightsOf(MatchText text, MatchText title, MatchText summary)
    {
        var weights = new Dictionary<string, double>();
        Add(text, InText, UsualText);
        Add(title, InTitle, UsualTitle);
        Add(summary, InSummary, UsualSummary);
        return weights;

        void Add(MatchText field, double weight, double usual)
        {
            var share = weight / (1 - ForLength + (ForLength * field.Terms.Count / usual));
            foreach (var term in field.Terms)
            {
                weights[term.Stem] = weights.GetValueOrDefault(term.Stem) + share;
            }
        }
    }
}
