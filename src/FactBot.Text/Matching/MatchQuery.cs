using System.Globalization;
using System.Text.RegularExpressions;
using FactBot.Text.Language;
using FactBot.Text.Terms;

namespace FactBot.Text.Matching;

/// <summary>A text to compare with the team's claims, with its words weighted by how rare they are in those claims.</summary>
internal sealed partial class MatchQuery
{
    /// <summary>The weights of a part of a compound word, and of a word that's nearly the same.</summary>
    private const double PartWeight = 0.7, NearWeight = 0.6;

    private const int Unread = 1000;

    /// <summary>Two words have nothing in common up to the first nearness, and mean the same from the second.</summary>
    private const double Unlike = 0.3, Alike = 0.7;

    private readonly Dictionary<string, double> rarity = [];
    private readonly IReadOnlyList<string> said;
    private HashSet<string>? roots;
    private int[]? meanings;

    private MatchQuery(string text)
    {
        (Text, Day) = (MatchText.Of(text), DayIn(text));
        Numbers = Text.Terms.Where(t => t.Kind == TermKind.Number).Select(t => t.Stem).ToHashSet();
        said = MatchText.Of(WithoutSignature(text)).Stems;
    }

    public MatchText Text { get; }

    /// <summary>The text's date, as in posts that are quoted with one.</summary>
    public DateTimeOffset? Day { get; }

    /// <summary>The numbers in the text, except those of its date.</summary>
    public IReadOnlySet<string> Numbers { get; }

    /// <summary>The words to look for, and the weight of each.</summary>
    public Dictionary<string, double> Words { get; } = [];

    public static async Task<MatchQuery> OfAsync(string text, IClaimSearch search, CancellationToken cancellationToken)
    {
        var query = new MatchQuery(text);
        var words = query.Text.Terms.Select(t => t.Stem).Distinct().ToList();
        var total = await search.CountClaimsAsync(cancellationToken);
        var counts = await search.CountAsync(words, cancellationToken);
        foreach (var word in words)
        {
            query.Take(word, 1, counts.GetValueOrDefault(word), total);
        }

        foreach (var word in words.Where(w => w.Length >= 5 && !counts.ContainsKey(w) && !char.IsDigit(w[0])).Take(10))
        {
            foreach (var (other, weight, count) in await OthersForAsync(word, search, cancellationToken))
            {
                query.Take(other, weight, count, total);
            }
        }

        return query;
    }

    /// <summary>Returns how rare the word is among the team's claims; the fewer have it, the higher.</summary>
    public double RarityOf(string word) => rarity.GetValueOrDefault(word);

    /// <summary>Returns the share of the text that the claim also has, by word roots and weighted by rarity.</summary>
    public double ShareFoundIn(KnownClaim claim) => ShareOf(said, claim.Roots);

    /// <summary>Returns the share of the claim's field that the text also has, in the same way.</summary>
    public double ShareFoundOf(MatchText field) => ShareOf(field.Stems, Roots);

    /// <summary>
    /// Returns the share of the text that the claim doesn't have by root but by meaning, weighted by rarity and by how near the
    /// meaning comes. A name has no other words; 0 in languages without a table of meanings.
    /// </summary>
    public double ShareMeantIn(KnownClaim claim) =>
        IsReadable(claim.Text) ? ShareMeantOf(said, Text.Names, claim.Roots, claim.Meanings) : 0;

    /// <summary>Returns the share of the claim's field that the text has by meaning, in the same way.</summary>
    public double ShareMeantOf(MatchText field) =>
        IsReadable(field) ? ShareMeantOf(field.Stems, field.Names, Roots, meanings ??= [.. said.Select(WordMeanings.PlaceOf).Where(p => p >= 0)]) : 0;

    private HashSet<string> Roots => roots ??= Words.Keys.Select(Stems.RootOf).ToHashSet();

    /// <summary>Adds the rarity of more words.</summary>
    public void Know(IReadOnlyDictionary<string, int> counts, int total)
    {
        foreach (var (word, count) in counts)
        {
            rarity.TryAdd(word, RarityOf(word, count, total));
        }
    }

