using FactBot.Text.Language;
using FactBot.Text.Terms;

namespace FactBot.Text.Matching;

/// <summary>The parts of a claim that matching reads: its text, article title, verdict summary, and date.</summary>
public sealed record KnownClaim(long Id, MatchText Text, MatchText Title, MatchText Summary, DateTimeOffset? At)
{
    /// <summary>The weight of a word in each field.</summary>
    private const double InText = 1, InTitle = 1, InSummary = 0.5;

    // The usual lengths of the fields, in significant words; a word weighs less in a longer field.
    private const double UsualText = 11, UsualTitle = 6, UsualSummary = 11;
    private const double ForLength = 0.3;

    /// <summary>A title with fewer words only names a subject, which other claims may share.</summary>
    private const int LeastTitle = 2;

    private readonly Dictionary<string, double> weights = WeightsOf(Text, Title, Summary);
    private int[]? meanings;

    /// <summary>Returns the word's weight in the claim; 0 if it doesn't occur.</summary>
    public double WeightOf(string word) => weights.GetValueOrDefault(word);

    /// <summary>All its words, each once.</summary>
    public IEnumerable<string> Words => weights.Keys;

    /// <summary>The roots of its words; see <see cref="Stems.RootOf"/>.</summary>
    public IReadOnlySet<string> Roots { get; } = (Title.Stems.Count < LeastTitle ? new[] { Text, Summary } : [Text, Title, Summary]).SelectMany(f => f.Stems).Select(Stems.RootOf).ToHashSet();

    /// <summary>The places of its words in <see cref="WordMeanings"/>; those that the table lacks are left out.</summary>
    internal int[] Meanings => meanings ??= [.. weights.Keys.Select(WordMeanings.PlaceOf).Where(p => p >= 0)];

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