    /// <summary>
    /// Inverse document frequency as in BM25, with 1,000 imaginary claims added, in which common words have their usual share
    /// and each word occurs once more, so that a team's first claims can be told apart too.
    /// </summary>
    private static double RarityOf(string word, int count, int total)
    {
        var there = count + (Unread * CommonWords.ShareOf(word));
        return Math.Log(1 + ((total + Unread - there + 0.5) / (there + 1.5)));
    }

    private void Take(string word, double weight, int count, int total)
    {
        rarity.TryAdd(word, RarityOf(word, count, total));
        Words.TryAdd(word, weight * rarity[word]);
    }

    /// <summary>For a word that no claim has, finds its two parts if it's a compound, or likely words if it's a typo.</summary>
    private static async Task<IEnumerable<(string Word, double Weight, int Count)>> OthersForAsync(
        string word, IClaimSearch search, CancellationToken cancellationToken)
    {
        var cuts = Enumerable.Range(3, Math.Max(0, word.Length - 5)).Select(i => (Stems.Of(word[..i]), Stems.Of(word[i..]))).ToList();
        var parts = await search.CountAsync([.. cuts.SelectMany(c => new[] { c.Item1, c.Item2 }).Distinct()], cancellationToken);
        var best = cuts.Where(c => parts.ContainsKey(c.Item1) && parts.ContainsKey(c.Item2))
            .OrderByDescending(c => Math.Log(1 + parts[c.Item1]) + Math.Log(1 + parts[c.Item2])).FirstOrDefault();
        if (best.Item1 is not null)
        {
            return new[] { best.Item1, best.Item2 }.Select(p => (p, PartWeight, parts[p]));
        }

        var most = word.Length >= 8 ? 2 : 1;
        return (await search.FindWordsAsync(word[..1], word.Length - most, word.Length + most, cancellationToken))
            .Select(w => (w.Key, Distance: Edits.Between(w.Key, word, most), w.Value)).Where(w => w.Distance <= most)
            .OrderBy(w => w.Distance).ThenByDescending(w => w.Value).Take(2)
            .Select(w => (w.Key, NearWeight, w.Value));
    }

    private double ShareOf(IReadOnlyList<string> stems, IReadOnlySet<string> roots)
    {
        var all = stems.Sum(RarityOf);
        return all == 0 ? 0 : stems.Where(s => roots.Contains(Stems.RootOf(s))).Sum(RarityOf) / all;
    }

    private bool IsReadable(MatchText other) => Text.Language == WordMeanings.TableLanguage && other.Language == WordMeanings.TableLanguage;

    private double ShareMeantOf(IReadOnlyList<string> stems, IReadOnlySet<string> names, IReadOnlySet<string> there, int[] meant)
    {
        var (all, share) = (0.0, 0.0);
        foreach (var stem in stems)
        {
            var rarity = RarityOf(stem);
            all += rarity;
            if (!names.Contains(stem) && !there.Contains(Stems.RootOf(stem)) && WordMeanings.PlaceOf(stem) is >= 0 and var place)
            {
                var nearest = Unlike;
                foreach (var other in meant)
                {
                    nearest = Math.Max(nearest, WordMeanings.Between(place, other));
                }

                share += rarity * Math.Min(1, (nearest - Unlike) / (Alike - Unlike));
            }
        }

        return all == 0 ? 0 : share / all;
    }

    /// <summary>Returns the text without the name and date that follow a post after a dash.</summary>
    private static string WithoutSignature(string text) =>
        text.LastIndexOf('—') is > 0 and var dash && Days().IsMatch(text.AsSpan(dash)) ? text[..dash] : text;

    private static DateTimeOffset? DayIn(string text)
    {
        var days = Days().Matches(text);
        return days.Count > 0 && DateTimeOffset.TryParse(days[^1].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
            ? day
            : null;
    }

    [GeneratedRegex(@"\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b|\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex Days();
}
